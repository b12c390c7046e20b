extension EmailAddress {
    /// An address as a list writes it, and what may be wrong with it all the same, in a sentence.
    struct Listed {
        var address: EmailAddress
        var doubt: String?
    }

    /// Reads an address of a list, in which a slip is told rather than refused (CSV-7).
    ///
    /// A Cyrillic а among Latin letters, which no mail could be sent to, is read as the letter that
    /// it looks like. The slip of a provider's name stays as it is: `gmial.com` may be somebody's.
    ///
    /// - Throws: `address.invalid`.
    static func listed(_ text: String) throws(Problem) -> Listed {
        do {
            let address = try EmailAddress(text)
            return Listed(address: address, doubt: address.doubt(asWritten: text))
        } catch {
            guard let latin = Lookalike.latin(of: text), let address = try? EmailAddress(latin)
            else { throw error }
            let letters = Lookalike.strangers(in: text).map(\.introduced).joined(separator: ", ")
            return Listed(
                address: address,
                doubt: "\(letters) only looks like a Latin letter: it was read as \(address.text)."
            )
        }
    }

    private func doubt(asWritten text: String) -> String? {
        let domain = self.text[self.text.index(after: at)...]
        if let meant = MailProvider.meant(by: String(domain)) {
            return "\(domain) may be a slip for \(meant): ask for the right address."
        }
        let labels = text.split(separator: "@").last?.split(separator: ".") ?? []
        for label in labels where !label.utf8.allSatisfy({ $0 < 0x80 }) {
            guard let latin = Lookalike.latin(of: String(label)) else { continue }
            return "“\(label)” in its domain is not in Latin letters, though it looks like"
                + " \(latin): ask for the right address."
        }
        return nil
    }

    private var at: String.Index { text.lastIndex(of: "@") ?? text.startIndex }
}
