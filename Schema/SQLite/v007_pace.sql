-- The outbox keeps to a relay's pace, and stops by itself when too much goes wrong.

-- When a person last let the outbox go: what went wrong before that counts no more.
ALTER TABLE register ADD COLUMN mail_released_at INTEGER;

-- How much has left of late, and what servers said of late.
CREATE INDEX message_attempt_left ON message_attempt (data_started_at)
    WHERE data_started_at IS NOT NULL;
CREATE INDEX message_attempt_ended ON message_attempt (ended_at, outcome)
    WHERE ended_at IS NOT NULL;
-- When servers asked for patience: few rows, however much mail leaves.
CREATE INDEX message_attempt_complaint ON message_attempt (ended_at)
    WHERE outcome IN ('retry', 'unreachable');
-- Nothing asks for leases in the order of their ends: few mails are on their way at a time.
DROP INDEX message_leased;
