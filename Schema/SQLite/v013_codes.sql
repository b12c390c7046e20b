-- Codes are compared one by one. SQLite makes a set of the codes of an IN list, a small table of its
-- own, for every row that it checks: of what one mail takes to be sent, a fifth went there. What the
-- tables may hold stays the same, so their descriptions are put right where they stand
-- (https://sqlite.org/lang_altertable.html, "other kinds of table schema changes").

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (purpose IN (''invitation'', ''reminder'', ''confirmation'',
        ''waiting-list'', ''seat-offered'', ''change'', ''cancellation'', ''thanks'', ''letter''))',
    'CHECK (purpose = ''invitation'' OR purpose = ''reminder'' OR purpose = ''confirmation''
        OR purpose = ''waiting-list'' OR purpose = ''seat-offered'' OR purpose = ''change''
        OR purpose = ''cancellation'' OR purpose = ''thanks'' OR purpose = ''letter'')')
WHERE type = 'table' AND name = 'message';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (state IN (''queued'', ''sending'', ''sent'', ''retry'', ''failed'',
        ''unknown'', ''held'', ''suppressed'', ''cancelled'', ''expired''))',
    'CHECK (state = ''queued'' OR state = ''sending'' OR state = ''sent'' OR state = ''retry''
        OR state = ''failed'' OR state = ''unknown'' OR state = ''held''
        OR state = ''suppressed'' OR state = ''cancelled'' OR state = ''expired'')')
WHERE type = 'table' AND name = 'message';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (calendar_method IN (''REQUEST'', ''CANCEL'', ''PUBLISH''))',
    'CHECK (calendar_method = ''REQUEST'' OR calendar_method = ''CANCEL''
        OR calendar_method = ''PUBLISH'')')
WHERE type = 'table' AND name = 'message_content';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (outcome IN (''sent'', ''retry'', ''failed'', ''unknown'', ''unreachable'',
        ''refused-us'', ''not-started''))',
    'CHECK (outcome = ''sent'' OR outcome = ''retry'' OR outcome = ''failed''
        OR outcome = ''unknown'' OR outcome = ''unreachable'' OR outcome = ''refused-us''
        OR outcome = ''not-started'')')
WHERE type = 'table' AND name = 'message_attempt';

-- Other connections read the schema anew when its number has changed, and this one now.
CREATE TABLE schema_changed (id INTEGER) STRICT;
PRAGMA writable_schema = RESET;
DROP TABLE schema_changed;
