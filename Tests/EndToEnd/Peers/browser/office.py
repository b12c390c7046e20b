"""Goes through every officers' page, looks at each, and does an officer's work.

    office.py URL NAME PASSWORD SCREENSHOTS

An officer looks at all pages for each language and width, and one whose browser runs no script; two
work, with script and without, each at an event of their own: `desk` and `plain`. It prints what is
wrong, line by line, and exits with 1 if anything is.
"""
import asyncio
import sys

from browser import Chromium, WIDTHS
from office_work import work

PAGES = {
    "start": "/office",
    "programmes": "/office/programmes",
    "programme": "/office/programmes/ram-2",
    "activity": "/office/programmes/ram-2/plan/2011-1",
    "events": "/office/events",
    "event": "/office/events/kyiv",
    "event-waiting": "/office/events/full?standing=waitlisted",
    "enter": "/office/events/kyiv/enter",
    "questions": "/office/events/kyiv/questions",
    "invitations": "/office/events/invited/invitations",
    "check-in": "/office/events/held/check-in",
    "check-in-session": "/office/events/held/check-in/1",
    "registration": "/office/events/invited/registrations/P4",
    "people": "/office/people",
    "person": "/office/people/P1",
    "duplicates": "/office/people/duplicates",
    "merge": "/office/people/duplicates/P1/P2",
    "outbox": "/office/outbox",
    "message": "/office/outbox/M1",
    "figures": "/office/figures?by=country&by=gender",
    "figures-list": "/office/figures?by=role",
    "audit": "/office/audit",
    "event-new": "/office/new/event",
    "event-edit": "/office/events/kyiv/edit",
    "sessions": "/office/events/kyiv/sessions",
    "session": "/office/events/kyiv/sessions/1",
    "outcomes": "/office/events/held/outcomes",
    "outcome": "/office/events/held/outcomes/1",
    "letters": "/office/events/held/letters",
    "event-list": "/office/events/kyiv/list",
    "head-count": "/office/events/held/check-in/1/count",
    "programme-new": "/office/new/programme",
    "programme-edit": "/office/programmes/ram-2/edit",
    "lists": "/office/lists",
    "list": "/office/lists/1",
    "accounts": "/office/accounts",
    "account-new": "/office/new/account",
    "account": "/office/accounts/olga",
    "me": "/office/me",
}


async def sign_in(officer, name, password):
    await officer.open("/office/events")
    await officer.look("sign-in")
    await officer.fill({"name": name, "password": "not this one, surely"})
    await officer.submit("form#sign-in", status=422)
    await officer.look("sign-in-refused")
    await officer.fill({"name": name, "password": password})
    await officer.submit("form#sign-in")
    officer.faults.expect(
        "/office/events" in officer.page.url, officer.name, f"signed in, {officer.page.url} is shown")


async def see(officer):
    for page, path in PAGES.items():
        await officer.open(path)
        await officer.look(page)
    await officer.open("/office/events/nowhere", 404)
    await officer.look("unknown")


async def main(url, name, password, screenshots):
    turns = asyncio.Semaphore(3)
    async with Chromium(url, screenshots) as chromium:
        async def tour(act, language, width, scripts=True, dark=False):
            async with turns:
                officer = await chromium.visitor(language, width, scripts, dark)
                try:
                    await sign_in(officer, name, password)
                    await act(officer)
                except Exception as error:
                    officer.faults.append(f"{officer.name} {officer.page.url}: {error}")
                await officer.page.context.close()

        # Wrong passwords in a row would shut the account: nobody is out of step with the others.
        await tour(see, "en", "telephone", scripts=False)
        await asyncio.gather(
            *(tour(see, language, width) for language in ("en", "ru", "fr") for width in WIDTHS))
        await tour(see, "en", "desk", dark=True)
        chromium.prefix = "work-"
        await tour(lambda officer: work(officer, "desk"), "en", "desk")
        await tour(lambda officer: work(officer, "plain"), "en", "telephone", scripts=False)
        return chromium.report()


sys.exit(0 if asyncio.run(main(*sys.argv[1:5])) else 1)
