-- Who comes in to the service: what accounts answer for, their one-time codes, and the browsers
-- that signed in.

ALTER TABLE account ADD COLUMN country TEXT CHECK (length(country) = 2);
ALTER TABLE account ADD COLUMN code_secret BLOB;
-- How often in a row it went wrong at the door, until when it stays shut, and the last code taken.
ALTER TABLE account ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN locked_until INTEGER;
ALTER TABLE account ADD COLUMN code_step INTEGER NOT NULL DEFAULT 0;

-- Nothing in either: all programmes and events.
CREATE TABLE account_programme (
    account_id INTEGER NOT NULL REFERENCES account (id),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    PRIMARY KEY (account_id, programme_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_event (
    account_id INTEGER NOT NULL REFERENCES account (id),
    event_id INTEGER NOT NULL REFERENCES event (id),
    PRIMARY KEY (account_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_programme_programme ON account_programme (programme_id);
CREATE INDEX account_event_event ON account_event (event_id);
CREATE INDEX access_token_account ON access_token (account_id);

CREATE TABLE web_session (
    hash BLOB PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX web_session_account ON web_session (account_id);
