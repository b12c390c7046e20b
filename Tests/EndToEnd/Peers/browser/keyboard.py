"""Registers somebody at the event kyiv with the keyboard alone.

    keyboard.py URL SCREENSHOTS

Each stop of the Tab key must be seen, and they must come in the order of the page.
"""
import asyncio
import sys

from browser import Chromium

FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
    return { name: e.name || '', type: e.type || '', tag: e.tagName, value: e.value || '',
        seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
        inView: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth } }"""
TYPED = {
    "given": "Ani", "family": "Petrosyan", "email": "keys@example.net", "country": "Armen",
    "organisation": "Museum", "stakeholder": "Museum", "language": "Eng", "q1": "Halls", "q2": "3",
    "q3": "10022011", "dietary": "None",
}
# How often the arrow is pressed in a group of which one is chosen; the space bar ticks a box.
ARROWS = {"gender": 1, "q4": 0, "q6": 0}
TICKED = {("q5", "Friday"), ("consent", "yes")}


async def use(page, stop):
    """What a hand on the keyboard does at a stop."""
    name = stop["name"]
    if name in TYPED:
        await page.keyboard.type(TYPED[name])
    elif name in ARROWS:
        await page.keyboard.press("Space")
        for _ in range(ARROWS[name]):
            await page.keyboard.press("ArrowDown")
    elif (name, stop["value"]) in TICKED:
        await page.keyboard.press("Space")


async def main(url, screenshots):
    async with Chromium(url, screenshots) as chromium:
        guest = await chromium.visitor()
        page, faults = guest.page, guest.faults
        await guest.open("/events/kyiv/register")
        await page.keyboard.press("Tab")
        faults.expect(
            (await page.evaluate(FOCUS))["tag"] == "A", "keyboard", "the first stop is not the link past the head")
        await page.keyboard.press("Enter")
        order, stop = [], {}
        for _ in range(60):
            await page.keyboard.press("Tab")
            stop = await page.evaluate(FOCUS)
            faults.expect(stop["seen"], "keyboard", f"{stop['tag']} {stop['name']} has the focus unseen")
            faults.expect(stop["inView"], "keyboard", f"{stop['tag']} {stop['name']} is out of view")
            if stop["tag"] == "BUTTON":
                break
            # A date has a stop for each of its parts, and typing goes from one to the next.
            if stop["type"] != "date" or stop["name"] not in order:
                await use(page, stop)
            order.append(stop["name"])
        fields = await page.evaluate(
            "() => [...document.querySelectorAll('main [name]:not([type=hidden])')].map(f => f.name)")
        faults.expect(
            list(dict.fromkeys(filter(None, order))) == list(dict.fromkeys(fields)), "keyboard",
            f"the stops are {order}")
        await guest.look("filled-in")
        async with page.expect_navigation():
            await page.keyboard.press("Enter")
        await guest.look("registered")
        faults.expect("/registered" in page.url, "keyboard", f"it ends at {page.url}")
        return chromium.report()


sys.exit(0 if asyncio.run(main(*sys.argv[1:3])) else 1)
