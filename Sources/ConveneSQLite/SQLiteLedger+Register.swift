import Convene
import GRDB

extension SQLiteLedger: RegisterLedger {
    func card() throws -> RegisterCard? {
        try first("SELECT uid, created_at, rehearsal, mail_held FROM register", []) { row in
            RegisterCard(
                uid: row[0], createdAt: row.instant(at: 1), rehearsal: row[2], mailHeld: row[3])
        }
    }

    func insert(_ card: RegisterCard) throws {
        try run(
            """
            INSERT INTO register (id, uid, created_at, rehearsal, mail_held) VALUES (1, ?, ?, ?, ?)
            """, [card.uid, card.createdAt.milliseconds, card.rehearsal, card.mailHeld])
    }

    func update(_ card: RegisterCard) throws {
        try run(
            "UPDATE register SET uid = ?, created_at = ?, rehearsal = ?, mail_held = ?",
            [card.uid, card.createdAt.milliseconds, card.rehearsal, card.mailHeld])
    }
}
