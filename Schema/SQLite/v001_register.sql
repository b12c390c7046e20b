-- Instants are milliseconds since 1970-01-01 UTC (suffix _at), local dates are TEXT 'YYYY-MM-DD'.
-- Rules live in the domain; what stands here is the second lock.

-- The register itself: one row.
CREATE TABLE register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
    mail_held TEXT
) STRICT;

-- Who did something: the system's user at the terminal, an account, the holder of a secret link.
CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('terminal', 'account', 'link', 'system')),
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL UNIQUE REFERENCES actor (id),
    email TEXT,
    role TEXT NOT NULL CHECK (role IN ('admin', 'organiser', 'focal-point', 'desk', 'viewer')),
    password_hash TEXT,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

CREATE TABLE access_token (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    label TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT;

-- Every write; digest chains each entry to the one before it. details may be blanked when a person
-- is forgotten: the chain runs over details_digest.
CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    details TEXT NOT NULL,
    details_digest BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id);

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    parent_id INTEGER REFERENCES programme (id),
    start_year INTEGER CHECK (start_year BETWEEN 1900 AND 2200),
    end_year INTEGER CHECK (end_year BETWEEN 1900 AND 2200),
    agreement TEXT NOT NULL,
    CHECK (end_year IS NULL OR start_year IS NULL OR end_year >= start_year)
) STRICT;
CREATE INDEX programme_parent ON programme (parent_id);

CREATE TABLE programme_country (
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    country TEXT NOT NULL CHECK (length(country) = 2),
    position INTEGER NOT NULL,
    PRIMARY KEY (programme_id, country)
) STRICT, WITHOUT ROWID;

-- measure is a kind of event, or countries, people, women.
CREATE TABLE programme_target (
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    measure TEXT NOT NULL,
    goal INTEGER NOT NULL CHECK (goal > 0),
    position INTEGER NOT NULL,
    PRIMARY KEY (programme_id, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    stakeholder TEXT,
    country TEXT CHECK (length(country) = 2),
    city TEXT NOT NULL,
    merged_into INTEGER REFERENCES organisation (id)
) STRICT;

-- Every name under which an organisation was mentioned, in any language and in this order.
CREATE TABLE organisation_name (
    name_key TEXT PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_name_owner ON organisation_name (organisation_id);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    programme_id INTEGER REFERENCES programme (id),
    kind TEXT NOT NULL CHECK (kind IN ('regional-training', 'national-training', 'workshop',
        'seminar', 'expert-meeting', 'conference', 'visit', 'exhibition', 'lecture', 'other')),
    title TEXT NOT NULL,
    term TEXT,
    term_first TEXT,
    term_last TEXT,
    term_precision TEXT CHECK (term_precision IN ('year', 'quarter', 'month', 'days')),
    first_day TEXT,
    last_day TEXT,
    city TEXT NOT NULL,
    country TEXT CHECK (length(country) = 2),
    venue TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('in-person', 'online', 'hybrid')),
    capacity INTEGER CHECK (capacity > 0),
    completion_percent INTEGER NOT NULL CHECK (completion_percent BETWEEN 1 AND 100),
    languages TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('planned', 'open', 'closed', 'held', 'postponed', 'cancelled')),
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (last_day >= first_day),
    CHECK ((term IS NULL) = (term_first IS NULL) AND (term IS NULL) = (term_last IS NULL)
        AND (term IS NULL) = (term_precision IS NULL))
) STRICT;
CREATE INDEX event_programme ON event (programme_id);
CREATE INDEX event_first_day ON event (first_day);

