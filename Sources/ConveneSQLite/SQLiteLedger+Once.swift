import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

/// Requests that are to be done once.
extension SQLiteLedger: OnceLedger {
    func onceRequest(_ key: [UInt8], of account: Account.ID) throws -> (
        request: [UInt8], answer: OnceAnswer?
    )? {
        try first(
            """
            SELECT request, status, location, etag, answer FROM once_request
            WHERE account_id = ? AND key = ?
            """, [account.rawValue, Data(key)]
        ) { row in
            let (status, body) = (row[1] as Int?, row[4] as Data?)
            let answer = status.flatMap { status in
                body.map {
                    OnceAnswer(status: status, location: row[2], tag: row[3], body: Array($0))
                }
            }
            return (Array(row[0] as Data), answer)
        }
    }

    func insertOnceRequest(
        _ key: [UInt8], of account: Account.ID, _ request: [UInt8], at now: Date
    ) throws {
        try run(
            "INSERT INTO once_request (account_id, key, request, begun_at) VALUES (?, ?, ?, ?)",
            [account.rawValue, Data(key), Data(request), now.milliseconds])
    }

    func set(_ answer: OnceAnswer, of key: [UInt8], of account: Account.ID) throws {
        try run(
            """
            UPDATE once_request SET status = ?, location = ?, etag = ?, answer = ?
            WHERE account_id = ? AND key = ?
            """,
            [
                answer.status, answer.location, answer.tag, Data(answer.body), account.rawValue,
                Data(key),
            ])
    }

    func removeOnceRequest(_ key: [UInt8], of account: Account.ID) throws {
        try run(
            "DELETE FROM once_request WHERE account_id = ? AND key = ?",
            [account.rawValue, Data(key)])
    }

    func removeOnceRequests(begunBefore instant: Date) throws {
        try run("DELETE FROM once_request WHERE begun_at < ?", [instant.milliseconds])
    }
}
