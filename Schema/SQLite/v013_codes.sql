-- Codes are compared one by one. SQLite makes a set of the codes of an IN list, a small table of its
-- own, for every row that it checks: of what one mail takes to be sent, a fifth went there. What the
-- tables may hold stays the same, so their descriptions are put right where they stand
-- (https://sqlite.org/lang_altertable.html, "other kinds of table schema changes").

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (gender IN (''female'', ''male'', ''other'', ''undisclosed''))',
    'CHECK (gender = ''female'' OR gender = ''male'' OR gender = ''other''
        OR gender = ''undisclosed'')')
WHERE type = 'table' AND name IN ('person', 'registration');

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (role IN (''participant'', ''trainer'', ''expert'', ''facilitator'',
        ''speaker'', ''observer'', ''organiser'', ''interpreter''))',
    'CHECK (role = ''participant'' OR role = ''trainer'' OR role = ''expert''
        OR role = ''facilitator'' OR role = ''speaker'' OR role = ''observer''
        OR role = ''organiser'' OR role = ''interpreter'')')
WHERE type = 'table' AND name = 'registration';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (standing IN (''nominated'', ''invited'', ''applied'', ''waitlisted'',
        ''confirmed'', ''declined'', ''withdrawn'', ''rejected''))',
    'CHECK (standing = ''nominated'' OR standing = ''invited'' OR standing = ''applied''
        OR standing = ''waitlisted'' OR standing = ''confirmed'' OR standing = ''declined''
        OR standing = ''withdrawn'' OR standing = ''rejected'')')
WHERE type = 'table' AND name IN ('registration', 'standing_change');

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (mark IN (''present'', ''absent'', ''excused''))',
    'CHECK (mark = ''present'' OR mark = ''absent'' OR mark = ''excused'')')
WHERE type = 'table' AND name = 'attendance_mark';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (method IN (''terminal'', ''sheet'', ''page'', ''scan''))',
    'CHECK (method = ''terminal'' OR method = ''sheet'' OR method = ''page'' OR method = ''scan'')')
WHERE type = 'table' AND name = 'attendance_mark';

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (answer IN (''accepted'', ''declined'', ''tentative''))',
    'CHECK (answer = ''accepted'' OR answer = ''declined'' OR answer = ''tentative'')')
WHERE type = 'table' AND name = 'invitation';

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

UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (subject IN (''programme'', ''event'', ''person'', ''registration'',
        ''activity''))',
    'CHECK (subject = ''programme'' OR subject = ''event'' OR subject = ''person''
        OR subject = ''registration'' OR subject = ''activity'')')
WHERE type = 'table' AND name = 'import_entry';

-- Other connections read the schema anew when its number has changed, and this one now.
CREATE TABLE schema_changed (id INTEGER) STRICT;
PRAGMA writable_schema = RESET;
DROP TABLE schema_changed;
