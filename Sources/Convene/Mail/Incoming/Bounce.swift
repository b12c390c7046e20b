/// What a refusal means for the address that a mail was sent to (BNC-4).
package enum BounceClass: String, Sendable, CaseIterable {
    /// There is no such mailbox or no such domain: nothing more is sent there.
    case dead
    /// The mailbox is closed: nothing more is sent there.
    case disabled
    /// Full, out of reach, or unclear: it counts, and a week of it is enough (BNC-5).
    case soft
    /// The content or the sender was not wanted: never the fault of the address.
    case policy
    /// SPF, DKIM, DMARC or our sender's address: a fault of ours, for all mails alike (ENV-5).
    case ours
}

extension BounceClass {
    /// Decides by the status and by what the server says beside it: of a report, or of an SMTP
    /// reply with the enhanced code that it has.
    ///
    /// A server's own code in its words goes before the status, which may have been put in by
    /// another that knew less: sendmail reports any 550 to a recipient as 5.1.1, and Exim all as
    /// 5.0.0. Words of spam and policy go before both unless the server's own code says otherwise, so that no
    /// filter's verdict ever silences an address.
    package init(_ status: DeliveryStatus?, words: String) {
        let said = BounceWords(words)
        if let own = said.status, !own.isVague {
            self = BounceClass(clear: own, said)
        } else if said.isPolicy {
            self = said.isAuthentication ? .ours : .policy
        } else if let status, !status.isVague || status.kind == 4 {
            self = BounceClass(clear: status, said)
        } else {
            self = BounceClass(said)
        }
    }

    private init(clear status: DeliveryStatus, _ said: BounceWords) {
        switch (status.kind, status.subject, status.detail) {
        // 20 to 27 are RFC 7372's and RFC 7505's, 509 and 515 Microsoft's.
        case (_, 7, 20...27), (_, 7, 509), (_, 7, 515): self = .ours
        case (_, 7, _): self = said.isAuthentication ? .ours : .policy
        case (_, 6, _), (5, 5, _): self = .policy
        case (5, 1, 7), (5, 1, 8): self = .ours
        case (5, 1, 1), (5, 1, 2), (5, 1, 3), (5, 1, 6), (5, 1, 10): self = .dead
        case (5, 2, 1): self = .disabled
        case (5, 2, 3): self = .policy
        default: self = .soft
        }
    }

    /// By the words alone, where no code says more than that it went wrong.
    private init(_ said: BounceWords) {
        if said.isFull || said.isPassing {
            self = .soft
        } else if said.isUnknownUser {
            self = .dead
        } else if said.isDisabled {
            self = .disabled
        } else {
            self = .soft
        }
    }
}

/// What servers say when they refuse, by the words that they commonly use.
struct BounceWords {
    /// The enhanced code that stands in the words.
    let status: DeliveryStatus?
    /// The SMTP reply code that stands in them.
    let code: Int?
    private let text: String

    init(_ words: String) {
        text = String(words.prefix(Self.limit)).lowercased()
        (status, code) = Self.codes(in: text)
    }

    var isPassing: Bool { code.map { $0 < 500 } ?? false }
    var isUnknownUser: Bool { has(Self.unknownUser) }
    var isDisabled: Bool { has(Self.disabled) }
    var isFull: Bool { code == 552 || code == 452 || has(Self.full) }
    var isPolicy: Bool { has(Self.policy) || isAuthentication }
    /// It would hold all mail, so that an address that happens to have “spf” in it must not be
    /// taken for it.
    var isAuthentication: Bool {
        let words = text.split(separator: " ").filter { !$0.contains("@") }
        let said = words.joined(separator: " ")
        return Self.authentication.contains { said.contains($0) }
            || words.contains { word in
                word.split { !$0.isLetter }.contains { Self.checks.contains($0) }
            }
    }

    /// Whether it says that a mail is late and still tried.
    var isWarning: Bool { has(Self.warning) }

    private func has(_ phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }

