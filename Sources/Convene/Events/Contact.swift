/// Who answers questions about an event: the organisers' person, in whose name its mail is sent and
/// to whom replies go (MSG-17).
package struct Contact: Hashable, Sendable {
    package let name: String
    package let address: EmailAddress

    /// Reads `Olena Example <olena@example.org>`.
    ///
    /// - Throws: `value.invalid` without a name or an address; `address.invalid`.
    package init(_ text: String) throws(Problem) {
        let parts = text.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        let name = (parts.first ?? "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ").trimmingQuotes
        guard parts.count == 2, parts[1].trimmed.hasSuffix(">"), !name.isEmpty,
            name.utf8.count <= Contact.longestName,
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else {
            throw Problem(
                .valueInvalid,
                "A contact is a name of up to \(Contact.longestName) letters and an address: Olena"
                    + " Example <olena@example.org>.")
        }
        self.init(
            name: name,
            address: try EmailAddress(String(parts[1].trimmed.dropLast())))
    }

    /// The contact that the register holds.
    package init(name: String, address: EmailAddress) {
        self.name = name
        self.address = address
    }

    package var text: String { "\(name) <\(address.text)>" }

    private static let longestName = 100
}

extension String {
    fileprivate var trimmingQuotes: String {
        count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
