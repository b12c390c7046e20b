PRAGMA user_version = 3;
INSERT INTO list_layout VALUES ('name | delegation', '{"Delegation":"organisation"}');
