PRAGMA user_version = 8;
UPDATE import_entry SET change = '{}' WHERE batch_id = 1 AND line = 2;
