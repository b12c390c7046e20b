-- Mail that comes back: answers, delivery reports, complaints; and whom nothing is sent to any more.

-- What the tags in our addresses are sealed with.
CREATE TABLE tag_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32),
    made_at INTEGER NOT NULL
) STRICT;

-- Whether the organiser of its calendar entry is an address with the invitation's tag. Calendars know
-- an entry again by its organiser, so it stays as the first mail had it.
ALTER TABLE invitation ADD COLUMN tagged INTEGER NOT NULL DEFAULT 0 CHECK (tagged IN (0, 1));

-- Where answers to a mail go, if not to the office's usual address.
ALTER TABLE message_content ADD COLUMN reply_to TEXT;

-- The answer by calendar that counts: one to an earlier revision, or made earlier, changes nothing.
CREATE TABLE calendar_answer (
    invitation_id INTEGER PRIMARY KEY REFERENCES invitation (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    stamp_at INTEGER NOT NULL
) STRICT;

-- How far each mailbox has been read; validity and uid are those of IMAP.
CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    validity INTEGER,
    uid INTEGER,
    CHECK ((validity IS NULL) = (uid IS NULL))
) STRICT;

-- One row a mail that came, whatever it was. words is what somebody or some server said, and is kept
-- as long as it is needed; header is what it takes to judge where a mail came from.
CREATE TABLE incoming (
    id INTEGER PRIMARY KEY,
    mailbox_id INTEGER NOT NULL REFERENCES mailbox (id),
    place TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    read_at INTEGER NOT NULL,
    sent_at INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'counter', 'bounce', 'delay', 'delivery',
        'complaint', 'auto-reply', 'receipt', 'reply', 'unclassified', 'other')),
    status TEXT,
    outcome TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    sender TEXT NOT NULL,
    sender_key TEXT NOT NULL,
    subject TEXT NOT NULL,
    header TEXT NOT NULL,
    words TEXT NOT NULL,
    message_id INTEGER REFERENCES message (id),
    registration_id INTEGER REFERENCES registration (id),
    person_id INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX incoming_place ON incoming (mailbox_id, place);
CREATE INDEX incoming_open ON incoming (open) WHERE open = 1;
CREATE INDEX incoming_person ON incoming (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX incoming_sender ON incoming (sender_key);

-- Addresses that nothing is sent to.
CREATE TABLE suppression (
    id INTEGER PRIMARY KEY,
    address_key TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('dead', 'disabled', 'failing', 'officer')),
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    message_id INTEGER REFERENCES message (id)
) STRICT;

-- The days on which mail to an address came back for a reason that may pass.
CREATE TABLE bounce_day (
    address_key TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (address_key, day)
) STRICT, WITHOUT ROWID;

-- What somebody does not want to get any more: a stream of mail, or all of it.
CREATE TABLE opt_out (
    person_id INTEGER NOT NULL REFERENCES person (id),
    stream TEXT NOT NULL CHECK (stream IN ('invitations', 'letters', 'all')),
    cause TEXT NOT NULL CHECK (cause IN ('complaint', 'request')),
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    PRIMARY KEY (person_id, stream)
) STRICT, WITHOUT ROWID;
