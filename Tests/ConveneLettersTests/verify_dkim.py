"""Verifies signatures with dkimpy, which is not ours (DKM-4).

Usage: verify_dkim.py FOLDER. Each NAME.eml in it must bear a good signature by the key of record.txt,
as it is and after a relay has refolded its header; and a bad one once the text, the subject or the
sender is another, or a second sender stands before it.
"""

import pathlib
import re
import sys

import dkim


def good(mail, record):
    try:
        return dkim.verify(mail, dnsfunc=lambda name, timeout=5: record)
    except dkim.DKIMException:
        return False


def refolded(mail):
    """As a relay may do: other white space, folds at other places, blanks at the ends of lines."""
    head, _, body = mail.partition(b"\r\n\r\n")
    head = re.sub(rb"\r\n[ \t]+", b" ", head)
    fields = []
    for field in head.split(b"\r\n"):
        name, _, value = field.partition(b":")
        words = value.split(b" ")
        fields.append(name.rstrip() + b":" + b"\r\n\t".join(words))
    return b"\r\n".join(fields) + b"\r\n\r\n" + body


def changed(mail):
    head, _, body = mail.partition(b"\r\n\r\n")
    yield "a longer text", head + b"\r\n\r\n" + body + b"more\r\n"
    yield "another subject", re.sub(rb"(?mi)^(Subject ?:)", rb"\1 Free money", mail)
    yield "another sender", mail.replace(b"office@example.org", b"office@example.com")
    yield "a second sender", b"From: evil@example.com\r\n" + mail


def main(folder):
    folder = pathlib.Path(folder)
    record = (folder / "record.txt").read_bytes()
    count = wrong = 0
    for path in sorted(folder.glob("*.eml")):
        mail = path.read_bytes()
        count += 1
        cases = [("as it is", mail, True), ("refolded", refolded(mail), True)]
        cases += [(what, other, False) for what, other in changed(mail)]
        for what, text, expected in cases:
            if good(text, record) != expected:
                wrong += 1
                print(f"{path.stem}: {what} should be {'good' if expected else 'bad'}")
    print(f"{count} signatures, {wrong} wrong")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