CREATE TABLE event_status (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    status TEXT NOT NULL
        CHECK (status IN ('planned', 'open', 'closed', 'held', 'postponed', 'cancelled')),
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX event_status_event ON event_status (event_id);

CREATE TABLE event_organisation (
    event_id INTEGER NOT NULL REFERENCES event (id),
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    part TEXT NOT NULL
        CHECK (part IN ('organiser', 'co-organiser', 'supporter', 'host', 'funder')),
    position INTEGER NOT NULL,
    PRIMARY KEY (event_id, organisation_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_organisation_organisation ON event_organisation (organisation_id);

CREATE TABLE programme_organisation (
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    part TEXT NOT NULL
        CHECK (part IN ('organiser', 'co-organiser', 'supporter', 'host', 'funder', 'centre')),
    position INTEGER NOT NULL,
    PRIMARY KEY (programme_id, organisation_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_organisation_organisation ON programme_organisation (organisation_id);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    starts TEXT,
    ends TEXT,
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    UNIQUE (event_id, number),
    CHECK (ends > starts)
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    patronymic TEXT NOT NULL,
    other_given TEXT NOT NULL,
    other_family TEXT NOT NULL,
    other_patronymic TEXT NOT NULL,
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'undisclosed')),
    country TEXT CHECK (length(country) = 2),
    organisation_id INTEGER REFERENCES organisation (id),
    stakeholder TEXT,
    position TEXT NOT NULL,
    languages TEXT NOT NULL,
    notes TEXT NOT NULL,
    family_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    match_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    merged_into INTEGER REFERENCES person (id),
    erased_at INTEGER
) STRICT;
CREATE INDEX person_family ON person (family_key, given_key);
CREATE INDEX person_given ON person (given_key);
CREATE INDEX person_match ON person (match_key);
CREATE INDEX person_sort ON person (sort_key);
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

-- The address at position 0 is the one that is written to.
CREATE TABLE person_address (
    address_key TEXT PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    address TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_address_person ON person_address (person_id, position);

-- invited, attended and completed repeat what the outbox and the attendance log say; they are
-- written with them in one transaction, and the doctor recounts them.
CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('participant', 'trainer', 'expert', 'facilitator',
        'speaker', 'observer', 'organiser', 'interpreter')),
    standing TEXT NOT NULL CHECK (standing IN ('nominated', 'invited', 'applied', 'waitlisted',
        'confirmed', 'declined', 'withdrawn', 'rejected')),
    country TEXT CHECK (length(country) = 2),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'undisclosed')),
    organisation_id INTEGER REFERENCES organisation (id),
    stakeholder TEXT,
    waiting_since INTEGER,
    invited INTEGER NOT NULL CHECK (invited IN (0, 1)),
    attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
    completed INTEGER NOT NULL CHECK (completed IN (0, 1) AND completed <= attended),
    UNIQUE (event_id, person_id)
) STRICT;
CREATE INDEX registration_person ON registration (person_id);
CREATE INDEX registration_waiting ON registration (event_id, waiting_since, id)
    WHERE standing = 'waitlisted';
CREATE INDEX registration_seats ON registration (event_id, role) WHERE standing = 'confirmed';
-- The questions of donors are answered from these indexes alone: one walk over the first counts
-- registrations, one over the second people in all and by gender, one over the third people by
-- country and gender. attended stands in the last two because an index without a column that its condition
-- names is not taken as covering.
CREATE INDEX registration_figures
    ON registration (country, gender, standing, invited, attended, completed, role, event_id);
CREATE INDEX registration_attended ON registration (person_id, gender, attended)
    WHERE attended = 1;
CREATE INDEX registration_people
    ON registration (country, gender, person_id, attended) WHERE attended = 1;

CREATE TABLE standing_change (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    standing TEXT NOT NULL CHECK (standing IN ('nominated', 'invited', 'applied', 'waitlisted',
        'confirmed', 'declined', 'withdrawn', 'rejected')),
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX standing_change_registration ON standing_change (registration_id);

-- The attendance log: entries are added, never changed; the highest entry of a pair counts.
CREATE TABLE attendance_mark (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    entry INTEGER NOT NULL CHECK (entry > 0),
    mark TEXT NOT NULL CHECK (mark IN ('present', 'absent', 'excused')),
    method TEXT NOT NULL CHECK (method IN ('terminal', 'sheet', 'page', 'scan')),
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (registration_id, session_id, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_mark_session ON attendance_mark (session_id);

-- Attendance without names: added, never changed; the latest row of a session, country and
-- gender counts.
CREATE TABLE head_count (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id),
    country TEXT CHECK (length(country) = 2),
    gender TEXT CHECK (gender IN ('female', 'male', 'other', 'undisclosed')),
    number INTEGER NOT NULL CHECK (number >= 0),
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX head_count_session ON head_count (session_id);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL UNIQUE REFERENCES registration (id),
    calendar_uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    made_at INTEGER NOT NULL,
    sent_at INTEGER,
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'tentative')),
    answered_at INTEGER,
    cancelled_at INTEGER
) STRICT;

