-- The organiser's own word in a letter: a mail that takes the place of one that has not left says it
-- too.
ALTER TABLE letter_sheet ADD COLUMN note TEXT NOT NULL DEFAULT '';
