"""The forms by which an officer keeps events, programmes, lists, letters and accounts."""
LIST = """given name,family name,e-mail,country
Listed,By {event},listed-{event}@example.net,KG
{second}
"""


async def said(officer, name):
    """The page says what was done."""
    officer.faults.expect(
        await officer.page.locator("#said").count() == 1, f"{officer.name} {name}",
        "the page does not say that it was done")
    await officer.look(name)


async def confirmed(officer, name):
    """What would be done is looked at, and done."""
    await officer.look(f"{name}-preview")
    await officer.submit("form#confirm")
    await said(officer, name)


async def add_event(officer, event):
    """Wrong first; then with its dates, moved, closed and cancelled."""
    await officer.open("/office/new/event")
    await officer.fill({"title": "A seminar of ours", "from": "2012-05-14", "to": "2012-05-01"})
    await officer.submit("form#form", status=422)
    await officer.look("event-faults")
    await officer.fill({
        "code": f"{event}-new", "kind": "seminar", "to": "2012-05-15", "city": "Minsk", "country": "BY",
        "timezone": "Europe/Minsk", "capacity": "20", "organiser": "Example Office\nMuseum of Arts"})
    await officer.submit("form#form")
    await said(officer, "event-added")
    await officer.open(f"/office/events/{event}/edit")
    await officer.fill({"venue": "The great hall", "capacity": "60"})
    await officer.submit("form#form")
    await confirmed(officer, "event-changed")
    await officer.open(f"/office/events/{event}-new")
    if officer.scripts:
        await officer.page.click("details.act summary")
    else:
        await officer.page.locator("details.act summary").click()
    await officer.fill({"status-to": "cancelled"})
    await officer.submit("form#status")
    await confirmed(officer, "event-cancelled")


async def arrange_sessions(officer, event):
    await officer.open(f"/office/events/{event}/sessions")
    await officer.fill({
        "day": "2011-09-06", "session-title": "A visit", "starts": "14:00", "ends": "18:00"})
    await officer.submit("form#form")
    await said(officer, "session-added")
    await officer.page.locator("#sessions a").last.click()
    await officer.fill({"parting": "09:00"})
    await officer.submit("form#split", status=422)
    await officer.look("session-refused")
    await officer.fill({"parting": "16:00", "second-title": "Tea"})
    await officer.submit("form#split")
    await said(officer, "session-split")
    await officer.page.locator("#sessions a").last.click()
    await officer.submit("form#remove")
    await confirmed(officer, "session-removed")


async def count_heads(officer, event):
    await officer.open(f"/office/events/{event}/check-in/2/count")
    await officer.fill({"heads": "120", "gender": "female"})
    await officer.submit("form#form")
    await said(officer, "counted")


async def note_outcomes(officer, event):
    await officer.open(f"/office/events/{event}/outcomes")
    await officer.fill({"wording": "Meet again", "due": "Q4 2012", "responsible": "Museums"})
    await officer.submit("form#form")
    await said(officer, "outcome-added")
    await officer.page.locator("#outcomes a").first.click()
    await officer.fill({"done-note": "We met"})
    await officer.submit("form#done")
    await said(officer, "outcome-done")
    await officer.fill({"reopen-reason": "Only half of us"})
    await officer.submit("form#reopen")
    await said(officer, "outcome-open")


async def bring_list(officer, event):
    """With a fault first, then whole; and taken back."""
    for second, name in (("Listed,Too,listed.example.net,KG", "faults"), ("", "list")):
        await officer.open(f"/office/events/{event}/list")
        text = LIST.format(event=event, second=second)
        await officer.fill({
            "as": "nominated", "role": "participant",
            "file": {"name": f"{event}.csv", "mimeType": "text/csv", "buffer": text.encode()}})
        await officer.submit("form#form")
        await officer.look(f"{name}-preview")
    await officer.submit("form#form")
    await said(officer, "list-entered")
    await officer.page.locator(".actions a").first.click()
    await officer.look("list-lines")
    await officer.submit("form#form")
    await confirmed(officer, "list-undone")
    await officer.open("/office/lists")
    await officer.look("lists")


async def write(officer, event):
    await officer.open(f"/office/events/{event}/letters")
    await officer.fill({"letter-to": "confirmed", "subject": "Visas", "letter-text": "Dear {{nobody"})
    await officer.submit("form#form", status=422)
    await officer.look("letter-refused")
    await officer.fill({"letter-text": "Bring your passport.\n\nSee you soon."})
    await officer.submit("form#form")
    await confirmed(officer, "letters")
    await officer.open(f"/office/events/{event}")
    await officer.page.locator("details.act summary").click()
    await officer.fill({"status-to": "held"})
    await officer.submit("form#status")
    await confirmed(officer, "event-held")
    await officer.open(f"/office/events/{event}/letters")
    await officer.fill({"letter-note": "It was good to see you."})
    await officer.submit("form#thanks")
    await confirmed(officer, "thanks")


async def add_programme(officer, event):
    await officer.open("/office/new/programme")
    await officer.fill({"title": "A stage of ours", "code": f"stage-{event}", "start": "0"})
    await officer.submit("form#form", status=422)
    await officer.look("programme-faults")
    await officer.fill({"start": "2012", "end": "2013", "parent": "ram-2", "target-workshop": "4"})
    await officer.submit("form#form")
    await said(officer, "programme-added")


async def keep_accounts(officer, event):
    await officer.open("/office/new/account")
    await officer.fill({"account-name": f"door-{event}", "account-role": "desk", "events": event})
    await officer.submit("form#form")
    await said(officer, "account-added")
    await officer.fill({"new-password": "short"})
    await officer.submit("form#password-form", status=422)
    await officer.look("password-weak")
    await officer.fill({"new-password": "some words of mine"})
    await officer.submit("form#password-form")
    await said(officer, "password-set")
    await officer.fill({"label": "The door", "scope": ["read", "attendance"]})
    await officer.submit("form#token")
    await officer.look("token")
    await officer.open(f"/office/accounts/door-{event}")
    await officer.page.locator("[name=token]").select_option(index=1)
    await officer.submit("form#revoke")
    await confirmed(officer, "token-revoked")
    await officer.submit("form#shut")
    await confirmed(officer, "account-shut")
    await officer.open("/office/me")
    await officer.fill({"present": "not this one", "new-password": "some words of mine"})
    await officer.submit("form#form", status=422)
    await officer.look("me-refused")


FORMS = (
    add_event, arrange_sessions, count_heads, note_outcomes, bring_list, write, add_programme,
    keep_accounts)
