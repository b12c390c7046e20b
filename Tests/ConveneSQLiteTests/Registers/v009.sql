PRAGMA user_version = 9;
UPDATE event SET admission = 'application' WHERE id = 1;
INSERT INTO question VALUES (1, 1, 1, 'choice', 'How will you come?', 'Bus' || char(10) || 'Train', 1);
INSERT INTO question VALUES (2, 1, 2, 'text', 'What do you hope for?', '', 0);
INSERT INTO question_answer VALUES (1, 1, 'Train', 1314867900000);
INSERT INTO guest_needs VALUES (1, 'No nuts', '', 1, 1314867900000, 1314867900000);
