"""Writes what a guest's calendar, or a mail server, would send back for an invitation in mail/.

    come_back.py answer GUEST ACCEPTED|DECLINED|TENTATIVE
    come_back.py bounce GUEST STATUS

It reads the invitation as a mail program does, with Python's own parser.
"""
import email
import glob
import sys
from email import policy

what, guest, status = sys.argv[1:4]
address = f"guest{guest}@example.net"


def invitation():
    for path in sorted(glob.glob("mail/*-invitation.eml")):
        with open(path, "rb") as file:
            mail = email.message_from_binary_file(file, policy=policy.SMTP)
        if mail["To"] == address:
            return mail
    sys.exit(f"no invitation to {address}")


mail = invitation()
if what == "answer":
    calendar = next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
    lines = calendar.get_content().replace("\r\n ", "").splitlines()
    uid = next(line for line in lines if line.startswith("UID:"))
    sequence = next(line for line in lines if line.startswith("SEQUENCE:"))
    organiser = next(line for line in lines if line.startswith("ORGANIZER")).split("mailto:")[1]
    text = f"""From: Calendar <calendar@example.com>
To: {organiser}
Subject: {status}: Museums
Date: Thu, 1 Sep 2011 09:00:00 +0000
Message-ID: <{status}.{guest}@example.com>
MIME-Version: 1.0
Content-Type: text/calendar; method=REPLY; charset=utf-8

BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
{uid}
{sequence}
DTSTAMP:20110901T090000Z
ATTENDEE;PARTSTAT={status}:mailto:{address}
END:VEVENT
END:VCALENDAR
"""
else:
    text = f"""Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: workshops@example.org
Subject: Undelivered Mail Returned to Sender
Date: Thu, 1 Sep 2011 09:00:00 +0000
Message-ID: <{status}.{guest}@mx.example.net>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; {address}
Action: failed
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--b
Content-Type: text/rfc822-headers

Message-ID: {mail["Message-ID"]}
--b--
"""
sys.stdout.write(text)
