-- Addresses on the web that are told what changes, and the queue of what they are to be told.

CREATE TABLE webhook (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    -- Words separated by blanks; none for everything.
    changes TEXT NOT NULL,
    -- What is told of one event or programme goes with it, when an undone list takes it away.
    event_id INTEGER REFERENCES event (id) ON DELETE CASCADE,
    programme_id INTEGER REFERENCES programme (id) ON DELETE CASCADE,
    -- As it is, because it signs; what opens our own doors is kept as a hash.
    secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;
CREATE INDEX webhook_event ON webhook (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX webhook_programme ON webhook (programme_id) WHERE programme_id IS NOT NULL;

CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY,
    webhook_id INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    uid TEXT NOT NULL UNIQUE,
    change TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'given-up')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    due_at INTEGER NOT NULL,
    tried_at INTEGER,
    ended_at INTEGER,
    status INTEGER,
    reply TEXT NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
) STRICT;
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id, state);
CREATE INDEX webhook_delivery_queued ON webhook_delivery (webhook_id, due_at)
    WHERE state = 'queued';
CREATE INDEX webhook_delivery_sending ON webhook_delivery (id) WHERE state = 'sending';
CREATE INDEX webhook_delivery_made ON webhook_delivery (made_at);