    /// Finds `550 5.1.1`, `(#5.1.1)` or `5.1.1`, and the code before it; or a code alone.
    ///
    /// A number with further digits or full stops around it is a version or an address, and so is
    /// one that stands where no code can.
    private static func codes(in text: String) -> (DeliveryStatus?, Int?) {
        let words = text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0.isLetter)) }
        var (status, code): (DeliveryStatus?, Int?)
        for (index, word) in words.enumerated() {
            let number = word.last == "." ? word.dropLast() : word
            if let smtp = Int(number), Self.replies.contains(smtp), number.count == 3 {
                code = code ?? smtp
            } else if status == nil, let found = DeliveryStatus(number), found.kind != 2,
                found.subject <= 7
            {
                let before = index > 0 ? Int(words[index - 1]) : nil
                let follows = before.map { Self.replies.contains($0) } ?? false
                let isVersion = index > 0 && Self.programs.contains(String(words[index - 1]))
                if follows || (!isVersion && found.detail < 600) { status = found }
            }
        }
        if let known = status, let smtp = code, known.kind != smtp / 100 { status = nil }
        return (status, code)
    }

    /// The replies of RFC 5321 §4.2.3 that refuse, and those of common servers beside them.
    private static let replies: Set<Int> = [
        421, 422, 431, 432, 441, 442, 446, 447, 449, 450, 451, 452, 454, 455, 471, 500, 501, 502,
        503, 504, 510, 511, 512, 515, 517, 521, 522, 523, 530, 531, 533, 534, 535, 541, 542, 543,
        546, 547, 550, 551, 552, 553, 554, 555, 556, 557, 571,
    ]
    /// What stands before the number of a version.
    private static let programs: Set<String> = [
        "exim", "postfix", "sendmail", "version", "hmailserver", "qmail", "esmtp", "v", "mailer",
        "php", "openssl", "iis", "mdaemon", "kerio", "connect",
    ]
    private static let unknownUser = [
        "user unknown", "unknown user", "no such user", "no such recipient", "no such mailbox",
        "no such person", "unknown recipient", "recipient unknown", "unknown local",
        "does not exist", "doesn't exist", "does not have an account", "not a valid mailbox",
        "no mailbox here", "no mailbox by that name", "mailbox not found", "user not found",
        "recipient not found", "recipientnotfound", "address not found", "invalid recipient",
        "invalid mailbox", "invalid address", "not a known user", "unknown or illegal alias",
        "unrouteable address", "unroutable address", "host or domain name not found",
        "domain not found", "no such domain", "bad destination mailbox", "mailbox unavailable",
        "addressee unknown", "undeliverable address", "account not found", "user doesn't have",
        "no longer valid", "no longer available", "no longer at this", "has been deleted",
        "ist unbekannt", "inconnu", "non existe", "пользователь не найден", "не существует",
    ]
    private static let disabled = [
        "account is disabled", "mailbox disabled", "account disabled", "account has been disabled",
        "mailbox is disabled", "mailbox is inactive", "inactive account", "account inactive",
        "account is inactive", "not accepting mail", "account suspended", "user suspended",
        "mailbox closed", "account closed", "account that you tried to reach is disabled",
    ]
    private static let full = [
        "quota", "mailbox full", "mailbox is full", "storage", "inbox is full", "out of space",
        "insufficient system", "переполнен",
    ]
    private static let policy = [
        "spam", "blacklist", "black list", "blocklist", "block list", "blocked", "denylist", "rbl",
        "dnsbl", "reputation", "policy", "content rejected", "message rejected", "unsolicited",
        "is listed", "host listed", "listed at", "spamhaus", "virus", "access denied",
        "not permitted",
        "not allowed to send", "rejected due to",
    ]
    private static let authentication = [
        "unauthenticated", "authentication check", "authentication level", "sender verify failed",
        "sender address rejected", "sender rejected",
    ]
    /// What a sender's domain is checked by, as words of their own.
    private static let checks: Set<Substring> = ["spf", "dkim", "dmarc"]
    private static let warning = [
        "has not yet been delivered", "not yet been delivered", "will be retried",
        "will continue to try", "will continue trying", "delivery attempts will continue",
        "warning message only", "do not need to resend", "no action is required on your part",
        "delivery is delayed", "delivery delayed", "message delayed", "will keep trying",
    ]
    private static let limit = 4000
}
