import Convene

extension DeliveryNotice {
    /// Reads the machine's part of a delivery report: groups of fields, the first about the report,
    /// one for each recipient after it (RFC 3464 §2.1). Nothing where it names no recipient.
    init?(reading text: String) {
        var server = ""
        var recipients: [Recipient] = []
        for group in Self.groups(of: text) where recipients.count < Self.mostRecipients {
            if server.isEmpty { server = Self.untyped(group["reporting-mta"] ?? "") }
            if let recipient = Recipient(group) { recipients.append(recipient) }
        }
        guard !recipients.isEmpty else { return nil }
        self.init(server: String(server.prefix(255)), recipients: recipients)
    }

    /// The fields of each group, by name in small letters; of two of the same name the first.
    ///
    /// A group that is not parted from the next by an empty line is recognised by its second
    /// recipient.
    private static func groups(of text: String) -> [[String: String]] {
        var groups: [[String: String]] = [[:]]
        var last: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .prefix(mostLines)
        {
            if line.trimmed.isEmpty {
                if groups.last?.isEmpty == false { groups.append([:]) }
                last = nil
            } else if line.first == " " || line.first == "\t" {
                if let last, let present = groups[groups.count - 1][last], present.count < 4000 {
                    groups[groups.count - 1][last] = present + " " + line.trimmed
                }
            } else if let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].lowercased().trimmed
                if groups[groups.count - 1][name] != nil, name == "final-recipient" {
                    groups.append([:])
                }
                if groups[groups.count - 1][name] == nil {
                    let value = line[line.index(after: colon)...].trimmed
                    groups[groups.count - 1][name] = String(value.prefix(4000))
                }
                last = name
            }
        }
        return groups
    }

    /// A value without the type before it: `rfc822; a@example.org`.
    fileprivate static func untyped(_ value: String) -> String {
        value.firstIndex(of: ";").map { value[value.index(after: $0)...].trimmed } ?? value
    }

    private static let mostRecipients = 100
    private static let mostLines = 5000
}

extension DeliveryNotice.Recipient {
    /// Nothing for a group that is about no recipient.
    fileprivate init?(_ fields: [String: String]) {
        let isRecipient =
            fields["final-recipient"] != nil || fields["original-recipient"] != nil
            || fields["action"] != nil
        guard isRecipient else { return nil }
        let status = fields["status"].flatMap { DeliveryStatus($0.trimmed) }
        let words = DeliveryNotice.untyped(fields["diagnostic-code"] ?? "")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.init(
            action: Self.action(fields["action"], status), status: status,
            words: String(EncodedWord.decoded(words).prefix(1000)))
    }

    /// What is said, or else what the status means.
    private static func action(_ text: String?, _ status: DeliveryStatus?)
        -> DeliveryNotice.Action
    {
        let word = text.map { $0.lowercased().trimmed.prefix { $0.isLetter } } ?? ""
        if let action = DeliveryNotice.Action(rawValue: String(word)) { return action }
        if word.hasPrefix("fail") { return .failed }
        return switch status?.kind {
        case 2: .delivered
        case 5: .failed
        default: .delayed
        }
    }
}
