import Convene
import GRDB

extension SQLiteLedger {
    func event(_ id: Event.ID) throws -> Event? {
        try first(
            "SELECT \(Event.columns) FROM event WHERE id = ?", [id.rawValue], Event.init)
    }

    func event(code: Code) throws -> Event? {
        try first(
            "SELECT \(Event.columns) FROM event WHERE code = ?", [code.text], Event.init)
    }

    func events(of programmes: [Programme.ID]?) throws -> [Event] {
        guard let programmes else {
            return try all(
                "SELECT \(Event.columns) FROM event ORDER BY \(Event.order)", [], Event.init)
        }
        return try all(
            """
            SELECT \(Event.columns) FROM event
            WHERE programme_id IN (SELECT value FROM json_each(?))
            ORDER BY \(Event.order)
            """, [programmes.json()], Event.init)
    }

    /// These events, in the order in which events are listed.
    func events(_ ids: [Event.ID]) throws -> [Event] {
        try all(
            """
            SELECT \(Event.columns) FROM event
            WHERE id IN (SELECT value FROM json_each(?))
            ORDER BY \(Event.order)
            """, [ids.json()], Event.init)
    }

    func insert(_ event: Event) throws -> Event.ID {
        try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .eventExists(event.code)) {
            Event.ID(
                try add(
                    """
                    INSERT INTO event (code, programme_id, kind, title, term, term_first, term_last,
                        term_precision, first_day, last_day, city, country, venue, time_zone,
                        mode, capacity, completion_percent, languages, description, mail_text,
                        answer_by, admission, status, contact_name, contact_address)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        ?)
                    """, event.arguments))
        }
    }

    func update(_ event: Event) throws {
        try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .eventExists(event.code)) {
            try run(
                """
                UPDATE event SET code = ?, programme_id = ?, kind = ?, title = ?, term = ?,
                    term_first = ?, term_last = ?, term_precision = ?, first_day = ?, last_day = ?,
                    city = ?, country = ?, venue = ?, time_zone = ?, mode = ?, capacity = ?,
                    completion_percent = ?, languages = ?, description = ?, mail_text = ?,
                    answer_by = ?, admission = ?, status = ?, contact_name = ?,
                    contact_address = ?
                WHERE id = ?
                """, event.arguments + [event.id.rawValue])
        }
    }

    func insert(_ change: EventStatusChange) throws {
        try run(
            """
            INSERT INTO event_status (event_id, status, at, actor_id, reason)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                change.event.rawValue, change.status.rawValue, change.at.milliseconds,
                try number(of: change.actor), change.reason,
            ])
    }

    func statusChanges(of event: Event.ID) throws -> [EventStatusChange] {
        try all(
            """
            SELECT c.status, c.at, a.kind, a.name, c.reason
            FROM event_status c JOIN actor a ON a.id = c.actor_id
            WHERE c.event_id = ? ORDER BY c.id
            """, [event.rawValue]
        ) { row in
            EventStatusChange(
                event: event, status: try row.value(at: 0), at: row.instant(at: 1),
                actor: try row.actor(at: 2), reason: row[4])
        }
    }
}

extension Event {
    fileprivate static let columns = """
        id, code, programme_id, kind, title, term, term_first, term_last, term_precision,
        first_day, last_day, city, country, venue, time_zone, mode, capacity, completion_percent, languages,
        description, mail_text, answer_by, admission, status, contact_name, contact_address
        """

    /// By the first of the dates, else of the term; what has neither comes last.
    fileprivate static let order = """
        coalesce(first_day, term_first) IS NULL, coalesce(first_day, term_first), term_last, code
        """

    fileprivate init(_ row: Row) throws {
        let firstDay = try row.dayIfSet(at: 9)
        let lastDay = try row.dayIfSet(at: 10)
        self.init(
            id: row.id(at: 0), code: Code(stored: row[1]), programme: row.idIfSet(at: 2),
            kind: try row.value(at: 3), title: row[4], term: try row.termIfSet(at: 5),
            dates: firstDay.flatMap { first in lastDay.map { first...$0 } },
            city: row[11], country: try row.countryIfSet(at: 12), venue: row[13],
            zone: Zone(stored: row[14]), mode: try row.value(at: 15), capacity: row[16],
            completionPercent: row[17], languages: .init(stored: row[18]), description: row[19],
            mailText: row[20], contact: Contact(row, from: 24), answerBy: try row.dayIfSet(at: 21),
            admission: try row.value(at: 22), status: try row.value(at: 23))
    }

    fileprivate var arguments: StatementArguments {
        [
            code.text, programme?.rawValue, kind.rawValue, title, term?.text, term?.first.text,
            term?.last.text, term?.precision.rawValue, dates?.lowerBound.text,
            dates?.upperBound.text, city, country?.code,
            venue, zone.name, mode.rawValue, capacity, completionPercent, languages.stored,
            description, mailText, answerBy?.text, admission.rawValue, status.rawValue,
            contact?.name, contact?.address.text,
        ]
    }
}

extension Contact {
    /// A name and an address that stand beside each other; nothing where there is neither.
    init?(_ row: Row, from index: Int) {
        guard let name = row[index] as String?, let address = row[index + 1] as String? else {
            return nil
        }
        self.init(name: name, address: EmailAddress(stored: address))
    }
}
