/// The port to the mail server.
package protocol Mailer: Sendable {
    /// How many lines may be open side by side, each with a connection of its own.
    var connections: Int { get }

    /// How much the server takes in a time.
    var pace: Pace { get }

    /// A new line to the server. It connects when the first mail is handed over.
    func line() -> any MailLine
}

/// One line to the mail server, which hands over one mail after another and keeps its connection.
///
/// A line belongs to one thread and makes it wait (ENV-21). Its connection ends with it.
package protocol MailLine {
    /// Hands one mail over and waits for the server's word. Never throws: whatever happens is a
    /// ``Delivery``.
    ///
    /// - Parameter clearance: asked for when the server has taken sender and recipient. Before it is
    ///   given, the end of the mail does not leave, without which no server takes it.
    func deliver(_ parcel: Parcel, clearance: Clearance) -> Delivery
}

extension Mailer {
    /// As much as it can.
    package var pace: Pace { Pace() }

    /// Hands a single mail over, on a line of its own.
    package func deliver(
        _ parcel: Parcel, clearance: Clearance = .given
    ) async -> Delivery {
        await WaitingThread.run { line().deliver(parcel, clearance: clearance) }
    }
}

/// The leave that a mail needs before it can arrive: it is given when it has been written down that
/// from now on the mail may have arrived (BOX-4).
package struct Clearance: Sendable {
    private let check: @Sendable () throws -> Bool
    private let waiting: @Sendable () throws -> Void

    /// - Parameters:
    ///   - check: asks for it without waiting; whether it is given.
    ///   - waiting: waits until it is, where it was not. Either throws when it is refused.
    package init(
        check: @escaping @Sendable () throws -> Bool,
        wait waiting: @escaping @Sendable () throws -> Void
    ) {
        self.check = check
        self.waiting = waiting
    }

    /// One that is given from the outset.
    package static let given = Clearance(check: { true }, wait: {})

    /// Asks for it without waiting.
    ///
    /// - Returns: whether it is given; asking on is of no use then.
    /// - Throws: when it is refused.
    package func isGiven() throws -> Bool { try check() }

    /// Waits until it is given.
    ///
    /// - Throws: when it is refused.
    package func wait() throws {
        if try !check() { try waiting() }
    }
}

/// One mail ready to go: the envelope, and the bytes that the server is to get.
package struct Parcel: Sendable, Equatable {
    /// The name of the mail among the files of an outbox on disk: letters, digits, dot and hyphen.
    package var name: String
    /// MAIL FROM; an address without display name.
    package var sender: EmailAddress
    /// RCPT TO; one, because each mail is personal (ENV-7).
    package var recipient: EmailAddress
    /// The whole message, headers and body, lines ended by CRLF (ENV-16).
    package var bytes: [UInt8]

    package init(name: String, sender: EmailAddress, recipient: EmailAddress, bytes: [UInt8]) {
        self.name = name
        self.sender = sender
        self.recipient = recipient
        self.bytes = bytes
    }
}

/// What came of handing one mail over.
package struct Delivery: Sendable, Equatable {
    package var outcome: Outcome
    /// The SMTP reply code that decided, for example 250 or 550; nothing when there was no reply.
    package var code: Int?
    /// The enhanced status code of RFC 3463, for example `5.1.1`.
    package var enhanced: String?
    /// The server's words, or a sentence of ours when there were none.
    package var reply: String

    package init(outcome: Outcome, code: Int? = nil, enhanced: String? = nil, reply: String) {
        self.outcome = outcome
        self.code = code
        self.enhanced = enhanced
        self.reply = reply
    }

    package enum Outcome: String, Sendable, CaseIterable {
        /// The server has taken the mail (2yz after the data).
        case sent
        /// The server asks to try this mail again later (4yz).
        case retry
        /// The server will not take this mail to this recipient (5yz).
        case failed
        /// The connection broke or timed out after the final dot: it may have arrived (ENV-2).
        case unknown
        /// The server can't be reached, or asks everybody to come later: the queue waits.
        case unreachable
        /// The server refuses us: login, sender, encryption. The queue holds (ENV-5, ENV-14).
        case refusedUs = "refused-us"
        /// It got no clearance: the server has not got the mail, or not its end.
        case notStarted = "not-started"
    }
}
