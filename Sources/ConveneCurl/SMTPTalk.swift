import Convene

/// What is said to hand mails over on one connection, from MAIL to the word on the last dot. The
/// connection itself, its encryption and the login are libcurl's.
///
/// Where the server lets us, MAIL, RCPT and DATA go together (RFC 2920): over a distance a mail takes
/// two round trips then, and not four as when libcurl sends it.
struct SMTPTalk {
    private let timeouts: SMTPAccount.Timeouts
    /// Whether the server is where another mail can begin.
    private(set) var isInStep = true
    private var reader: CurlReader

    init(_ stream: CurlStream, _ timeouts: SMTPAccount.Timeouts) {
        reader = CurlReader(stream, longestLine: Self.longestReply)
        self.timeouts = timeouts
    }

    /// Hands one mail over; the dialogue has the server's words, of which the last one decides.
    ///
    /// - Throws: the ending, unless there is a word on the mail itself.
    mutating func handOver(_ job: DeliveryJob, _ dialogue: inout SMTPDialogue) throws(SMTPEnding) {
        isInStep = false
        guard dialogue.mayNameSender else { throw SMTPEnding(kind: .unprotected) }
        try sayEnvelope(of: job.parcel, &dialogue)
        try sendMail(of: job, &dialogue)
        do {
            try awaitReply(&dialogue, within: timeouts.response)
        } catch {
            throw SMTPEnding(kind: error.kind, words: error.words, isBodySupplied: true)
        }
        isInStep = dialogue.reply.map { $0.isPositive || $0.isRefusal && !$0.isClosing } ?? false
    }

    /// Says goodbye, without waiting for the answer (ENV-22).
    func leave() {
        if isInStep { try? send(Array("QUIT\r\n".utf8)) }
    }

    private mutating func sayEnvelope(of parcel: Parcel, _ dialogue: inout SMTPDialogue)
        throws(SMTPEnding)
    {
        let commands = commands(for: parcel, dialogue)
        let isTooLarge = dialogue.sizeLimit.map { parcel.bytes.count > $0 } ?? false
        let areTogether = dialogue.takesManyAtOnce && !isTooLarge
        for (index, command) in commands.enumerated() {
            // Before it is sent: where that fails, it was at this step.
            dialogue.sent(command)
            if !areTogether { try send(Array(command.utf8)) }
            if areTogether, index == 0 { try send(Array(commands.joined().utf8)) }
            try awaitReply(&dialogue, within: timeouts.response)
            // Only 354 lets the data begin: to a server that says anything else they are commands.
            guard dialogue.step == .body || index < 2 && dialogue.reply?.isPositive == true else {
                if dialogue.reply?.isRefusal == true, dialogue.reply?.isClosing == false {
                    isInStep = takeBack(passing: areTogether ? commands.count - index - 1 : 0)
                }
                throw SMTPEnding(kind: .refused, words: "the server said something else")
            }
            // A server that minds has said so itself, by the size that MAIL told it; one that does
            // not would take megabytes and refuse them at their end (ENV-19).
            if isTooLarge {
                isInStep = takeBack(passing: 0)
                throw .tooLarge(parcel.bytes.count, limit: dialogue.sizeLimit ?? 0)
            }
        }
    }

    private func commands(for parcel: Parcel, _ dialogue: SMTPDialogue) -> [String] {
        let size = dialogue.knowsSize ? " SIZE=\(parcel.bytes.count)" : ""
        return [
            "MAIL FROM:<\(parcel.sender.text)>\(size)\r\n",
            "RCPT TO:<\(parcel.recipient.text)>\r\n", "DATA\r\n",
        ]
    }

    /// Takes back what was said of a mail, so that the connection can carry the next: libcurl would
    /// close it, and every refused address would cost a connection and a login.
    ///
    /// - Parameter replies: how many are still to come to what was said with the refused command.
    /// - Returns: whether the server knows of no mail now. One that would take the mail though it has
    ///   refused its recipient does not.
    private mutating func takeBack(passing replies: Int) -> Bool {
        do {
            for _ in 0..<replies {
                guard try reply(within: Self.patience)?.code != 354 else { return false }
            }
            try send(Array("RSET\r\n".utf8))
            return try reply(within: Self.patience)?.isPositive == true
        } catch {
            return false
        }
    }

    private mutating func awaitReply(_ dialogue: inout SMTPDialogue, within time: Duration)
        throws(SMTPEnding)
    {
        var advice = SMTPDialogue.Advice.goOn
        try reply(within: time) { line in
            if dialogue.received(line) == .stop { advice = .stop }
        }
        if advice == .stop { throw SMTPEnding(kind: .unprotected) }
    }

    /// The next reply, of which each line is shown as it comes.
    @discardableResult
    private mutating func reply(within time: Duration, _ show: (String) -> Void = { _ in })
        throws(SMTPEnding) -> SMTPReply?
    {
        let deadline = ContinuousClock.now + time
        var octets = 0
        while true {
            let line = try line(until: deadline)
            octets += line.utf8.count
            guard octets <= Self.longestReply else { throw SMTPEnding(.endless, kind: .broken) }
            show(line)
            if SMTPReply.isLast(line) { return SMTPReply(lines: [line]) }
        }
    }

    /// Sends the mail. Where that fails, the server may have said why before it closed the
    /// connection or stopped reading: its refusal is what counts then, and anything else it says is
    /// not about all of the mail.
    private mutating func sendMail(of job: DeliveryJob, _ dialogue: inout SMTPDialogue)
        throws(SMTPEnding)
    {
        do {
            try send(DotStuffing.ended(job.parcel.bytes), clearedBy: job.clearance)
        } catch {
            if [.sending, .timeout].contains(error.kind) {
                try? awaitReply(&dialogue, within: Self.patience)
            }
            throw error
        }
    }

    /// Sends a mail. As long as it is not cleared its last line end and the dot behind it stay here,
    /// without which no server takes it (RFC 5321 §4.1.1.4).
    private func send(_ mail: [UInt8], clearedBy clearance: Clearance) throws(SMTPEnding) {
        guard try !ask({ try clearance.isGiven() }) else { return try send(mail) }
        let end = mail.count - DotStuffing.end.count
        try send(Array(mail[..<end]))
        _ = try ask {
            try clearance.wait()
            return true
        }
        try send(Array(mail[end...]))
    }

    private func ask(_ question: () throws -> Bool) throws(SMTPEnding) -> Bool {
        do {
            return try question()
        } catch {
            throw SMTPEnding(kind: .notAllowed, words: Delivery.heldBack(by: error).reply)
        }
    }

    private func send(_ bytes: [UInt8]) throws(SMTPEnding) {
        do {
            try reader.stream.send(bytes, patience: timeouts.block)
        } catch {
            throw SMTPEnding(error, kind: .sending)
        }
    }

    /// The next line, without its end.
    private mutating func line(until deadline: ContinuousClock.Instant) throws(SMTPEnding)
        -> String
    {
        do {
            return String(
                decoding: try reader.line(until: deadline).prefix { $0 != 13 }, as: UTF8.self)
        } catch {
            throw SMTPEnding(error, kind: .broken)
        }
    }

    /// The most octets of a reply, all its lines together; RFC 5321 §4.5.3.1.5 has 512 a line.
    private static let longestReply = 64 << 10

    /// How long words are waited for on which nothing hangs any more.
    private static let patience = Duration.seconds(10)
}
