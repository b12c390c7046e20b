extension EmailAddress {
    /// The domain in lower case and A-labels, as it is asked for in the DNS (ENV-10).
    static func domain(_ written: String, of address: String) throws(Problem) -> String {
        var labels: [String] = []
        let parts = written.unicodeScalars.split(
            omittingEmptySubsequences: false, whereSeparator: \.isFullStop)
        for part in parts { labels.append(try aLabel(String(part).lowercased(), of: address)) }
        guard labels.count >= 2, let last = labels.last else {
            throw .addressInvalid(
                address, "its domain \(written.excerpt) has no full stop, as in example.org")
        }
        if last.utf8.allSatisfy({ (48...57).contains($0) }) {
            throw .addressInvalid(address, "its domain ends in a number; write the domain's name")
        }
        let domain = labels.joined(separator: ".")
        guard domain.utf8.count <= 255 else {
            throw .addressInvalid(address, "its domain is longer than 255 characters")
        }
        return domain
    }

    private static func aLabel(_ label: String, of address: String) throws(Problem) -> String {
        if label.isEmpty {
            throw .addressInvalid(
                address, "in its domain, a full stop stands at an end or beside another")
        }
        if let stranger = label.unicodeScalars.first(where: { !$0.mayStandInDomain }) {
            throw .addressInvalid(address, "“\(stranger)” may not stand in a domain")
        }
        if label.hasPrefix("-") || label.hasSuffix("-") || label.startsWithMark {
            throw .addressInvalid(address, "\(label.excerpt) begins or ends with what it may not")
        }
        if label.mixesAlphabets {
            throw .addressInvalid(
                address, "\(label.excerpt) in its domain mixes Latin letters with others like them")
        }
        let isASCII = label.utf8.allSatisfy { $0 < 128 }
        // Punycode takes quadratic time and is never shorter, so what is too long isn't given to it.
        guard label.unicodeScalars.count <= 63,
            case let ascii = isASCII ? label : "xn--" + Punycode.encoded(label),
            ascii.utf8.count <= 63
        else { throw .addressInvalid(address, "a part of its domain is longer than 63 characters") }
        return ascii
    }
}

extension String {
    fileprivate var startsWithMark: Bool {
        switch unicodeScalars.first?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether Latin letters stand beside Cyrillic, Greek or Armenian ones, which no registry
    /// allows, and which in a list is a slip of the keyboard or a trap.
    fileprivate var mixesAlphabets: Bool {
        unicodeScalars.contains { ("a"..."z").contains($0) }
            && unicodeScalars.contains { (0x370...0x58F).contains($0.value) }
    }
}

extension Unicode.Scalar {
    /// Whether this parts a domain, in the writing of East Asia too (RFC 3490 §3.1).
    fileprivate var isFullStop: Bool {
        self == "." || self == "\u{3002}" || self == "\u{FF0E}" || self == "\u{FF61}"
    }

    /// Whether this is a letter, a digit, a mark on a letter or the hyphen.
    fileprivate var mayStandInDomain: Bool {
        switch properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
            .spacingMark:
            true
        default: self == "-"
        }
    }
}
