"""Reads the secret links out of the mails in a folder: {"recipient": {"answer": …}}."""
import email
import email.policy
import pathlib
import re


def links(folder):
    found = {}
    for file in pathlib.Path(folder).glob("*.eml"):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        texts = [mail.get("List-Unsubscribe", "")] + [
            part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
        of = found.setdefault(mail["To"].addresses[0].addr_spec, {})
        for kind, token in re.findall(
                r"/(answer|me|unsubscribe|certificate)/([\w-]+)", "\n".join(texts)):
            of[kind] = f"/{kind}/{token}"
    return found
