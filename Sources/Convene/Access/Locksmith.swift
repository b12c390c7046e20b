import Foundation

/// Who makes and tries locks: passwords by scrypt (RFC 7914), one-time codes by RFC 6238.
///
/// The ciphers come from outside, the rules of their use are here.
package struct Locksmith: Sendable {
    private let stretch:
        @Sendable (_ password: [UInt8], _ salt: [UInt8], _ cost: Cost) throws -> [UInt8]
    private let keyedHash: @Sendable (_ text: [UInt8], _ key: [UInt8]) -> [UInt8]
    private let cost: Cost

    /// - Parameters:
    ///   - stretch: scrypt, with 32 bytes of result.
    ///   - keyedHash: HMAC-SHA-1, of which RFC 6238 makes its codes.
    package init(
        cost: Cost = .usual,
        stretch: @escaping @Sendable ([UInt8], [UInt8], Cost) throws -> [UInt8],
        keyedHash: @escaping @Sendable ([UInt8], [UInt8]) -> [UInt8]
    ) {
        self.cost = cost
        self.stretch = stretch
        self.keyedHash = keyedHash
    }

    /// What one try costs: N, r and p of RFC 7914.
    package struct Cost: Sendable, Equatable {
        package var rounds: Int
        package var blockSize: Int
        package var lanes: Int

        package init(rounds: Int, blockSize: Int, lanes: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.lanes = lanes
        }

        /// 16 MiB for a try: several at once must not exhaust a small machine.
        package static let usual = Cost(rounds: 16_384, blockSize: 8, lanes: 5)
    }

    /// A password as it is kept: `scrypt$N$r$p$salt$key`, in hexadecimal digits.
    func lock(_ password: String, by chance: Chance) throws -> String {
        let salt = chance.bytes(16)
        let key = try stretch(Self.bytes(of: password), salt, cost)
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.lanes)"
            + "$\(Chance.hex(salt))$\(Chance.hex(key))"
    }

    /// Whether a password opens a lock. Without one it takes as long, and opens nothing: how long an
    /// answer takes must not say whether there is an account.
    func opens(_ password: String, _ lock: String?) throws -> Bool {
        let parts = (lock ?? "").split(separator: "$").map(String.init)
        guard parts.count == 6, let rounds = Int(parts[1]), let size = Int(parts[2]),
            let lanes = Int(parts[3]), let salt = Self.bytes(parts[4]),
            let key = Self.bytes(parts[5])
        else {
            _ = try stretch(Self.bytes(of: password), [UInt8](repeating: 0, count: 16), cost)
            return false
        }
        let cost = Cost(rounds: rounds, blockSize: size, lanes: lanes)
        return Self.areSame(try stretch(Self.bytes(of: password), salt, cost), key)
    }

    /// The step of the code that fits, of those just before, at and just after the moment.
    func step(of code: String, secret: [UInt8], at now: Date) -> Int64? {
        let present = Int64(now.timeIntervalSince1970 / 30)
        let digits = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        // All are tried whichever fits, so that the time it takes says nothing.
        var found: Int64?
        for step in (present - 1)...(present + 1) {
            if Self.areSame(Array(self.code(secret: secret, step: step).utf8), digits) {
                found = step
            }
        }
        return found
    }

    /// Six digits, RFC 4226 §5.3.
    package func code(secret: [UInt8], step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let hash = keyedHash(counter, secret)
        let offset = Int((hash.last ?? 0) & 15)
        let word = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let text = String((word & 0x7FFF_FFFF) % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    /// Compares in a time that depends on the lengths only.
    static func areSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A password is the same however its accents were typed.
    private static func bytes(of password: String) -> [UInt8] {
        Array(password.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}
