"""What an officer does in a day, at an event that nobody else works at."""
from office_forms import FORMS, said


async def enter(officer, event):
    """Somebody new, then somebody who may be the same and is not."""
    await officer.open(f"/office/events/{event}/enter")
    await officer.submit("form#form", status=422)
    await officer.look("enter-faults")
    who = {"as": "nominated", "role": "trainer", "given": "Sophie", "family": f"Entered-{event}",
           "gender": "female", "country": "FR"}
    await officer.fill(who)
    await officer.submit("form#form")
    await said(officer, "entered")
    await officer.fill(who)
    await officer.submit("form#form")
    await officer.look("entered-probable")
    await officer.page.locator("[name=known][value='']").check()
    await officer.submit("form#form")
    await said(officer, "entered-anew")


async def confirm(officer, event):
    """Everybody found is confirmed at once; with a mail, once that was looked at."""
    await officer.open(f"/office/events/{event}")
    await officer.fill({"words": "N1"})
    await officer.submit("form#search")
    await officer.look("searched")
    await officer.page.locator("#list [name=person]").first.check()
    await officer.fill({"to": "confirmed", "telling": "yes"})
    await officer.submit("form#list")
    await officer.look("confirm-preview")
    await officer.submit("form#confirm")
    await said(officer, "confirmed-one")
    await officer.page.locator("#list [name=all]").check()
    await officer.fill({"to": "confirmed"})
    await officer.submit("form#list")
    await said(officer, "confirmed-all")


async def check_in(officer, event):
    await officer.open(f"/office/events/{event}/check-in/1")
    page = officer.page
    numbers = await page.locator("#sheet tr[id]").evaluate_all("rows => rows.map(row => row.id)")
    officer.faults.expect(len(numbers) >= 5, officer.name, f"{len(numbers)} people are confirmed")
    if officer.scripts:
        await check_in_by_keyboard(officer, numbers)
    else:
        await check_in_by_forms(officer, numbers)


async def check_in_by_forms(officer, numbers):
    page = officer.page
    await officer.fill({"who": "nobody-of-this-name"})
    await officer.submit("form#check-in", status=422)
    await officer.look("check-in-refused")
    for number in numbers[:3]:
        await officer.fill({"who": number})
        await officer.submit("form#check-in")
    await page.locator(f"#{numbers[3]} button[value^=excused]").click()
    await officer.look("checked-in")
    officer.faults.expect(
        await page.inner_text("#present") == "3", officer.name, "not three are present")


async def check_in_by_keyboard(officer, numbers):
    """The first with the line whole, two without it, one in a page that is closed meanwhile."""
    page = officer.page
    officer.faults.expect(
        await page.evaluate("document.activeElement.id") == "who", officer.name,
        "the field of the check-in has not the focus")
    await page.keyboard.type(numbers[0])
    await page.keyboard.press("Enter")
    await page.locator("#log li.marked").first.wait_for()
    await page.keyboard.type("nobody-of-this-name")
    await page.keyboard.press("Enter")
    await page.locator("#log li.refused").first.wait_for()
    await page.context.set_offline(True)
    for number in numbers[1:3] + numbers[1:2]:
        await page.keyboard.type(number)
        await page.keyboard.press("Enter")
    queue, present = (f"document.getElementById('{name}').textContent" for name in ("queue", "present"))
    kept = "Object.keys(localStorage).length"
    await officer.until(queue, lambda text: "3" in text)
    await officer.look("check-in-cut")
    await page.context.set_offline(False)
    await officer.until(present, lambda text: text == "3")
    await officer.until(kept, lambda count: count == 0)
    await officer.look("check-in-back")
    await page.context.set_offline(True)
    await page.keyboard.type(numbers[3])
    await page.keyboard.press("Enter")
    await officer.until(kept, lambda count: count == 1)
    address = page.url
    await page.close()
    officer.page = await page.context.new_page()
    await page.context.set_offline(False)
    await officer.page.goto(address)
    await officer.until(present, lambda text: text == "4")
    await officer.until(kept, lambda count: count == 0)


async def settle(officer, event):
    """Two who may be one become one; two others are told apart."""
    pair = {"desk": ("P24", "P25"), "plain": ("P26", "P27")}[event]
    await officer.open("/office/people/duplicates")
    await officer.look("pairs")
    await officer.open("/office/people/duplicates/" + "/".join(pair))
    await officer.look("pair")
    await officer.submit("form#merge")
    await officer.look("merge-preview")
    await officer.submit("form#confirm")
    await said(officer, "merged")


async def mail(officer, event):
    """A mail that did not leave is tried again."""
    await officer.open(f"/office/outbox?event={event}-mail")
    await officer.look("mails")
    await officer.page.locator("#list [name=message]").first.check()
    await officer.fill({"mail-act": "retry"})
    await officer.submit("form#list")
    await said(officer, "retried")


async def ask(officer, event):
    await officer.open(f"/office/events/{event}/questions")
    await officer.fill({"wording": "Which lunch?", "question-kind": "choice", "choices": "Soup\nSalad"})
    await officer.submit("form#add")
    await said(officer, "asked")
    await officer.submit("form[action*='/remove']")
    await said(officer, "not-asked")


async def invite(officer, event):
    await officer.open(f"/office/events/{event}/invitations")
    await officer.fill({"whom": "all", "invite-note": "We look forward to it."})
    await officer.submit("form#invite")
    await officer.look("invite-preview")
    await officer.submit("form#confirm")
    await said(officer, "invited")
    await officer.page.locator("#list [name=person]").first.check()
    await officer.fill({"answer": "accepted", "channel": "telephone"})
    await officer.submit("form#list")
    await said(officer, "answered")


async def correct(officer, event):
    await officer.open("/office/people")
    await officer.fill({"words": f"Entered-{event}"})
    await officer.submit("form#search")
    await officer.look("found")
    await officer.page.locator("#people a").first.click()
    await officer.fill({"position": "Curator"})
    await officer.submit("form#form")
    await said(officer, "corrected")


async def tick(officer, event):
    number = {"desk": 2, "plain": 3}[event]
    await officer.open(f"/office/programmes/ram-2/plan/2011-{number}")
    await officer.fill({"plan-act": "tick"})
    await officer.page.locator("[name=step]").first.check()
    await officer.submit("form#act")
    await said(officer, "ticked")


async def audit(officer, event):
    await officer.open("/office/audit")
    await officer.submit("main form")
    await said(officer, "verified")


async def leave(officer, event):
    await officer.page.click("#sign-out")
    await officer.open("/office/people")
    officer.faults.expect(
        "/office/sign-in" in officer.page.url, officer.name, "whoever has signed out is still in")


async def work(officer, event):
    for step in (
            enter, confirm, check_in, settle, mail, ask, invite, correct, tick, *FORMS, audit, leave):
        try:
            await step(officer, event)
        except Exception as error:
            officer.faults.append(f"{officer.name} {step.__name__} {officer.page.url}: {error}")
