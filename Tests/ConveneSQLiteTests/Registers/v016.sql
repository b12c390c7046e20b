PRAGMA user_version = 16;
UPDATE message SET attempts_before = attempts;
UPDATE register SET mail_slowed_at = 1314867600000, mail_home = '12 0123456789abcdef';
INSERT INTO mailbox (name) SELECT 'maildir:/moved' WHERE NOT EXISTS
    (SELECT 1 FROM mailbox WHERE name = 'maildir:/moved');
INSERT INTO mailbox_place SELECT id, '1314867600.1.example' FROM mailbox
WHERE name = 'maildir:/moved';
