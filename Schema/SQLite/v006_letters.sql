-- What goes with letters: files, certificates, the event's own text, and reminders by rule.

-- What letters about the event say besides, and the day by which an answer is asked for.
ALTER TABLE event ADD COLUMN mail_text TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN answer_by TEXT;

-- When those who have not answered are reminded: so many days before the event begins, or before
-- the day by which an answer is asked for. done_at is when it was last carried out.
CREATE TABLE event_reminder (
    event_id INTEGER NOT NULL REFERENCES event (id),
    anchor TEXT NOT NULL CHECK (anchor IN ('start', 'deadline')),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
    made_at INTEGER NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (event_id, anchor, days)
) STRICT, WITHOUT ROWID;

-- Files that go with mails, each once.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 5000000)
) STRICT;

CREATE TABLE message_attachment (
    message_id INTEGER NOT NULL REFERENCES message (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    name TEXT NOT NULL,
    PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_attachment_attachment ON message_attachment (attachment_id);

-- number stands on the certificate; anybody who has it may have it verified.
CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL UNIQUE REFERENCES registration (id),
    number TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL
) STRICT;

-- The secret links by which its holder opens a certificate; only their hashes are kept.
CREATE TABLE certificate_link (
    hash BLOB PRIMARY KEY,
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_link_certificate ON certificate_link (certificate_id);
