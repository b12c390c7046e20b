PRAGMA user_version = 11;
INSERT INTO once_request VALUES (1, x'01', x'02', 1314867900000, 201, '/api/v1/people/P1', NULL, x'7b7d');
