PRAGMA user_version = 12;
INSERT INTO webhook VALUES (1, 'https://hooks.example.org/convene', 'registration', 1, NULL, x'0102', 1314867900000, NULL);
INSERT INTO webhook_delivery (id, webhook_id, uid, change, body, made_at, state, attempts, due_at, reply)
VALUES (1, 1, 'msg_01', 'registration.confirmed', '{}', 1314867900000, 'queued', 0, 1314867900000, '');
