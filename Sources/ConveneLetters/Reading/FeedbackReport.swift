import Convene

/// The machine's part of a report in the Abuse Reporting Format (RFC 5965), and what it is about.
enum FeedbackReport {
    /// Only what people say of our mail is a complaint. What a program found out, of a signature
    /// (RFC 6591) or a virus, is for somebody to read, and so is what no type is known for.
    static func trait(_ octets: [UInt8]) -> IncomingMail.Trait {
        switch type(octets) {
        case "abuse", "fraud", "opt-out": .complaint
        // It takes a complaint back that was none of ours to begin with (RFC 6430).
        case "not-spam": .receipt
        default: .feedback
        }
    }

    /// The report's type in small letters, without comments; nothing where it does not say.
    private static func type(_ octets: [UInt8]) -> String {
        // Empty lines before the first field are no end of the fields.
        let report = MailOctets(bytes: Array(octets.drop { $0 == 13 || $0 == 10 }))
        let value = MailHeader(report, in: report.whole)["feedback-type"] ?? ""
        return String(value.lowercased().trimmed.prefix { $0.isLetter || $0 == "-" })
    }
}
