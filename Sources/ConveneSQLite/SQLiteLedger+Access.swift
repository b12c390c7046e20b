import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

extension SQLiteLedger: AccessLedger {
    func accounts() throws -> [Account] {
        try all("\(Account.select) ORDER BY a.name", [], account)
    }

    func account(_ id: Account.ID) throws -> Account? {
        try first("\(Account.select) WHERE c.id = ?", [id.rawValue], account)
    }

    func account(named name: String) throws -> Account? {
        try first(
            "\(Account.select) WHERE a.kind = 'account' AND a.name = ?", [name], account)
    }

    func insert(_ account: Account) throws -> Account.ID {
        let id = Account.ID(
            try add(
                """
                INSERT INTO account
                    (actor_id, email, role, password_hash, country, code_secret, created_at,
                    disabled_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [try number(of: account.actor)] + account.arguments
                    + [account.createdAt.milliseconds, account.disabledAt?.milliseconds]))
        try write(account.scope, of: id)
        return id
    }

    func update(_ account: Account) throws {
        try run(
            """
            UPDATE account SET email = ?, role = ?, password_hash = ?, country = ?,
                code_secret = ?, disabled_at = ?
            WHERE id = ?
            """,
            account.arguments + [account.disabledAt?.milliseconds, account.id.rawValue])
        for table in ["account_programme", "account_event"] {
            try run("DELETE FROM \(table) WHERE account_id = ?", [account.id.rawValue])
        }
        try write(account.scope, of: account.id)
    }

    private func write(_ scope: Account.Scope, of id: Account.ID) throws {
        for programme in scope.programmes {
            try run(
                "INSERT INTO account_programme (account_id, programme_id) VALUES (?, ?)",
                [id.rawValue, programme.rawValue])
        }
        for event in scope.events {
            try run(
                "INSERT INTO account_event (account_id, event_id) VALUES (?, ?)",
                [id.rawValue, event.rawValue])
        }
    }

    private func account(_ row: Row) throws -> Account {
        var account = try Account(row)
        account.scope.programmes = Set(
            try all(
                "SELECT programme_id FROM account_programme WHERE account_id = ?",
                [account.id.rawValue]
            ) { $0.id(at: 0) })
        account.scope.events = Set(
            try all(
                "SELECT event_id FROM account_event WHERE account_id = ?", [account.id.rawValue]
            ) { $0.id(at: 0) })
        return account
    }

    func tries(of account: Account.ID) throws -> SignInTries {
        try first(
            "SELECT failures, locked_until, code_step FROM account WHERE id = ?",
            [account.rawValue]
        ) {
            SignInTries(failures: $0[0], lockedUntil: $0.instantIfSet(at: 1), lastStep: $0[2])
        } ?? SignInTries()
    }

    func set(_ tries: SignInTries, of account: Account.ID) throws {
        try run(
            "UPDATE account SET failures = ?, locked_until = ?, code_step = ? WHERE id = ?",
            [tries.failures, tries.lockedUntil?.milliseconds, tries.lastStep, account.rawValue])
    }

    func event(of subject: AuditEntry.Subject) throws -> Event.ID? {
        guard let statement = subject.kind.eventStatement else { return nil }
        return try first(statement, [subject.number]) { $0.id(at: 0) }
    }
}

extension AuditEntry.Subject.Kind {
    /// Finds the event that a subject of this kind is of, by its number.
    fileprivate var eventStatement: String? {
        switch self {
        case .event: "SELECT id FROM event WHERE id = ?"
        case .session: "SELECT event_id FROM session WHERE id = ?"
        case .question: "SELECT event_id FROM question WHERE id = ?"
        case .registration: "SELECT event_id FROM registration WHERE id = ?"
        case .message: "SELECT event_id FROM message WHERE id = ?"
        case .outcome: "SELECT event_id FROM outcome WHERE id = ?"
        case .invitation:
            """
            SELECT r.event_id FROM invitation i JOIN registration r ON r.id = i.registration_id
            WHERE i.id = ?
            """
        case .incoming:
            """
            SELECT coalesce(r.event_id, m.event_id) FROM incoming i
                LEFT JOIN registration r ON r.id = i.registration_id
                LEFT JOIN message m ON m.id = i.message_id
            WHERE i.id = ? AND coalesce(r.event_id, m.event_id) IS NOT NULL
            """
        case .register, .account, .token, .webhook, .programme, .organisation, .person,
            .suppression, .activity, .list:
            nil
        }
    }
}

extension Account {
    fileprivate static let select = """
        SELECT c.id, a.name, c.email, c.role, c.password_hash, c.country, c.code_secret,
            c.created_at, c.disabled_at
        FROM account c JOIN actor a ON a.id = c.actor_id
        """

    fileprivate init(_ row: Row) throws {
        let (email, secret): (String?, Data?) = (row[2], row[6])
        self.init(
            id: row.id(at: 0), name: row[1], email: email.map { EmailAddress(stored: $0) },
            role: try row.value(at: 3),
            scope: Scope(country: (row[5] as String?).flatMap { Country(code: $0) }),
            createdAt: row.instant(at: 7), disabledAt: row.instantIfSet(at: 8),
            passwordHash: row[4], codeSecret: secret.map { Array($0) })
    }

    fileprivate var arguments: StatementArguments {
        [
            email?.text, role.rawValue, passwordHash, scope.country?.code,
            codeSecret.map { Data($0) },
        ]
    }
}
