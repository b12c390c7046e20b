PRAGMA user_version = 6;
UPDATE event SET mail_text = 'Travel is paid.', answer_by = '2011-09-20' WHERE id = 1;
INSERT INTO event_reminder VALUES (1, 'start', 7, 1314867600000, NULL);
INSERT INTO attachment VALUES (1, zeroblob(32), 1314867600000, x'255044462d');
INSERT INTO message_attachment VALUES (1, 0, 1, 'programme.pdf');
INSERT INTO certificate VALUES (1, 1, 'K7Q2-M9XA-3RTP-W8NC', 1314867600000);
INSERT INTO certificate_link VALUES (zeroblob(32), 1, 1314867600000);
