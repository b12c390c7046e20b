package import Convene

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A network address, or all that begin with the same bits: `10.0.0.0/8`, `::1`.
package struct AddressRange: Sendable, Equatable {
    private let octets: [UInt8]
    private let bits: Int

    /// - Parameter key: the setting that names it.
    /// - Throws: `setting.invalid`.
    package init(_ text: String, in key: String = "http.proxies") throws(Problem) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let octets = AddressRange.octets(of: String(first)),
            let bits = parts.count == 1 ? octets.count * 8 : Int(parts[1]),
            (0...octets.count * 8).contains(bits)
        else {
            throw Problem(
                .settingInvalid,
                "\(key) names addresses or ranges of them, such as 127.0.0.1 or 10.0.0.0/8;"
                    + " “\(text.prefix(60))” is none.")
        }
        self.octets = octets
        self.bits = bits
    }

    /// Whether the address is in the range; what is no address is in none.
    package func contains(_ address: String) -> Bool {
        AddressRange.octets(of: address).map { contains($0) } ?? false
    }

    package func contains(_ other: [UInt8]) -> Bool {
        guard other.count == octets.count else { return false }
        let (whole, rest) = (bits / 8, bits % 8)
        guard octets[..<whole] == other[..<whole] else { return false }
        return rest == 0 || (octets[whole] ^ other[whole]) >> (8 - rest) == 0
    }

    /// The octets of an IPv4 or IPv6 address; an IPv4 address in IPv6's form is itself.
    package static func octets(of text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            return withUnsafeBytes(of: &four) { Array($0) }
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let octets = withUnsafeBytes(of: &six) { Array($0) }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return Array(octets[..<12]) == mapped ? Array(octets[12...]) : octets
    }
}
