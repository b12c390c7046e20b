import Foundation

/// The e-mail address of one person, fit to be sent to: a dot-atom, an `@`, and a domain in A-labels.
///
/// What comes out of a spreadsheet is cleaned first: blanks around it, `mailto:`, `<` and `>`, and
/// `;`, `,` or `.` at its end. Follows RFC 5321 (§4.1.2, §4.5.3.1), RFC 5322 (§3.2.3) and RFC 5890,
/// of which it takes less than they allow: no quoted local part, no address in brackets.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// What goes on the wire: ASCII, 254 octets at most, the local part in the case it was written.
    package let text: String
    /// The form by which addresses are compared: all of it in lower case.
    package let key: String

    package var description: String { text }

    /// Reads an address as it was written in a list, a form or a command.
    ///
    /// - Throws: `address.invalid`, saying what is wrong with it.
    package init(_ text: String) throws(Problem) {
        let address = EmailAddress.cleaned(text)
        try EmailAddress.checkWhole(address)
        guard let at = address.lastIndex(of: "@") else {
            throw .addressInvalid(address, "it has no @")
        }
        let local = String(address[..<at])
        try EmailAddress.checkLocal(local, of: address)
        let domain = try EmailAddress.domain(
            String(address[address.index(after: at)...]), of: address)
        self.text = local + "@" + domain
        key = self.text.lowercased()
        guard self.text.utf8.count <= 254 else {
            throw .addressInvalid(address, "it is longer than 254 characters")
        }
    }

    /// The address that the register holds: it was read with care when it was written.
    package init(stored text: String) {
        self.text = text
        key = text.lowercased()
    }

    /// Takes off what surrounds an address in a spreadsheet, in whatever order it was put on (CSV-7).
    private static func cleaned(_ text: String) -> String {
        var rest = text.withoutBlanksAround
        var before: String
        repeat {
            before = rest
            if rest.utf8.dropFirst(6).first == UInt8(ascii: ":"),
                rest.lowercased().hasPrefix("mailto:")
            {
                rest = String(rest.dropFirst(7).prefix { $0 != "?" })
            }
            if rest.hasPrefix("<"), rest.hasSuffix(">") {
                rest = String(rest.dropFirst().dropLast())
            }
            while let last = rest.utf8.last, ";,.".utf8.contains(last) { rest.removeLast() }
            rest = rest.withoutBlanksAround
        } while rest != before
        return rest.utf8.allSatisfy { $0 < 128 } ? rest : rest.precomposedStringWithCanonicalMapping
    }

    /// What would be sent as a command of its own must not come near libcurl (ENV-8).
    private static func checkWhole(_ address: String) throws(Problem) {
        guard !address.isEmpty else {
            throw Problem(
                .addressInvalid, "There is no e-mail address: write one, such as name@example.org.")
        }
        if address.unicodeScalars.contains(where: \.isUnseen) {
            throw .addressInvalid(address, "it has a line break or a character that can't be seen")
        }
        if address.utf8.count(where: { $0 == UInt8(ascii: "@") }) > 1 {
            throw .addressInvalid(address, "it has more than one @; write one address only")
        }
        if address.utf8.contains(where: "<>".utf8.contains) {
            throw .addressInvalid(address, "write only what stands between < and >")
        }
        if address.unicodeScalars.contains(where: \.isBlank) {
            throw .addressInvalid(address, "it has a blank in it")
        }
    }

    private static func checkLocal(_ local: String, of address: String) throws(Problem) {
        if local.isEmpty { throw .addressInvalid(address, "nothing stands before the @") }
        if let stranger = local.unicodeScalars.first(where: { !$0.isASCII }) {
            throw .addressInvalid(
                address, "\(stranger.introduced) before the @ is not one of the letters a–z")
        }
        if local.utf8.count > 64 {
            throw .addressInvalid(address, "more than 64 characters stand before the @")
        }
        if local.hasPrefix("\"") {
            throw .addressInvalid(address, "names in quotation marks are not sent to")
        }
        if let stranger = local.unicodeScalars.first(where: { !$0.isAtomText && $0 != "." }) {
            throw .addressInvalid(address, "“\(stranger)” may not stand before the @")
        }
        if local.hasPrefix(".") || local.hasSuffix(".") || local.contains("..") {
            throw .addressInvalid(
                address, "before the @, a full stop stands at an end or beside another")
        }
    }
}

extension Unicode.Scalar {
    /// Whether RFC 5322 calls this `atext`.
    fileprivate var isAtomText: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(self)
        }
    }
}

extension Unicode.Scalar {
    /// The character with its name, for the eye can't tell a Cyrillic а from a Latin one.
    var introduced: String {
        "“\(self)” (\(properties.name?.lowercased() ?? "U+" + String(value, radix: 16)))"
    }
}

extension Problem {
    static func addressInvalid(_ address: String, _ reason: String) -> Problem {
        Problem(
            .addressInvalid,
            "\(address.excerpt) is not an e-mail address: \(reason). "
                + "One looks like name@example.org.")
    }
}
