PRAGMA user_version = 14;
INSERT INTO letter_sheet VALUES (100, zeroblob(32), 'To ' || char(0xF0010), '<p>' || char(0xF0011),
    NULL, NULL, NULL, NULL);
UPDATE message_content SET sheet_id = 100, fields = 'Ada' || char(10) || 'A&amp;a'
WHERE message_id = (SELECT max(message_id) FROM message_content);
UPDATE event SET contact_name = 'Ada Sample', contact_address = 'ada@example.org';
