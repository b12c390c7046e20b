/// Which network addresses belong to all the world.
///
/// A webhook may lead to these only: what stands behind the others (this machine, the office's own
/// network, a cloud's metadata) trusts whoever reaches it. By the special-purpose registries of RFC
/// 6890.
package enum PublicAddress {
    /// - Parameter octets: 4 of IPv4 or 16 of IPv6, as the network has them.
    package static func contains(_ octets: [UInt8]) -> Bool {
        switch octets.count {
        case 4: !fours.contains { $0.covers(octets) }
        case 16: contains(six: octets)
        default: false
        }
    }

    private static func contains(six octets: [UInt8]) -> Bool {
        // An IPv4 address in IPv6's form (RFC 4291 §2.5.5.2, RFC 6052) is what it stands for.
        for prefix in carriers where Array(octets.prefix(12)) == prefix {
            return contains(Array(octets.suffix(4)))
        }
        return world.covers(octets) && !sixes.contains { $0.covers(octets) }
    }

    private struct Block {
        let octets: [UInt8]
        let bits: Int

        init(_ octets: [UInt8], _ bits: Int) {
            self.octets = octets
            self.bits = bits
        }

        func covers(_ other: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let own = bit / 8 < octets.count ? octets[bit / 8] : 0
                return own & mask == other[bit / 8] & mask
            }
        }
    }

    private static let fours = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8),
        Block([169, 254], 16), Block([172, 16], 12), Block([192, 0, 0], 24),
        Block([192, 0, 2], 24), Block([192, 88, 99], 24), Block([192, 168], 16),
        Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
        Block([224], 4), Block([240], 4),
    ]
    /// What is handed out to the world at all.
    private static let world = Block([0x20], 3)
    /// Teredo and its like, documentation, 6to4: addresses that stand for others.
    private static let sixes = [
        Block([0x20, 0x01, 0], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16),
        Block([0x3F, 0xFF, 0], 20),
    ]
    private static let carriers: [[UInt8]] = [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
        [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0],
    ]
}
