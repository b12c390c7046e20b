import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

/// Tokens of programs, and browsers that signed in.
extension SQLiteLedger {
    func tokens(of account: Account.ID) throws -> [AccessToken] {
        try all(
            "\(AccessToken.select) WHERE account_id = ? ORDER BY id", [account.rawValue],
            AccessToken.init)
    }

    func token(_ id: AccessToken.ID) throws -> AccessToken? {
        try first("\(AccessToken.select) WHERE id = ?", [id.rawValue], AccessToken.init)
    }

    func token(hash: [UInt8]) throws -> AccessToken? {
        try first("\(AccessToken.select) WHERE hash = ?", [Data(hash)], AccessToken.init)
    }

    func insert(_ token: AccessToken, hash: [UInt8]) throws -> AccessToken.ID {
        AccessToken.ID(
            try add(
                """
                INSERT INTO access_token
                    (account_id, label, hash, scopes, created_at, expires_at, revoked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    token.account.rawValue, token.label, Data(hash),
                    token.scopes.map(\.rawValue).sorted().joined(separator: " "),
                    token.createdAt.milliseconds, token.expiresAt?.milliseconds,
                    token.revokedAt?.milliseconds,
                ]))
    }

    func update(_ token: AccessToken) throws {
        try run(
            "UPDATE access_token SET label = ?, expires_at = ?, revoked_at = ? WHERE id = ?",
            [
                token.label, token.expiresAt?.milliseconds, token.revokedAt?.milliseconds,
                token.id.rawValue,
            ])
    }

    func session(hash: [UInt8]) throws -> WebSession? {
        try first(
            "SELECT account_id, made_at, seen_at FROM web_session WHERE hash = ?", [Data(hash)]
        ) {
            WebSession(account: $0.id(at: 0), madeAt: $0.instant(at: 1), seenAt: $0.instant(at: 2))
        }
    }

    func insert(_ session: WebSession, hash: [UInt8]) throws {
        try run(
            "INSERT INTO web_session (hash, account_id, made_at, seen_at) VALUES (?, ?, ?, ?)",
            [
                Data(hash), session.account.rawValue, session.madeAt.milliseconds,
                session.seenAt.milliseconds,
            ])
    }

    func set(seenAt: Date, ofSession hash: [UInt8]) throws {
        try run(
            "UPDATE web_session SET seen_at = ? WHERE hash = ?", [seenAt.milliseconds, Data(hash)])
    }

    func removeSession(hash: [UInt8]) throws {
        try run("DELETE FROM web_session WHERE hash = ?", [Data(hash)])
    }

    func removeSessions(of account: Account.ID) throws {
        try run("DELETE FROM web_session WHERE account_id = ?", [account.rawValue])
    }

    func removeSessions(notSeenSince moment: Date) throws {
        try run("DELETE FROM web_session WHERE seen_at < ?", [moment.milliseconds])
    }
}

extension AccessToken {
    fileprivate static let select = """
        SELECT id, account_id, label, scopes, created_at, expires_at, revoked_at FROM access_token
        """

    fileprivate init(_ row: Row) throws {
        let scopes: String = row[3]
        self.init(
            id: row.id(at: 0), account: row.id(at: 1), label: row[2],
            scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }),
            createdAt: row.instant(at: 4), expiresAt: row.instantIfSet(at: 5),
            revokedAt: row.instantIfSet(at: 6))
    }
}
