/// A register of 300,000 people at 2,000 events, one of which had 20,000: a million registrations
/// and three million marks; and what to ask it in plain SQL.
enum FigureRegister {
    /// Fills a register in which one event was founded.
    static let script = """
        PRAGMA foreign_keys = OFF;
        PRAGMA journal_mode = OFF;
        BEGIN;
        WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO event (id, code, kind, title, first_day, last_day, city, venue, time_zone, mode,
            completion_percent, languages, description, status)
        SELECT i, 'event-' || i, 'workshop', 'Workshop ' || i,
            date('2001-01-01', i || ' days'), date('2001-01-01', (i + 2) || ' days'), '', '',
            'UTC', 'in-person', 80, '', '', 'held'
        FROM n;
        INSERT INTO session (id, event_id, number, title, day, counts)
        SELECT 3 * e.id + t.value, e.id, t.value + 1, '', date(e.first_day, t.value || ' days'), 1
        FROM event e, json_each('[0, 1, 2]') t WHERE e.id > 1;

        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
        INSERT INTO person (id, given, family, patronymic, other_given, other_family,
            other_patronymic, gender, country, position, languages, notes, family_key, given_key,
            match_key, sort_key)
        SELECT i, 'Guest', 'N' || i, '', '', '', '',
            CASE i * 2654435761 % 4294967296 >> 20 & 31 WHEN 0 THEN 'undisclosed'
                ELSE iif(i * 2654435761 % 4294967296 >> 12 & 1, 'female', 'male') END,
            substr('AMAZBYGEKZKGMDTJUAUZ', i * 2654435761 % 4294967296 % 10 * 2 + 1, 2),
            '', 'ru', '', 'n' || i, 'guest', 'guest n' || i, 'n' || i || ' guest'
        FROM n;

        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000),
        drawn (id, event_id, person_id, h) AS (
            SELECT i, iif(i <= 20000, 1, 2 + (i - 20001) % 1999), 1 + i * 104729 % 300000,
                i * 2654435761 % 4294967296
            FROM n)
        INSERT INTO registration (id, event_id, person_id, role, standing, country, gender,
            stakeholder, invited, attended, completed)
        SELECT d.id, d.event_id, d.person_id, iif(d.h >> 3 & 15, 'participant', 'trainer'),
            iif(d.h >> 8 & 7, 'confirmed', 'declined'), p.country, p.gender, 'museum',
            (d.h >> 16 & 7) > 0, (d.h >> 8 & 7) > 0 AND (d.h >> 12 & 3) > 0,
            (d.h >> 8 & 7) > 0 AND (d.h >> 12 & 3) > 0 AND d.event_id > 1 AND (d.h >> 20 & 3) > 0
        FROM drawn d JOIN person p ON p.id = d.person_id;

        INSERT INTO attendance_mark (registration_id, session_id, entry, mark, method, actor_id, at,
            reason)
        SELECT r.id, 3 * r.event_id + t.value, 1,
            iif(r.attended AND (t.value = 0 OR r.completed), 'present', 'absent'), 'sheet', 1,
            1000000000000, ''
        FROM registration r, json_each('[0, 1, 2]') t;
        COMMIT;
        PRAGMA journal_mode = WAL;
        """

    /// An event of some five hundred.
    static let ordinaryEvent = (code: "event-777", number: 777)

    /// Every measure by country and gender, and in all: the fastest statement that was found. It
    /// counts in two steps, so that only a few rows are sorted, and people from indexes that have
    /// them in their order.
    static let statementOfAll = """
        WITH counted AS (
            SELECT country, gender, sum(n) AS registrations, sum(n) FILTER (WHERE invited) AS invited,
                sum(n) FILTER (WHERE standing = 'confirmed') AS confirmed,
                sum(n) FILTER (WHERE attended) AS attended,
                sum(n) FILTER (WHERE completed) AS completed
            FROM (
                SELECT country, gender, standing, invited, attended, completed, count(*) AS n
                FROM registration GROUP BY 1, 2, 3, 4, 5, 6)
            GROUP BY country, gender
        ), people AS MATERIALIZED (
            SELECT country, gender, count(DISTINCT person_id) AS people
            FROM registration WHERE attended = 1 GROUP BY country, gender
        )
        SELECT c.*, coalesce(p.people, 0)
        FROM counted c LEFT JOIN people p ON p.country IS c.country AND p.gender = c.gender
        UNION ALL
        SELECT NULL, 'total', sum(registrations), sum(invited), sum(confirmed), sum(attended),
            sum(completed),
            (SELECT count(DISTINCT person_id) FROM registration WHERE attended = 1)
        FROM counted
        """

    /// The same of one event, at which nobody is registered twice.
    static let statementOfOne = """
        WITH counted AS MATERIALIZED (
            SELECT country, gender, count(*) AS registrations, sum(invited) AS invited,
                sum(standing = 'confirmed') AS confirmed, sum(attended) AS attended,
                sum(completed) AS completed
            FROM registration WHERE event_id = \(ordinaryEvent.number) GROUP BY country, gender
        )
        SELECT *, attended FROM counted
        UNION ALL
        SELECT NULL, 'total', sum(registrations), sum(invited), sum(confirmed), sum(attended),
            sum(completed), sum(attended)
        FROM counted
        """
}
