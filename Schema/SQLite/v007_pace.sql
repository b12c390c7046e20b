-- The outbox keeps to a relay's pace, and stops by itself when too much goes wrong.

-- When a person last let the outbox go: what went wrong before that counts no more.
ALTER TABLE register ADD COLUMN mail_released_at INTEGER;

-- How much has left of late, and what servers said of late.
CREATE INDEX message_attempt_left ON message_attempt (data_started_at)
    WHERE data_started_at IS NOT NULL;
CREATE INDEX message_attempt_ended ON message_attempt (ended_at, outcome)
    WHERE ended_at IS NOT NULL;