CREATE TABLE invitation_answer (
    id INTEGER PRIMARY KEY,
    invitation_id INTEGER NOT NULL REFERENCES invitation (id),
    answer TEXT NOT NULL CHECK (answer IN ('accepted', 'declined', 'tentative')),
    channel TEXT NOT NULL
        CHECK (channel IN ('link', 'mail', 'calendar', 'telephone', 'letter')),
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX invitation_answer_invitation ON invitation_answer (invitation_id);

-- The secret links that lead to an invitation; only their hashes are kept.
CREATE TABLE invitation_link (
    hash BLOB PRIMARY KEY,
    invitation_id INTEGER NOT NULL REFERENCES invitation (id),
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_link_invitation ON invitation_link (invitation_id);

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    registration_id INTEGER REFERENCES registration (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reminder', 'confirmation',
        'waiting-list', 'seat-offered', 'change', 'cancellation', 'thanks', 'letter')),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    address TEXT NOT NULL,
    header_id TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'retry', 'failed',
        'unknown', 'held', 'suppressed', 'cancelled', 'expired')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    made_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    expires_at INTEGER,
    ended_at INTEGER,
    lease_owner TEXT,
    lease_until INTEGER,
    reply TEXT NOT NULL,
    UNIQUE (person_id, event_id, purpose, revision),
    CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
) STRICT;
CREATE INDEX message_event ON message (event_id, purpose);
CREATE INDEX message_registration ON message (registration_id);
CREATE INDEX message_due ON message (due_at, id) WHERE state IN ('queued', 'retry');
CREATE INDEX message_leased ON message (lease_until) WHERE state = 'sending';
CREATE INDEX message_open ON message (state) WHERE state <> 'sent';

-- What a message says.
CREATE TABLE message_content (
    message_id INTEGER PRIMARY KEY REFERENCES message (id),
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT,
    calendar_method TEXT CHECK (calendar_method IN ('REQUEST', 'CANCEL', 'PUBLISH')),
    automatic INTEGER NOT NULL CHECK (automatic IN (0, 1))
) STRICT;

-- The token of a message's link: it is needed until the mail has left, and removed then. It stands
-- apart from the text, which would have to be written anew without it.
CREATE TABLE message_secret (
    message_id INTEGER PRIMARY KEY REFERENCES message (id),
    secret TEXT NOT NULL
) STRICT;

CREATE TABLE message_attempt (
    message_id INTEGER NOT NULL REFERENCES message (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sender TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    data_started_at INTEGER,
    ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('sent', 'retry', 'failed', 'unknown', 'unreachable',
        'refused-us', 'not-started')),
    code INTEGER,
    enhanced TEXT,
    reply TEXT NOT NULL,
    PRIMARY KEY (message_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL CHECK (list IN ('programmes', 'events', 'people', 'nominees',
        'registrations', 'attendance', 'plan')),
    event_id INTEGER REFERENCES event (id),
    file TEXT NOT NULL,
    digest BLOB NOT NULL,
    rows INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    undone_at INTEGER,
    undone_by INTEGER REFERENCES actor (id)
) STRICT;

-- What each line of a list became.
CREATE TABLE import_entry (
    batch_id INTEGER NOT NULL REFERENCES import_batch (id),
    line INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('programme', 'event', 'person', 'registration',
        'activity')),
    subject_id INTEGER NOT NULL,
    made INTEGER NOT NULL CHECK (made IN (0, 1)),
    PRIMARY KEY (batch_id, line, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    term TEXT,
    term_first TEXT,
    term_last TEXT,
    term_precision TEXT CHECK (term_precision IN ('year', 'quarter', 'month', 'days')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'under-way', 'done', 'dropped')),
    UNIQUE (programme_id, year, number)
) STRICT;

CREATE TABLE activity_step (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    term TEXT,
    term_first TEXT,
    term_last TEXT,
    term_precision TEXT CHECK (term_precision IN ('year', 'quarter', 'month', 'days')),
    done_on TEXT,
    done_by INTEGER REFERENCES actor (id),
    UNIQUE (activity_id, number)
) STRICT;

CREATE TABLE activity_event (
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    event_id INTEGER NOT NULL REFERENCES event (id),
    PRIMARY KEY (activity_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_event_event ON activity_event (event_id);

CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event (id),
    number INTEGER NOT NULL CHECK (number > 0),
    wording TEXT NOT NULL,
    due TEXT,
    due_first TEXT,
    due_last TEXT,
    due_precision TEXT CHECK (due_precision IN ('year', 'quarter', 'month', 'days')),
    follow_up TEXT NOT NULL,
    done_on TEXT,
    done_by INTEGER REFERENCES actor (id),
    UNIQUE (event_id, number)
) STRICT;
