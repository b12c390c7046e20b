PRAGMA user_version = 10;
INSERT INTO actor (id, kind, name) VALUES (90, 'account', 'aru');
INSERT INTO account (id, actor_id, email, role, password_hash, created_at, country)
VALUES (1, 90, 'aru@example.org', 'focal-point', NULL, 1314867900000, 'KZ');
INSERT INTO account_event VALUES (1, 1);
INSERT INTO access_token VALUES (1, 1, 'tests', x'00', 'read write', 1314867900000, NULL, NULL);
INSERT INTO web_session VALUES (x'01', 1, 1314867900000, 1314867900000);
