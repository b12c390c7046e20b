PRAGMA user_version = 15;
UPDATE letter_sheet SET note = 'Bring a coat.' WHERE id = 100;
