-- An activity without steps is ticked off as a whole: on which day, and by whom.
ALTER TABLE activity ADD COLUMN done_on TEXT;
ALTER TABLE activity ADD COLUMN done_by INTEGER REFERENCES actor (id);

-- Who is to see to an outcome, in the words of the meeting.
ALTER TABLE outcome ADD COLUMN responsible TEXT NOT NULL DEFAULT '';
