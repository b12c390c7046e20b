package import struct FoundationEssentials.Date

/// The office that keeps a register: its books, its letterhead, its clock and its source of chance.
///
/// It hands out the desks at which the work is done. A test gives it a clock and a source of chance
/// that hold still.
package struct Office: Sendable {
    package let store: any Store
    package let stationery: any Stationery
    package let letterhead: Letterhead?
    package let clock: @Sendable () -> Date
    package let chance: Chance
    package let locksmith: Locksmith
    /// SHA-256.
    package let digest: @Sendable ([UInt8]) -> [UInt8]
    package let webhookRules: WebhookRules
    /// The rounds in which this office is sending the outbox just now.
    let rounds = RoundsAtWork()

    package init(
        store: any Store, stationery: any Stationery, letterhead: Letterhead?,
        clock: @escaping @Sendable () -> Date, chance: Chance,
        locksmith: Locksmith, digest: @escaping @Sendable ([UInt8]) -> [UInt8],
        webhookRules: WebhookRules = WebhookRules()
    ) {
        self.store = store
        self.stationery = stationery
        self.letterhead = letterhead
        self.clock = clock
        self.chance = chance
        self.locksmith = locksmith
        self.digest = digest
        self.webhookRules = webhookRules
    }

    /// Carries out a deed in one transaction: all of it with its audit entries, or nothing.
    func write<T: Sendable>(
        as actor: Actor, _ body: @Sendable (Deed) throws -> T
    ) async throws -> T {
        try await store.write { ledger in try body(Deed(office: self, ledger: ledger, actor: actor))
        }
    }

    /// The same on a thread that may wait.
    func writeWaiting<T>(as actor: Actor, _ body: (Deed) throws -> T) throws -> T {
        try store.writeWaiting { try body(Deed(office: self, ledger: $0, actor: actor)) }
    }

    /// Looks things up in one transaction, as far as the actor may see them.
    func read<T: Sendable>(
        as actor: Actor, _ body: @Sendable (Inquiry) throws -> T
    ) async throws -> T {
        try await store.read { ledger in try body(Inquiry(ledger: ledger, for: actor)) }
    }

    /// Looks things up in one transaction, for the house itself.
    func read<T: Sendable>(_ body: @Sendable (Inquiry) throws -> T) async throws -> T {
        try await store.read { ledger in try body(Inquiry(ledger: ledger)) }
    }
}

/// Where random bytes come from: secret links, calendar UIDs, Message-IDs, the jitter of retries.
package struct Chance: Sendable {
    private let source: @Sendable (Int) -> [UInt8]

    package init(_ source: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.source = source }

    package func bytes(_ count: Int) -> [UInt8] { source(count) }

    /// So many random bytes in hexadecimal digits.
    package func hex(_ count: Int) -> String { Self.hex(bytes(count)) }

    package static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A number from 0 up to, but not including, 1.
    package func fraction() -> Double {
        let word = bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Double(word) / 4_294_967_296
    }
}
