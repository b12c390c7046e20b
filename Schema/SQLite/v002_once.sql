-- One person once: looking up who may be somebody, finding by any part of a name, merging.

-- The key for matching is coarser than before. The domain makes it, after this: '' until then.
DROP INDEX person_match;
UPDATE person SET match_key = '';
CREATE INDEX person_match ON person (match_key, country);
DROP INDEX person_given;
CREATE INDEX person_given ON person (given_key, family_key);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

-- Further keys under which somebody is found: patronymic, names in the other script, the later
-- words of a name.
CREATE TABLE person_name (
    name_key TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (name_key, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_name_person ON person_name (person_id);

-- Each key of a name once, however many bear it, with its trigrams: any part of a name finds the
-- keys, and the keys find the people. A key that nobody bears any more does no harm.
CREATE TABLE name_part (
    id INTEGER PRIMARY KEY,
    name_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE name_part_trigram USING fts5 (
    name_key, content = '', columnsize = 0, detail = 'none', tokenize = 'trigram case_sensitive 1');

-- The keys of all names of an organisation, a line each, by its number.
CREATE VIRTUAL TABLE organisation_trigram USING fts5 (
    name_keys, tokenize = 'trigram case_sensitive 1');
INSERT INTO organisation_trigram (rowid, name_keys)
    SELECT organisation_id, group_concat(name_key, char(10))
    FROM organisation_name GROUP BY organisation_id;

-- What was made one of two, with what is needed to make them two again (record, as JSON).
CREATE TABLE merge (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject IN ('person', 'organisation')),
    kept_id INTEGER NOT NULL,
    gone_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    record TEXT NOT NULL,
    undone_at INTEGER,
    CHECK (kept_id <> gone_id)
) STRICT;
CREATE INDEX merge_gone ON merge (subject, gone_id);

-- Two that somebody has looked at and told apart: they are not proposed again.
CREATE TABLE not_same (
    subject TEXT NOT NULL CHECK (subject IN ('person', 'organisation')),
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    PRIMARY KEY (subject, first_id, second_id),
    CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
