"""A visitor with a real Chromium, who looks at each page as a person and as axe does.

What is wrong is gathered, not thrown: one run tells everything.
"""
import asyncio
import pathlib

import axe_playwright_python
from playwright.async_api import Error, async_playwright

WIDTHS = {"telephone": (390, 844), "desk": (1280, 800)}
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# The sizes of what is touched (WCAG 2.2, 2.5.8) are not among axe's rules unless asked for.
CHECK = """() => axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .then(found => found.violations.map(v => v.id + ': ' + v.help + ' – '
        + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message)
            .join('; ')))"""


class Faults(list):
    """What is wrong, and where it was seen."""

    def expect(self, holds, where, what):
        if not holds:
            self.append(f"{where}: {what}")
        return holds


class Visitor:
    """Somebody before a screen of some width, who reads one language."""

    def __init__(self, page, base, folder, name, language, faults, scripts=True):
        self.page, self.base, self.folder, self.name = page, base, folder, name
        self.language, self.faults, self.scripts = language, faults, scripts
        self.seen = 0
        page.on("pageerror", lambda error: faults.append(f"{name}: a script fails: {error}"))
        page.on("console", self.hear)
        page.on("request", self.watch)

    def hear(self, message):
        # An answer of 4xx is a complaint of the console's, too, and is meant to be; so is a line that
        # was cut.
        meant = ("the server responded with a status", "ERR_INTERNET_DISCONNECTED")
        if message.type == "error" and not any(text in message.text for text in meant):
            self.faults.append(f"{self.name}: {self.page.url}: {message.text}")

    def watch(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"{self.name}: another site is asked: {request.url}")

    def query(self, path):
        if self.language == "en":
            return path
        return path + ("&" if "?" in path else "?") + "lang=" + self.language

    async def open(self, path, status=200):
        """Goes to a page of ours, in the visitor's language."""
        answer = await self.page.goto(self.base + self.query(path))
        self.faults.expect(
            answer.status == status, f"{self.name} {path}", f"{answer.status}, not {status}")

    async def submit(self, form="form", status=200):
        """Presses the form's button, and waits for the page after it."""
        async with self.page.expect_navigation() as navigation:
            await self.page.locator(f"{form} button[type=submit]").first.click()
        answer = await navigation.value
        self.faults.expect(
            answer.status == status, f"{self.name} {self.page.url}", f"{answer.status}, not {status}")

    async def until(self, script, holds):
        """Waits until a script's value is so; Playwright's own waiting is no match for our policy."""
        for _ in range(200):
            value = await self.page.evaluate(script)
            if holds(value):
                return
            await asyncio.sleep(0.05)
        raise TimeoutError(f"{script} stays {value}")

    async def fill(self, fields):
        """Fills in fields by their names: a text, one of a few, or a list of boxes to tick."""
        for name, value in fields.items():
            field = self.page.locator(f"[name='{name}']")
            kind = await field.first.evaluate("field => field.type")
            if kind in ("radio", "checkbox"):
                for one in [value] if isinstance(value, str) else value:
                    await self.page.locator(f"[name='{name}'][value='{one}']").check()
            elif kind == "file":
                await field.set_input_files(value)
            elif kind == "select-one":
                await field.select_option(value)
            else:
                await field.fill(value)

    async def photograph(self, path):
        """Keeps a picture. With much to do at once, Chromium says at times that it can't just now."""
        for patience in (1, 3, 9, None):
            try:
                return await self.page.screenshot(path=path, full_page=True)
            except Error:
                if patience is None:
                    raise
                await asyncio.sleep(patience)

    async def look(self, name):
        """Keeps a picture of the page, and holds it against what every page must be."""
        self.seen += 1
        where = f"{self.name} {name}"
        await self.photograph(self.folder / f"{self.seen:02}-{name}.png")
        facts = await self.page.evaluate(
            """() => ({ lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
                title: document.title, wide: document.scrollingElement.scrollWidth - innerWidth,
                text: document.body.innerText })""")
        self.faults.expect(facts["lang"] == self.language, where, f"its language is {facts['lang']}")
        self.faults.expect(facts["h1"] == 1, where, f"it has {facts['h1']} headings of the first level")
        self.faults.expect(facts["title"], where, "it has no title")
        self.faults.expect(facts["wide"] <= 0, where, f"it is {facts['wide']} px too wide")
        self.faults.expect("{" not in facts["text"], where, "a place in its text was not filled in")
        if self.scripts:
            await self.page.evaluate(AXE)
            for violation in await self.page.evaluate(CHECK):
                self.faults.append(f"{where}: {violation}")


class Chromium:
    """The browser of the system; the package's own is never fetched."""

    def __init__(self, base, folder):
        self.base, self.folder, self.faults = base, pathlib.Path(folder), Faults()
        # What the folders of pictures begin with, where the same visitor comes for something else.
        self.prefix = ""

    async def __aenter__(self):
        self.playwright = await async_playwright().start()
        self.browser = await self.playwright.chromium.launch(executable_path="/usr/bin/chromium")
        return self

    async def __aexit__(self, *_):
        await self.browser.close()
        await self.playwright.stop()

    async def visitor(self, language="en", width="desk", scripts=True, dark=False):
        """Somebody new, whose browser has never been here."""
        name = f"{width}-{language}" + ("" if scripts else "-no-script") + ("-dark" if dark else "")
        folder = self.folder / (self.prefix + name)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        size = dict(zip(("width", "height"), WIDTHS[width]))
        context = await self.browser.new_context(
            viewport=size, locale=language, java_script_enabled=scripts,
            color_scheme="dark" if dark else "light")
        context.set_default_timeout(60_000)
        return Visitor(
            await context.new_page(), self.base, folder, name, language, self.faults, scripts)

    def report(self):
        """Says every fault once, with how often it was seen; whether there is none."""
        for fault in dict.fromkeys(self.faults):
            print(fault)
        return not self.faults


