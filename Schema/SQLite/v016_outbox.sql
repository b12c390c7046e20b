-- An outbox that minds its retries, its relay and its own place.

-- How many attempts had been made when a person last had the mail sent: they count no more.
ALTER TABLE message ADD COLUMN attempts_before INTEGER NOT NULL DEFAULT 0
    CHECK (attempts_before >= 0);

-- When a server last asked for less mail in a time. It was looked for among the last attempts, where
-- it was forgotten behind others.
ALTER TABLE register ADD COLUMN mail_slowed_at INTEGER;
DROP INDEX message_attempt_complaint;

-- Where the register was when mail was last sent from it: the file's number, and the machine's.
ALTER TABLE register ADD COLUMN mail_home TEXT;

-- Where mails stand, in mailboxes of names and not numbers, that had come before from elsewhere.
CREATE TABLE mailbox_place (
    mailbox_id INTEGER NOT NULL REFERENCES mailbox (id),
    place TEXT NOT NULL,
    PRIMARY KEY (mailbox_id, place)
) STRICT, WITHOUT ROWID;
