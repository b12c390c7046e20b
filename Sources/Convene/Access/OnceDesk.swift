package import struct FoundationEssentials.Date

/// The desk that sees to it that what a program sends twice is done once.
///
/// A request under a key is written down before it is begun. Once it is done its answer is kept for
/// a day, and given again to whoever sends the same. What came to nothing is struck out, so that it
/// can be tried again; what a crash interrupted stays begun, since nobody knows how far it went.
package struct OnceDesk: Sendable {
    let office: Office
    let account: Account.ID

    /// Begins a request, unless it was begun before.
    ///
    /// - Parameters:
    ///   - key: what the program calls the request.
    ///   - request: all of the request, so that another under the same key is told apart.
    /// - Returns: the answer that was given before; nothing for a request that is new.
    /// - Throws: `once.other` where the key stood for another request; `once.begun` where the
    ///   answer isn't there, or is no more.
    package func begin(_ key: String, _ request: [UInt8]) async throws -> OnceAnswer? {
        let request = office.digest(request)
        return try await office.write(as: .system) { deed in
            try deed.ledger.removeOnceRequests(begunBefore: deed.now.addingTimeInterval(-86_400))
            let hash = office.digest(Array(key.utf8))
            guard let known = try deed.ledger.onceRequest(hash, of: account) else {
                try deed.ledger.insertOnceRequest(hash, of: account, request, at: deed.now)
                return nil
            }
            guard known.request == request else { throw Problem.onceOther }
            guard let answer = known.answer else { throw Problem.onceBegun }
            return answer
        }
    }

    /// Keeps the answer of a request that is done.
    package func finish(_ key: String, with answer: OnceAnswer) async throws {
        try await office.write(as: .system) { deed in
            try deed.ledger.set(answer, of: office.digest(Array(key.utf8)), of: account)
        }
    }

    /// Strikes out a request that came to nothing.
    package func strikeOut(_ key: String) async throws {
        try await office.write(as: .system) { deed in
            try deed.ledger.removeOnceRequest(office.digest(Array(key.utf8)), of: account)
        }
    }
}

/// What was answered to a request.
package struct OnceAnswer: Sendable, Equatable {
    package var status: Int
    package var location: String?
    package var tag: String?
    package var body: [UInt8]

    package init(status: Int, location: String?, tag: String?, body: [UInt8]) {
        self.status = status
        self.location = location
        self.tag = tag
        self.body = body
    }
}

/// The book of requests that are to be done once, by digests of their keys.
package protocol OnceLedger {
    /// A request that was begun, by the digest of all of it; its answer when it is done, unless
    /// that was forgotten.
    func onceRequest(_ key: [UInt8], of account: Account.ID) throws -> (
        request: [UInt8], answer: OnceAnswer?
    )?
    func insertOnceRequest(
        _ key: [UInt8], of account: Account.ID, _ request: [UInt8], at: Date
    ) throws
    func set(_ answer: OnceAnswer, of key: [UInt8], of account: Account.ID) throws
    func removeOnceRequest(_ key: [UInt8], of account: Account.ID) throws
    func removeOnceRequests(begunBefore: Date) throws
}

extension Office {
    package func onceDesk(of account: Account.ID) -> OnceDesk {
        OnceDesk(office: self, account: account)
    }
}

extension Problem {
    fileprivate static let onceOther = Problem(
        .onceOther, "This key stood for another request within the last day: give each its own.")
    fileprivate static let onceBegun = Problem(
        .onceBegun,
        "This was begun before, and its answer isn't there: look whether it was done, and give what"
            + " is to be done a key of its own.")
}
