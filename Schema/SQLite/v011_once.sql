-- What programs asked for under a key of theirs, so that it is done once however often it is sent
-- within a day; the answer is kept for as long.

CREATE TABLE once_request (
    account_id INTEGER NOT NULL REFERENCES account (id),
    key BLOB NOT NULL,
    request BLOB NOT NULL,
    begun_at INTEGER NOT NULL,
    -- Nothing until it is done.
    status INTEGER,
    location TEXT,
    etag TEXT,
    answer BLOB,
    PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX once_request_begun ON once_request (begun_at);
