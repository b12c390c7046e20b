import Convene
import GRDB

extension SQLiteLedger: RegistrationLedger {
    func registration(_ id: Registration.ID) throws -> Registration? {
        try first(
            "SELECT \(Registration.columns) FROM registration r WHERE r.id = ?", [id.rawValue],
            Registration.init)
    }

    func registration(of person: Person.ID, at event: Event.ID) throws -> Registration? {
        try first(
            """
            SELECT \(Registration.columns) FROM registration r
            WHERE r.event_id = ? AND r.person_id = ?
            """, [event.rawValue, person.rawValue], Registration.init)
    }

    func registrations(at event: Event.ID, standings: [Standing]) throws -> [Registration] {
        try registrations(at: event, RegistrationChoice(standings: standings))
    }

    func registrations(at event: Event.ID, _ choice: RegistrationChoice) throws -> [Registration] {
        let standings = choice.standings.isEmpty ? Standing.allCases : choice.standings
        let roles = choice.roles.isEmpty ? Role.allCases : choice.roles
        return try all(
            """
            SELECT \(Registration.columns)
            FROM registration r JOIN person p ON p.id = r.person_id
            WHERE r.event_id = ?1 AND r.standing IN (SELECT value FROM json_each(?2))
                AND r.role IN (SELECT value FROM json_each(?3)) AND (?4 IS NULL OR r.country = ?4)
            ORDER BY p.sort_key, r.id LIMIT ?5
            """,
            [
                event.rawValue, standings.json(), roles.json(), choice.country?.code,
                choice.limit ?? -1,
            ], Registration.init)
    }

    func registrations(of person: Person.ID) throws -> [Registration] {
        try all(
            """
            SELECT \(Registration.columns) FROM registration r WHERE r.person_id = ? ORDER BY r.id
            """, [person.rawValue], Registration.init)
    }

    func countRegistrations(at event: Event.ID) throws -> [Standing: Int] {
        let counts = try all(
            "SELECT standing, count(*) FROM registration WHERE event_id = ? GROUP BY standing",
            [event.rawValue]
        ) { row in (try row.value(at: 0) as Standing, row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    func confirmed(at event: Event.ID, roles: [Role]) throws -> Int {
        try count(
            """
            SELECT count(*) FROM registration
            WHERE event_id = ? AND standing = 'confirmed'
                AND role IN (SELECT value FROM json_each(?))
            """, [event.rawValue, roles.json()])
    }

    func firstWaiting(at event: Event.ID, roles: [Role]) throws -> Registration? {
        try first(
            """
            SELECT \(Registration.columns) FROM registration r
            WHERE r.event_id = ? AND r.standing = 'waitlisted'
                AND r.role IN (SELECT value FROM json_each(?))
            ORDER BY r.waiting_since, r.id LIMIT 1
            """, [event.rawValue, roles.json()], Registration.init)
    }

    func insert(_ registration: Registration) throws -> Registration.ID {
        try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .registrationRepeated) {
            Registration.ID(
                try add(
                    """
                    INSERT INTO registration (event_id, person_id, role, standing, country, gender,
                        organisation_id, stakeholder, waiting_since, invited, attended, completed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, registration.arguments))
        }
    }

    func update(_ registration: Registration) throws {
        try refusing(.SQLITE_CONSTRAINT_UNIQUE, with: .registrationRepeated) {
            let arguments = registration.arguments + [registration.id.rawValue]
            // Event and person hardly ever change, and what an update does not name needs no index
            // written anew and no parent looked up.
            try run(
                """
                UPDATE registration SET role = ?3, standing = ?4, country = ?5, gender = ?6,
                    organisation_id = ?7, stakeholder = ?8, waiting_since = ?9, invited = ?10,
                    attended = ?11, completed = ?12
                WHERE id = ?13 AND event_id = ?1 AND person_id = ?2
                """, arguments)
            guard db.changesCount == 0 else { return }
            try run(
                """
                UPDATE registration SET event_id = ?, person_id = ?, role = ?, standing = ?,
                    country = ?, gender = ?, organisation_id = ?, stakeholder = ?,
                    waiting_since = ?, invited = ?, attended = ?, completed = ?
                WHERE id = ?
                """, arguments)
        }
    }

    func update(standingOf registration: Registration) throws {
        try run(
            "UPDATE registration SET standing = ?, waiting_since = ? WHERE id = ?",
            [
                registration.standing.rawValue, registration.waitingSince?.milliseconds,
                registration.id.rawValue,
            ])
    }

    func markInvited(_ registration: Registration.ID) throws {
        try run("UPDATE registration SET invited = 1 WHERE id = ?", [registration.rawValue])
    }

    func insert(_ change: StandingChange, of registration: Registration.ID) throws {
        try run(
            """
            INSERT INTO standing_change (registration_id, standing, at, actor_id, reason)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                registration.rawValue, change.standing.rawValue, change.at.milliseconds,
                try number(of: change.actor), change.reason,
            ])
    }

    func standingChanges(of registration: Registration.ID) throws -> [StandingChange] {
        try all(
            """
            SELECT c.standing, c.at, a.kind, a.name, c.reason
            FROM standing_change c JOIN actor a ON a.id = c.actor_id
            WHERE c.registration_id = ? ORDER BY c.id
            """, [registration.rawValue]
        ) { row in
            StandingChange(
                standing: try row.value(at: 0), at: row.instant(at: 1),
                actor: try row.actor(at: 2), reason: row[4])
        }
    }
}

extension Registration {
    fileprivate static let columns = """
        r.id, r.event_id, r.person_id, r.role, r.standing, r.country, r.gender,
        r.organisation_id, r.stakeholder, r.waiting_since, r.invited, r.attended, r.completed
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), event: row.id(at: 1), person: row.id(at: 2),
            role: try row.value(at: 3), standing: try row.value(at: 4),
            country: try row.countryIfSet(at: 5), gender: try row.value(at: 6),
            organisation: row.idIfSet(at: 7), stakeholder: try row.valueIfSet(at: 8),
            waitingSince: row.instantIfSet(at: 9), invited: row[10], attended: row[11],
            completed: row[12])
    }

    fileprivate var arguments: StatementArguments {
        [
            event.rawValue, person.rawValue, role.rawValue, standing.rawValue, country?.code,
            gender.rawValue, organisation?.rawValue, stakeholder?.rawValue,
            waitingSince?.milliseconds, invited, attended, completed,
        ]
    }
}
