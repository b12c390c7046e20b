PRAGMA user_version = 5;
INSERT INTO tag_key VALUES (1, zeroblob(32), 1314867600000);
INSERT INTO calendar_answer VALUES (1, 0, 1314867900000);
INSERT INTO mailbox VALUES (1, 'imaps://imap.example.org:993/INBOX', 1, 7);
INSERT INTO incoming VALUES (1, 1, '7', x'01', 1314868000000, 1314867900000, 'bounce', '5.1.1',
    'M1 failed. Nothing more is sent to its address.', 0, 'MAILER-DAEMON@example.org',
    'mailer-daemon@example.org', 'Undelivered', 'from: MAILER-DAEMON@example.org', '550 5.1.1', 1, 1, 1);
INSERT INTO suppression VALUES (1, 'ada@example.org', 'Ada@example.org', 'dead', '550 5.1.1',
    1314868000000, 1, 1);
INSERT INTO bounce_day VALUES ('ada@example.org', '2011-09-01');
INSERT INTO opt_out VALUES (1, 'letters', 'request', 1314868000000, 1);
