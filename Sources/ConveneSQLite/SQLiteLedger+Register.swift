import Convene
import GRDB

extension SQLiteLedger: RegisterLedger {
    func card() throws -> RegisterCard? {
        if let card = memory.card { return card }
        memory.card = try first(
            "SELECT uid, created_at, rehearsal, mail_held, mail_released_at FROM register", []
        ) { row in
            RegisterCard(
                uid: row[0], createdAt: row.instant(at: 1), rehearsal: row[2], mailHeld: row[3],
                mailReleasedAt: row.instantIfSet(at: 4))
        }
        return memory.card
    }

    func insert(_ card: RegisterCard) throws {
        try run(
            """
            INSERT INTO register (id, uid, created_at, rehearsal, mail_held, mail_released_at)
            VALUES (1, ?, ?, ?, ?, ?)
            """, card.arguments)
    }

    func update(_ card: RegisterCard) throws {
        memory.card = nil
        try run(
            """
            UPDATE register SET uid = ?, created_at = ?, rehearsal = ?, mail_held = ?,
                mail_released_at = ?
            """, card.arguments)
    }
}

extension RegisterCard {
    fileprivate var arguments: StatementArguments {
        [uid, createdAt.milliseconds, rehearsal, mailHeld, mailReleasedAt?.milliseconds]
    }
}
