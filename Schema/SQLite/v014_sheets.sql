-- What many mails say alike is kept once, and with each mail only what it says by itself: 100,000
-- invitations were 600 MB of nearly the same. What was queued before has a sheet of its own.

CREATE TABLE letter_sheet (
    id INTEGER PRIMARY KEY,
    -- By which the same sheet is found again; none where it is of one mail of an earlier version.
    digest BLOB UNIQUE CHECK (length(digest) = 32),
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT,
    calendar_method TEXT CHECK (calendar_method = 'REQUEST' OR calendar_method = 'CANCEL'
        OR calendar_method = 'PUBLISH'),
    -- In whose name it is written, and who gets the replies, if not the office.
    contact_name TEXT,
    contact_address TEXT,
    CHECK ((contact_name IS NULL) = (contact_address IS NULL)),
    CHECK ((calendar IS NULL) = (calendar_method IS NULL))
) STRICT;

CREATE TABLE message_words (
    message_id INTEGER PRIMARY KEY REFERENCES message (id),
    sheet_id INTEGER NOT NULL REFERENCES letter_sheet (id),
    -- What takes the place of the sheet's marks, one a line; the mark of the first is U+F0010. None
    -- where the sheet is this mail's alone.
    fields TEXT NOT NULL,
    automatic INTEGER NOT NULL CHECK (automatic = 0 OR automatic = 1),
    reply_to TEXT
) STRICT;

INSERT INTO letter_sheet (id, plain, html, calendar, calendar_method)
SELECT message_id, plain, html, iif(calendar_method IS NULL, NULL, calendar),
    iif(calendar IS NULL, NULL, calendar_method)
FROM message_content;

INSERT INTO message_words (message_id, sheet_id, fields, automatic, reply_to)
SELECT message_id, message_id, '', automatic, reply_to FROM message_content;

DROP TABLE message_content;
ALTER TABLE message_words RENAME TO message_content;
CREATE INDEX message_content_sheet ON message_content (sheet_id);

-- Nothing was found by the index that goes, and each mail changed it three times; what is being sent
-- is asked for whenever a round begins, and whenever a pace allows a mail.
DROP INDEX message_open;
CREATE INDEX message_sending ON message (id) WHERE state = 'sending';
-- With the state, so that what is due is counted without a look at the rows.
DROP INDEX message_due;
CREATE INDEX message_due ON message (due_at, id, state) WHERE state IN ('queued', 'retry');

-- Who answers questions about an event.
ALTER TABLE event ADD COLUMN contact_name TEXT;
ALTER TABLE event ADD COLUMN contact_address TEXT
    CHECK ((contact_name IS NULL) = (contact_address IS NULL));
