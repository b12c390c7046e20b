/// A record that the DNS must have for the office's mail to be believed by whoever gets it (BLK-4).
package struct SenderRecord: Sendable, Equatable {
    package let kind: Kind
    /// The name that it stands under.
    package let name: String
    /// What it must say, for somebody to enter it.
    package let demand: String

    package enum Kind: Sendable, Equatable {
        case spf
        /// With the public key, where we sign; a relay that signs has its own.
        case dkim(key: String?)
        case dmarc
        /// Where reports come back to.
        case exchanger
    }

    package var title: String {
        switch kind {
        case .spf: "DNS: SPF"
        case .dkim: "DNS: DKIM"
        case .dmarc: "DNS: DMARC"
        case .exchanger: "DNS: MX"
        }
    }

    /// The records that an office needs.
    ///
    /// - Parameters:
    ///   - bounces: the address that reports come back to: its domain is the one that SPF is about.
    ///   - relay: the host that mail is handed to.
    ///   - dkim: name and text of the record of our own signatures.
    package static func needed(
        from: EmailAddress, bounces: EmailAddress, relay: String,
        dkim: (name: String, text: String)?
    ) -> [SenderRecord] {
        let domain = from.domain.lowercased()
        let returns = bounces.domain.lowercased()
        return [
            SenderRecord(
                kind: .spf, name: returns,
                demand:
                    "TXT v=spf1 … -all, which lets \(relay) send: its include:, or ip4: and ip6:"),
            SenderRecord(
                kind: .dkim(key: dkim.map { Self.tag("p", of: $0.text) ?? "" }),
                name: dkim?.name ?? "SELECTOR._domainkey.\(domain)",
                demand: dkim.map { "TXT \($0.text)" }
                    ?? "TXT v=DKIM1; p=…, as \(relay) gives it where it signs for \(domain)"),
            SenderRecord(
                kind: .dmarc, name: "_dmarc.\(domain)",
                demand: "TXT v=DMARC1; p=none (then quarantine, then reject)"),
            SenderRecord(
                kind: .exchanger, name: returns,
                demand: "MX 10 of the host that takes mail for \(bounces)"),
        ]
    }

    /// What is wrong with the record, or nothing.
    package func fault(in records: DNSRecords) -> String? {
        switch kind {
        case .spf: spfFault(records.texts(of: name))
        case .dkim(let key): dkimFault(records.texts(of: name), key: key)
        case .dmarc: dmarcFault(records.texts(of: name))
        case .exchanger:
            records.exchangers(of: name).contains { !$0.isEmpty && $0 != "." }
                ? nil
                : "\(name) has no MX: reports of mail that did not arrive come back to nobody."
        }
    }

    private func spfFault(_ texts: [String]) -> String? {
        let policies = texts.filter { $0.lowercased().split(separator: " ").first == "v=spf1" }
        guard let policy = policies.first?.lowercased(), policies.count == 1 else {
            return policies.isEmpty
                ? "\(name) has no TXT that begins with v=spf1."
                : "\(name) has \(policies.count) records of SPF, and then none counts: make them one."
        }
        let terms = policy.split(separator: " ").dropFirst()
        if terms.contains(where: { ["all", "+all", "?all"].contains($0) }) {
            return "The SPF of \(name) lets everybody send: end it with -all or ~all."
        }
        guard
            terms.last == "-all" || terms.last == "~all"
                || terms.contains(where: { $0.hasPrefix("redirect=") })
        else { return "The SPF of \(name) does not end with -all or ~all." }
        return terms.count > 1 || terms.contains { $0.hasPrefix("redirect=") }
            ? nil : "The SPF of \(name) lets nobody send."
    }

    private func dkimFault(_ texts: [String], key: String?) -> String? {
        // Whose selector is not known can't be looked for.
        guard let key else { return nil }
        guard let text = texts.first(where: { Self.tag("p", of: $0) != nil }) else {
            return "\(name) has no TXT with a key."
        }
        return Self.tag("p", of: text) == key
            ? nil : "\(name) has another key than mail.dkim.key: enter the one above."
    }

    private func dmarcFault(_ texts: [String]) -> String? {
        let policies = texts.filter { $0.lowercased().hasPrefix("v=dmarc1") }
        guard let policy = policies.first, policies.count == 1 else {
            return policies.isEmpty
                ? "\(name) has no TXT that begins with v=DMARC1."
                : "\(name) has \(policies.count) records of DMARC, and then none counts."
        }
        return ["none", "quarantine", "reject"].contains(Self.tag("p", of: policy)?.lowercased())
            ? nil : "The DMARC of \(name) has no p=none, p=quarantine or p=reject."
    }

    /// The value of a tag in `v=DKIM1; k=rsa; p=…`, without blanks.
    private static func tag(_ name: String, of text: String) -> String? {
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, pair[0].trimmed.lowercased() == name {
                return String(pair[1].filter { !$0.isWhitespace })
            }
        }
        return nil
    }
}
