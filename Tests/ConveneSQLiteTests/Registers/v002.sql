PRAGMA journal_mode = DELETE;
PRAGMA foreign_keys = ON;
PRAGMA application_id = 1131376246;
PRAGMA user_version = 2;
BEGIN;
INSERT INTO register VALUES (1, '0f', 1314867600000, 1, NULL);
INSERT INTO actor VALUES (1, 'terminal', 'officer');
INSERT INTO programme VALUES (1, 'heritage', 'Наследие', NULL, 2011, 2013, '');
INSERT INTO programme_country VALUES (1, 'KZ', 0), (1, 'UZ', 1);
INSERT INTO programme_target VALUES (1, 'women', 20, 0);
INSERT INTO organisation VALUES (1, 'Museum of Samples', 'museum', 'KZ', 'Almaty', NULL);
INSERT INTO organisation_name VALUES ('museum of samples', 1, 'Museum of Samples', 0);
INSERT INTO event VALUES (1, 'kyiv-2011', 1, 'regional-training', 'Учебный семинар',
    'October 2011', '2011-10-01', '2011-10-31', 'month', '2011-10-03', '2011-10-04', 'Kyiv', 'UA',
    '', 'Europe/Kyiv', 'in-person', 30, 80, 'ru en', '', 'held');
INSERT INTO event_status VALUES (1, 1, 'held', 1317800000000, 1, '');
INSERT INTO event_organisation VALUES (1, 1, 'organiser', 0);
INSERT INTO session VALUES (1, 1, 1, '', '2011-10-03', '09:00', '17:00', 1),
    (2, 1, 2, 'Site visit', '2011-10-04', NULL, NULL, 0);
INSERT INTO person VALUES
    (1, 'Ada', 'Sample', '', 'Ада', 'Образцова', '', 'female', 'KZ', 1, 'museum', '', 'ru', '',
     'sample', 'ada', 'sample ada', 'sample ada', NULL, NULL),
    (2, 'Grace', 'Sample', '', '', '', '', 'male', 'UZ', NULL, NULL, '', '', '', 'sample', 'grace',
     'sample grace', 'sample grace', NULL, NULL),
    (3, 'Edith', 'Sample', '', '', '', '', 'undisclosed', NULL, NULL, NULL, '', '', '', 'sample',
     'edith', 'sample edith', 'sample edith', NULL, NULL),
    (4, 'Mary', 'Sample', '', '', '', '', 'other', 'KZ', NULL, 'ngo', '', '', '', 'sample', 'mary',
     'sample mary', 'sample mary', NULL, NULL);
INSERT INTO person_address VALUES ('ada@example.org', 1, 'Ada@example.org', 0),
    ('grace@example.net', 2, 'grace@example.net', 0);
INSERT INTO registration VALUES
    (1, 1, 1, 'participant', 'confirmed', 'KZ', 'female', 1, 'museum', NULL, 1, 1, 1),
    (2, 1, 2, 'trainer', 'confirmed', 'UZ', 'male', NULL, NULL, NULL, 0, 1, 1),
    (3, 1, 3, 'participant', 'confirmed', NULL, 'undisclosed', NULL, NULL, NULL, 0, 0, 0),
    (4, 1, 4, 'participant', 'waitlisted', 'KZ', 'other', NULL, 'ngo', 1314867600000, 0, 0, 0);
INSERT INTO standing_change VALUES (1, 1, 'confirmed', 1314867600000, 1, ''),
    (2, 4, 'waitlisted', 1314867600000, 1, 'no seat left');
INSERT INTO attendance_mark VALUES (1, 1, 1, 'absent', 'sheet', 1, 1317632400000, ''),
    (1, 1, 2, 'present', 'sheet', 1, 1317636000000, 'came late'),
    (2, 1, 1, 'present', 'sheet', 1, 1317632400000, ''),
    (3, 1, 1, 'absent', 'sheet', 1, 1317632400000, '');
INSERT INTO head_count VALUES (1, 2, NULL, NULL, 200, 1, 1317718800000, '');
INSERT INTO invitation VALUES (1, 1, '7a@example.org', 1, 1314867600000, 1314867700000, 'accepted',
    1314867800000, NULL);
INSERT INTO invitation_answer VALUES (1, 1, 'accepted', 'link', 1314867800000, 1, '');
INSERT INTO invitation_link VALUES (x'00ff', 1, 1314867600000);
INSERT INTO message VALUES (1, 1, 1, 1, 'invitation', 0, 'Ada@example.org', '1@example.org', 'ru',
    'Приглашение', 'sent', 1, 1314867600000, 1314867600000, NULL, 1314867700000, NULL, NULL, '250 ok');
INSERT INTO message_content VALUES (1, 'a', '<p>a</p>', NULL, NULL, 0);
INSERT INTO message_secret VALUES (1, 'a');
INSERT INTO message_attempt VALUES (1, 1, 'a', 1314867600000, 1314867650000, 1314867700000, 'sent',
    250, NULL, 'ok');
INSERT INTO import_batch VALUES (1, 'nominees', 1, 'a.csv', x'01', 4, 1314867600000, 1, NULL, NULL);
INSERT INTO import_entry VALUES (1, 2, 'person', 1, 1);
INSERT INTO audit_entry VALUES (1, 1314867600000, 1, 'found', 'register', 1, '{}', x'00', x'01');
UPDATE person SET match_key = CASE id WHEN 1 THEN 'smbl t' WHEN 2 THEN 'rs smbl' WHEN 3 THEN 'smbl ts'
    ELSE 'mr smbl' END;
INSERT INTO person_name VALUES ('ada', 1), ('obrazcova', 1);
INSERT INTO name_part VALUES (1, 'sample'), (2, 'ada'), (3, 'grace');
INSERT INTO name_part_trigram (rowid, name_key) VALUES (1, 'sample'), (2, 'ada'), (3, 'grace');
INSERT INTO organisation_trigram (rowid, name_keys) VALUES (1, 'museum of samples');
INSERT INTO person VALUES
    (5, 'Edith', 'Sampel', '', '', '', '', 'undisclosed', NULL, NULL, NULL, '', '', '', 'sampel',
     'edith', 'smbl ts', 'sampel edith', 3, NULL);
INSERT INTO merge VALUES (1, 'person', 3, 5, 1314867600000, 1, '{}', NULL);
INSERT INTO not_same VALUES ('person', 1, 2, 1314867600000, 1);
COMMIT;
PRAGMA page_size = 1024;
VACUUM;
