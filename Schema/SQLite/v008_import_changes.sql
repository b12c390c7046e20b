-- What a line of a list made of a thing of the register, or added to the attendance log, as JSON that
-- only undoing the list reads. Nothing for people, and for lists of earlier versions.
ALTER TABLE import_entry ADD COLUMN change TEXT;
