/// Where a webhook is told: an `https:` address, or `http:` where that is allowed.
///
/// Read strictly, because a program that sends what others wrote to where others say must read the
/// address as the library does that connects: printable ASCII, a host, no login, no fragment.
package struct WebhookURL: Hashable, Sendable {
    package let text: String
    package let isEncrypted: Bool
    /// The host's name or address in small letters, IPv6 without its brackets.
    package let host: String

    /// - Throws: `webhook.address`.
    package init(_ written: String) throws(Problem) {
        let parts = written.split(
            separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        let scheme = parts.first?.lowercased()
        guard parts.count == 3, parts[1].isEmpty, scheme == "https:" || scheme == "http:",
            written.utf8.count <= 2000, written.utf8.allSatisfy(Self.mayStand),
            let host = Self.host(in: parts[2].prefix { $0 != "/" && $0 != "?" })
        else { throw .webhookUnreadable(written) }
        text = written
        isEncrypted = scheme == "https:"
        self.host = host
    }

    /// The address that the register holds: it was checked when it was written.
    package init(stored text: String) {
        self.text = text
        isEncrypted = text.lowercased().hasPrefix("https:")
        let rest = text.drop { $0 != "/" }.dropFirst(2)
        host = Self.host(in: rest.prefix { $0 != "/" && $0 != "?" }) ?? ""
    }

    /// Whether it names this machine itself, rather than by a name that may lead anywhere.
    package var isHere: Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
            .map { UInt8($0) }
        return host == "localhost" || host == "::1"
            || (numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil))
    }

    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\\#@\"<>^`{|}".utf8.contains(byte)
    }

    private static func host(in authority: Substring) -> String? {
        let isBracketed = authority.hasPrefix("[")
        let end = isBracketed ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":")
        let host = authority[..<(end ?? authority.endIndex)].drop { $0 == "[" }.lowercased()
        var rest = authority[(end ?? authority.endIndex)...]
        if isBracketed { rest = rest.dropFirst() }
        let isPort = rest.isEmpty || (rest.hasPrefix(":") && UInt16(rest.dropFirst()) ?? 0 > 0)
        let letters = isBracketed ? "0123456789abcdef:." : "0123456789abcdefghijklmnopqrstuvwxyz.-_"
        guard !host.isEmpty, !isBracketed || end != nil, isPort,
            host.utf8.allSatisfy(letters.utf8.contains)
        else { return nil }
        return host
    }
}

/// Where webhooks may go: by themselves to everything public, encrypted; elsewhere by the settings.
package struct WebhookRules: Sendable {
    /// Whether plain `http:` is taken elsewhere than to this machine.
    package let allowsPlain: Bool
    /// Whether an address of 4 or 16 octets is allowed though it is not public.
    package let allows: @Sendable (_ octets: [UInt8]) -> Bool

    package init(
        allowsPlain: Bool = false, allows: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
    ) {
        self.allowsPlain = allowsPlain
        self.allows = allows
    }

    /// - Throws: `webhook.address`.
    func check(_ url: WebhookURL, by actor: Actor, isRehearsal: Bool) throws(Problem) {
        guard url.isHere || !isRehearsal else { throw .webhookRehearsal }
        guard url.isEncrypted || allowsPlain || url.isHere else { throw .webhookPlain }
        // Whoever sits at the terminal is on this machine already; others would get behind its door.
        guard !url.isHere || actor.kind == .terminal || allows([127, 0, 0, 1]) else {
            throw .webhookHere
        }
    }
}

extension Problem {
    fileprivate static func webhookUnreadable(_ written: String) -> Problem {
        Problem(
            .webhookAddress,
            "“\(written.prefix(80))” is no address for a webhook: write it as"
                + " https://hooks.example.org/convene.")
    }

    fileprivate static let webhookPlain = Problem(
        .webhookAddress,
        "A webhook's address begins with https:; webhooks.http in convene.yaml allows http: as well."
    )

    fileprivate static let webhookHere = Problem(
        .webhookAddress,
        "A webhook to this machine is set up at its terminal, or allowed by webhooks.allow in"
            + " convene.yaml.")

    fileprivate static let webhookRehearsal = Problem(
        .webhookAddress,
        "This register was begun as a rehearsal: its webhooks go to this machine only.")
}
