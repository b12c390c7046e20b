"""Reads back, with parsers that are not ours, the mails that a test has written (MSG-18).

Usage: parse_back.py FOLDER. For each NAME.json in it, NAME.eml must say exactly that: every header,
both texts, and each property of the calendar.
Or: parse_back.py FILE.json, a list of headers, each with its names, the sender's name and the subject.
Whatever differs is printed; then the exit code is 1.
"""

import base64
import json
import pathlib
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import SMTP, compat32
from email.utils import parseaddr

import icalendar


def headers(mail, expected):
    want = dict(expected["headers"])
    for name, value in want.items():
        got = mail.get_all(name, [])
        yield f"header {name}", [value], [str(one) for one in got]
    yield "names of headers", expected["names"], mail.keys()
    for name, mailbox in expected["mailboxes"].items():
        address = mail[name].addresses[0]
        yield f"mailbox {name}", mailbox, [address.display_name, address.addr_spec]
    for name, value in mail.items():
        yield f"defects of {name}", [], [str(one) for one in value.defects]


def texts(mail, expected):
    parts = {part.get_content_type(): part for part in mail.walk()}
    for kind in ("plain", "html"):
        part = parts[f"text/{kind}"]
        yield f"text/{kind}", expected[kind], part.get_content().replace("\r\n", "\n")
    for part in mail.walk():
        yield f"defects of {part.get_content_type()}", [], [str(one) for one in part.defects]
    kinds = [part.get_content_type() for part in mail.walk()]
    yield "parts", expected["parts"], kinds


def value(component, name):
    got = component.get(name)
    if got is None:
        return None
    if hasattr(got, "dt"):
        return got.to_ical().decode()
    return str(got)


def calendars(mail, expected):
    want = expected.get("calendar")
    parts = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    yield "calendars", 1 if want else 0, len(parts)
    if not want:
        return
    part = parts[0]
    yield "method parameter", want["method"], part.get_param("method")
    yield "disposition", None, part.get_content_disposition()
    content = part.get_payload(decode=True)
    copy = next(p for p in mail.walk() if p.get_content_type() == "application/ics")
    yield "second copy", content, copy.get_payload(decode=True)
    yield "file name", "invite.ics", copy.get_filename()
    yield "longest line", True, all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(content)
    yield "METHOD", want["method"], value(calendar, "METHOD")
    yield "VERSION", "2.0", value(calendar, "VERSION")
    events = calendar.walk("VEVENT")
    yield "VEVENTs", 1, len(events)
    event = events[0]
    yield "errors", [], list(event.errors)
    for name, text in want["properties"].items():
        yield name, text, value(event, name)
    yield "properties", sorted(want["names"]), sorted(event.keys())
    for name, parameters in want["parameters"].items():
        got = {key: str(one) for key, one in event[name].params.items()}
        yield f"parameters of {name}", parameters, got


def files(mail, expected):
    got = [
        [part.get_filename(), base64.b64encode(part.get_payload(decode=True)).decode()]
        for part in mail.walk()
        if part.get_content_type() == "application/pdf"
    ]
    yield "files", expected["files"], got
    kinds = [part.get_content_disposition() for part in mail.iter_attachments()]
    yield "dispositions", {"attachment"} if kinds else set(), set(kinds)


def sender(header):
    """The sender by Python's older parser. The newer one loses no-break spaces of a name, and before
    3.14 it keeps the blank between two encoded-words, which RFC 2047 takes out (§6.2, gh-128110)."""
    name, address = parseaddr(message_from_bytes(header, policy=compat32)["From"])
    return [str(make_header(decode_header(name))), address]


def blankless(text):
    return "".join(text.split())


def header_sets(path):
    for number, expected in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        header = expected["header"].encode("ascii")
        mail = message_from_bytes(header, policy=SMTP)
        yield number, "names of headers", expected["names"], mail.keys()
        yield number, "subject", expected["subject"], str(mail["Subject"])
        yield number, "sender", [expected["name"], "office@example.org"], sender(header)
        addresses = [
            [blankless(one.display_name), one.addr_spec] for one in mail["From"].addresses
        ]
        name = blankless(expected["name"])
        yield number, "sender without blanks", [[name, "office@example.org"]], addresses
        defects = [str(one) for name in ("Subject", "From") for one in mail[name].defects]
        yield number, "defects", [], defects


def read_headers(path):
    numbers = set()
    differences = 0
    for number, what, want, got in header_sets(path):
        numbers.add(number)
        if want != got:
            differences += 1
            if differences <= 10:
                print(f"{number}: {what}\n  expected {want!r}\n  got      {got!r}")
    print(f"{len(numbers)} headers read, {differences} differences")
    return 1 if differences or not numbers else 0


def main(folder):
    if folder.endswith(".json"):
        return read_headers(pathlib.Path(folder))
    count = 0
    differences = 0
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        mail = message_from_bytes(path.with_suffix(".eml").read_bytes(), policy=SMTP)
        for check in (headers, texts, calendars, files):
            for what, want, got in check(mail, expected):
                if want != got:
                    differences += 1
                    print(f"{path.stem}: {what}\n  expected {want!r}\n  got      {got!r}")
        count += 1
    print(f"{count} mails read, {differences} differences")
    return 1 if differences or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
