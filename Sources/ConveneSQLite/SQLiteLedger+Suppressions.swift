import Convene
import GRDB

extension SQLiteLedger: SuppressionLedger {
    func suppression(of address: EmailAddress) throws -> Suppression? {
        try first(Self.suppressionOfOne, [address.key], Suppression.init)
    }

    private static let suppressionOfOne = """
        SELECT \(Suppression.columns) FROM suppression s JOIN actor a ON a.id = s.actor_id
        WHERE s.address_key = ?
        """

    func suppressions() throws -> [Suppression] {
        try all(
            """
            SELECT \(Suppression.columns) FROM suppression s JOIN actor a ON a.id = s.actor_id
            ORDER BY s.id DESC
            """, [], Suppression.init)
    }

    func insert(_ suppression: Suppression) throws -> Suppression.ID {
        Suppression.ID(
            try add(
                """
                INSERT INTO suppression
                    (address_key, address, cause, words, at, actor_id, message_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    suppression.address.key, suppression.address.text, suppression.cause.rawValue,
                    suppression.words, suppression.at.milliseconds,
                    try number(of: suppression.actor), suppression.message?.rawValue,
                ]))
    }

    func removeSuppression(of address: EmailAddress) throws {
        try run("DELETE FROM suppression WHERE address_key = ?", [address.key])
        try run("DELETE FROM bounce_day WHERE address_key = ?", [address.key])
    }

    func bounceDays(of address: EmailAddress) throws -> [Day] {
        try all("SELECT day FROM bounce_day WHERE address_key = ? ORDER BY day", [address.key]) {
            try $0.day(at: 0)
        }
    }

    func insert(bounceDay: Day, of address: EmailAddress) throws {
        try run(
            """
            INSERT INTO bounce_day (address_key, day) VALUES (?, ?)
            ON CONFLICT (address_key, day) DO NOTHING
            """, [address.key, bounceDay.text])
    }

    func optOuts(of person: Person.ID) throws -> [OptOut] {
        // Asked for every mail that leaves, and few people were once two.
        let isMerged =
            try first(
                "SELECT 1 FROM person WHERE merged_into = ? LIMIT 1", [person.rawValue]
            ) { _ in true } ?? false
        return try all(
            isMerged ? Self.optOutsOfMerged : Self.optOutsOfOne, [person.rawValue], OptOut.init)
    }

    private static let optOutsOfOne = """
        SELECT \(OptOut.columns) FROM opt_out o JOIN actor a ON a.id = o.actor_id
        WHERE o.person_id = ? ORDER BY o.at, o.stream
        """

    private static let optOutsOfMerged = """
        WITH RECURSIVE one (id) AS (
            SELECT ?1 UNION
            SELECT p.id FROM person p JOIN one ON p.merged_into = one.id)
        SELECT \(OptOut.columns) FROM opt_out o JOIN actor a ON a.id = o.actor_id
        WHERE o.person_id IN (SELECT id FROM one) ORDER BY o.at, o.stream
        """

    func optOuts() throws -> [OptOut] {
        try all(
            """
            SELECT \(OptOut.columns) FROM opt_out o JOIN actor a ON a.id = o.actor_id
            ORDER BY o.at DESC, o.person_id, o.stream
            """, [], OptOut.init)
    }

    func insert(_ optOut: OptOut) throws {
        try run(
            """
            INSERT INTO opt_out (person_id, stream, cause, at, actor_id) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person_id, stream) DO NOTHING
            """,
            [
                optOut.person.rawValue, optOut.stream?.rawValue ?? OptOut.all,
                optOut.cause.rawValue, optOut.at.milliseconds, try number(of: optOut.actor),
            ])
    }

    func removeOptOuts(of person: Person.ID, stream: MailStream?) throws {
        try run(
            """
            WITH RECURSIVE one (id) AS (
                SELECT ?1 UNION
                SELECT p.id FROM person p JOIN one ON p.merged_into = one.id)
            DELETE FROM opt_out WHERE person_id IN (SELECT id FROM one) AND stream = ?2
            """, [person.rawValue, stream?.rawValue ?? OptOut.all])
    }
}

extension Suppression {
    fileprivate static let columns = """
        s.id, s.address, s.cause, s.words, s.at, a.kind, a.name, s.message_id
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), address: EmailAddress(stored: row[1]), cause: try row.value(at: 2),
            words: row[3], at: row.instant(at: 4), actor: try row.actor(at: 5),
            message: row.idIfSet(at: 7))
    }
}

extension OptOut {
    fileprivate static let columns = "o.person_id, o.stream, o.cause, o.at, a.kind, a.name"
    fileprivate static let all = "all"

    fileprivate init(_ row: Row) throws {
        let stream: String = row[1]
        self.init(
            person: row.id(at: 0), stream: stream == Self.all ? nil : try row.value(at: 1),
            cause: try row.value(at: 2), at: row.instant(at: 3), actor: try row.actor(at: 4))
    }
}
