import Convene
import GRDB

extension SQLiteLedger: RegisterLedger {
    func card() throws -> RegisterCard? {
        if let card = memory.card { return card }
        memory.card = try first(
            """
            SELECT uid, created_at, rehearsal, mail_held, mail_released_at, mail_slowed_at, mail_home
            FROM register
            """, []
        ) { row in
            RegisterCard(
                uid: row[0], createdAt: row.instant(at: 1), rehearsal: row[2], mailHeld: row[3],
                mailReleasedAt: row.instantIfSet(at: 4), mailSlowedAt: row.instantIfSet(at: 5),
                mailHome: row[6])
        }
        return memory.card
    }

    func insert(_ card: RegisterCard) throws {
        try run(
            """
            INSERT INTO register (id, uid, created_at, rehearsal, mail_held, mail_released_at,
                mail_slowed_at, mail_home)
            VALUES (1, ?, ?, ?, ?, ?, ?, ?)
            """, card.arguments)
    }

    func update(_ card: RegisterCard) throws {
        memory.card = nil
        try run(
            """
            UPDATE register SET uid = ?, created_at = ?, rehearsal = ?, mail_held = ?,
                mail_released_at = ?, mail_slowed_at = ?, mail_home = ?
            """, card.arguments)
    }
}

extension RegisterCard {
    fileprivate var arguments: StatementArguments {
        [
            uid, createdAt.milliseconds, rehearsal, mailHeld, mailReleasedAt?.milliseconds,
            mailSlowedAt?.milliseconds, mailHome,
        ]
    }
}
