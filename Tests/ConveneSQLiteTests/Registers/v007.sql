PRAGMA user_version = 7;
UPDATE register SET mail_released_at = 1314867600000 WHERE id = 1;
