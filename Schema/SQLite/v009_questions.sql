-- Registration by the public pages: who may, what they are asked, and what they said.

-- Who may register by themselves while the event is open. What was entered before goes on by
-- invitation, for nobody has said that the public may see it.
ALTER TABLE event ADD COLUMN admission TEXT NOT NULL DEFAULT 'registration'
    CHECK (admission IN ('invitation', 'application', 'registration'));
UPDATE event SET admission = 'invitation';

-- What the organiser asks besides. choices has one a line, for the kinds that have choices.
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL
        CHECK (kind IN ('text', 'number', 'date', 'choice', 'several', 'yes-no')),
    wording TEXT NOT NULL,
    choices TEXT NOT NULL CHECK ((kind IN ('choice', 'several')) = (choices <> '')),
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    UNIQUE (event_id, number)
) STRICT;

-- Several choices stand one a line.
CREATE TABLE question_answer (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    question_id INTEGER NOT NULL REFERENCES question (id),
    value TEXT NOT NULL CHECK (value <> ''),
    at INTEGER NOT NULL,
    PRIMARY KEY (registration_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_answer_question ON question_answer (question_id);

-- What somebody needs at an event, and when they agreed that we keep what they say.
CREATE TABLE guest_needs (
    registration_id INTEGER PRIMARY KEY REFERENCES registration (id),
    dietary TEXT NOT NULL,
    access TEXT NOT NULL,
    visa_letter INTEGER NOT NULL CHECK (visa_letter IN (0, 1)),
    consent_at INTEGER,
    at INTEGER NOT NULL
) STRICT;
