"""Goes through every public page, as guests do, and looks at each.

    public.py URL MAILS SCREENSHOTS

MAILS is a folder with the letters of BrowserWorld. A guest comes for each language and width, and
one whose browser runs no script, all with the same flows; one looks in the dark. It prints what is
wrong, line by line, and exits with 1 if anything is.
"""
import asyncio
import sys

import icalendar

from browser import Chromium, WIDTHS
from links import links

PERSON = {
    "given": "Айгуль", "family": "Сеитова", "patronymic": "Маратовна", "other-given": "Aigul",
    "other-family": "Seitova", "gender": "female", "country": "KZ", "organisation": "Музей искусств",
    "position": "Хранитель", "stakeholder": "museum", "language": "ru",
}
PARTICULARS = {"dietary": "Без мяса", "access": "Пандус", "visa": "yes", "consent": "yes"}
ANSWERS = {
    "q1": "Экспозиция", "q2": "7", "q3": "2011-10-02", "q4": "Bus", "q5": ["Monday", "Friday"],
    "q6": "yes",
}


async def see_events(guest):
    await guest.page.goto(guest.base + "/?lang=en")
    if guest.language != "en":
        await guest.page.click(f"nav a[hreflang={guest.language}]")
    await guest.look("events")
    await guest.page.click("a[href^='/events/kyiv']")
    await guest.look("event")
    address = await guest.page.locator("a[href*='.ics']").get_attribute("href")
    file = await guest.page.request.get(guest.base + address)
    calendar = icalendar.Calendar.from_ical(await file.body())
    guest.faults.expect(
        [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Museums and schools"],
        guest.name, "the calendar file has not the event")
    for code in ("held", "closed", "cancelled", "invited"):
        await guest.open(f"/events/{code}")
        await guest.look(f"event-{code}")


async def register(guest, address):
    """Fails first, and has what was right kept."""
    await guest.open("/events/kyiv")
    await guest.page.click("a.button")
    await guest.look("register")
    await guest.fill({"given": "Айгуль", "email": "aigul.example.net"})
    await guest.submit(status=422)
    await guest.look("register-faults")
    guest.faults.expect(
        await guest.page.input_value("[name=given]") == "Айгуль", guest.name,
        "what was filled in is lost")
    for link in await guest.page.locator(".faults a").all():
        target = await link.get_attribute("href")
        guest.faults.expect(
            await guest.page.locator(target).count() == 1, guest.name, f"{target} leads nowhere")
    await guest.fill({**PERSON, "email": address, **ANSWERS, **PARTICULARS})
    await guest.submit()
    await guest.look("registered")


async def register_elsewhere(guest, address):
    for code, name in (("full", "waiting"), ("apply", "application")):
        await guest.open(f"/events/{code}")
        await guest.look(f"event-{code}")
        await guest.page.click("a.button")
        await guest.look(f"register-{code}")
        await guest.fill({**PERSON, "email": address, "consent": "yes"})
        await guest.submit()
        await guest.look(f"registered-{name}")


async def answer(guest, path):
    await guest.open(path)
    await guest.look("answer")
    await guest.fill({"answer": "accepted"})
    await guest.submit(status=422)
    await guest.look("answer-faults")
    await guest.fill({"answer": "tentative", "consent": "yes"})
    await guest.submit()
    await guest.look("answer-tentative")
    await guest.fill({"answer": "declined"})
    await guest.submit()
    await guest.look("answer-declined")
    await guest.fill({"answer": "accepted", **PARTICULARS})
    await guest.submit()
    await guest.look("answer-accepted")


async def see_own_data(guest, path):
    await guest.open(path)
    await guest.look("me")
    await guest.fill({"family": ""})
    await guest.submit("form:not([action*=withdraw])", status=422)
    await guest.look("me-faults")
    await guest.fill({"family": "Seitova", "position": "Curator", "gender": "female", "country": "KZ"})
    await guest.submit("form:not([action*=withdraw])")
    await guest.look("me-saved")
    guest.faults.expect(
        await guest.page.input_value("[name=position]") == "Curator", guest.name, "not corrected")
    await guest.submit("form[action*=withdraw]")
    await guest.look("me-withdrawn")
    guest.faults.expect(
        await guest.page.locator("form[action*=withdraw]").count() == 0, guest.name,
        "who has withdrawn can withdraw")


async def unsubscribe(guest, path):
    await guest.open(path)
    await guest.look("unsubscribe")
    await guest.submit()
    await guest.look("unsubscribed")


async def verify(guest, path):
    await guest.open(path)
    await guest.look("certificate-of-ones-own")
    number = await guest.page.inner_text("code")
    await guest.open("/certificates")
    await guest.look("certificates")
    await guest.fill({"number": "AAAA-BBBB-CCCC-DDDD"})
    await guest.submit(status=404)
    await guest.look("certificate-unknown")
    await guest.open("/certificates")
    await guest.fill({"number": number})
    await guest.submit()
    await guest.look("certificate")


async def stray(guest):
    for path, status, name in (
            ("/nothing", 404, "nothing"), ("/answer/wrong", 404, "wrong-link"),
            ("/events/invited/register", 422, "no-form")):
        await guest.open(path, status)
        await guest.look(name)


async def everything(guest, number, mails):
    invited, holder = mails[f"guest{number}@example.net"], mails["holder@example.net"]
    await see_events(guest)
    await register(guest, f"visitor{number}@example.net")
    await register_elsewhere(guest, f"visitor{number}@example.net")
    await answer(guest, invited["answer"])
    await see_own_data(guest, invited["answer"].replace("answer", "me"))
    await unsubscribe(guest, invited["unsubscribe"])
    await verify(guest, holder["certificate"])
    await stray(guest)


async def in_the_dark(guest, mails):
    for path in ("/", "/events/kyiv", "/events/full", "/events/kyiv/register"):
        await guest.open(path)
        await guest.look(path.strip("/").replace("/", "-") or "events")
    await guest.submit(status=422)
    await guest.look("register-faults")
    await guest.open(mails["guest8@example.net"]["answer"].replace("answer", "me"))
    await guest.look("me")


async def main(url, folder, screenshots):
    mails = links(folder)
    turns = asyncio.Semaphore(3)
    async with Chromium(url, screenshots) as chromium:
        async def tour(number, language, width, scripts=True, dark=False):
            async with turns:
                guest = await chromium.visitor(language, width, scripts, dark)
                try:
                    if dark:
                        await in_the_dark(guest, mails)
                    else:
                        await everything(guest, number, mails)
                except Exception as error:
                    guest.faults.append(f"{guest.name} {guest.page.url}: {error}")
                await guest.page.context.close()

        guests = [(language, width) for language in ("en", "ru", "fr") for width in WIDTHS]
        await asyncio.gather(
            *(tour(number, *guest) for number, guest in enumerate(guests, 1)),
            tour(7, "en", "telephone", scripts=False), tour(8, "en", "desk", dark=True))
        return chromium.report()


sys.exit(0 if asyncio.run(main(*sys.argv[1:4])) else 1)
