/// What is known of the talk on one SMTP connection: which step it is at, and the server's word on
/// that step.
///
/// It is told each line that goes out and each that comes in, in order, and draws no conclusions
/// of its own beyond one: whether we may speak on (``Advice``).
struct SMTPDialogue: Sendable {
    /// Whether mail may leave only after a login (ENV-14).
    let needsLogin: Bool
    /// Whether mail may leave only after STARTTLS (ENV-13).
    let needsEncryption: Bool

    private(set) var step = Step.greeting
    /// The server's reply to this step; nothing as long as it is awaited.
    private(set) var reply: SMTPReply?
    /// Whether the mail under way goes over a connection that an earlier mail has used.
    private(set) var isReused = false
    private(set) var isLoggedIn = false
    private(set) var isEncrypted = false
    /// The most octets that the server takes in one mail, where it says so (RFC 1870 §4).
    private(set) var sizeLimit: Int?
    /// Whether the server wants to know the size of each mail (RFC 1870).
    private(set) var knowsSize = false
    /// Whether the server reads on while it answers (RFC 2920).
    private(set) var takesManyAtOnce = false
    private var offersLogin = false
    private var isLeaving = false
    private var lines: [String] = []

    init(needsLogin: Bool = false, needsEncryption: Bool = false) {
        self.needsLogin = needsLogin
        self.needsEncryption = needsEncryption
    }

    /// A further mail begins. Whether it is on the same connection shows in what is said first:
    /// the server's greeting, or our MAIL.
    mutating func begin() {
        step = .greeting
        reply = nil
        lines = []
        isReused = false
        isLeaving = false
    }

    /// A command has been sent.
    mutating func sent(_ command: String) {
        defer { lines = [] }
        if step == .login, reply?.code == 334 {
            // An answer to the server's challenge, whose letters could spell a command.
            reply = nil
            return
        }
        let verb = String(Substring(command.utf8.prefix { $0 > 32 })).uppercased()
        guard verb != "QUIT" else {
            // The step that made us leave, and the word on it, are what counts (ENV-6). Before any
            // word it is an old connection that is left, for the one to come.
            isLeaving = step != .greeting || reply != nil
            return
        }
        guard let next = Step(verb: verb) else { return }
        if step == .greeting, reply == nil { isReused = true }
        step = next
        reply = nil
    }

    /// A line has come in, without its line end.
    mutating func received(_ line: String) -> Advice {
        guard !isLeaving else { return .goOn }
        if lines.count < Self.linesKept { lines.append(line) }
        if step == .hello { note(capability: line) }
        guard SMTPReply.isLast(line) else { return .goOn }
        let reply = SMTPReply(lines: lines)
        lines = []
        return reply.map { take($0) } ?? .goOn
    }

    /// A reply of thousands of lines is somebody's joke; its beginning is enough.
    private static let linesKept = 100

    private mutating func note(capability line: String) {
        // Spelled as libcurl reads it: what it does not see is not offered.
        let capability = line.utf8.dropFirst(4)
        if capability.starts(with: "AUTH ".utf8) { offersLogin = true }
        if capability.elementsEqual("PIPELINING".utf8) { takesManyAtOnce = true }
        if capability.elementsEqual("SIZE".utf8) { knowsSize = true }
        if capability.starts(with: "SIZE ".utf8) {
            knowsSize = true
            // 0 stands for no limit in particular.
            sizeLimit = Int(String(Substring(capability.dropFirst(5)))).flatMap {
                $0 > 0 ? $0 : nil
            }
        }
    }

    private mutating func take(_ reply: SMTPReply) -> Advice {
        self.reply = reply
        switch (step, reply.code) {
        case (.greeting, _):
            isLoggedIn = false
            isEncrypted = false
            forgetOffers()
        case (.encryption, 220):
            isEncrypted = true
            // What was offered in the clear may have been anybody's word (RFC 3207 §4.2).
            forgetOffers()
        case (.login, 235):
            isLoggedIn = true
        case (.data, 354):
            step = .body
            self.reply = nil
        case (_, _):
            break
        }
        return advice
    }

    private mutating func forgetOffers() {
        offersLogin = false
        sizeLimit = nil
        knowsSize = false
        takesManyAtOnce = false
    }

    /// Whether the mail may be spoken of: we are logged in and encrypted where that is asked for.
    var mayNameSender: Bool { !(needsLogin && !isLoggedIn) && !(needsEncryption && !isEncrypted) }

    private var advice: Advice {
        switch step {
        case .hello where needsLogin && reply?.isPositive == true:
            offersLogin || (needsEncryption && !isEncrypted) ? .goOn : .stop
        case .sender, .recipient, .data, .body:
            mayNameSender ? .goOn : .stop
        case .greeting, .hello, .encryption, .login:
            .goOn
        }
    }
}

extension SMTPDialogue {
    /// The steps of handing over one mail, in their order.
    enum Step: Int, Sendable, CaseIterable, Comparable {
        /// Connecting, and waiting for the server's first word.
        case greeting
        /// EHLO or HELO.
        case hello
        /// STARTTLS.
        case encryption
        /// AUTH.
        case login
        /// MAIL FROM.
        case sender
        /// RCPT TO.
        case recipient
        /// DATA, until the server says 354.
        case data
        /// The mail itself and its final dot.
        case body

        init?(verb: String) {
            switch verb {
            case "EHLO", "HELO": self = .hello
            case "STARTTLS": self = .encryption
            case "AUTH": self = .login
            case "MAIL": self = .sender
            case "RCPT": self = .recipient
            case "DATA": self = .data
            default: return nil
            }
        }

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether to speak on.
    enum Advice: Sendable {
        case goOn
        /// The mail would leave without the login or the encryption that the account asks for.
        case stop
    }
}
