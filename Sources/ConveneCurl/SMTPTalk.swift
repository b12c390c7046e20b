import Convene

/// What is said to hand mails over on one connection, from MAIL to the word on the last dot. The
/// connection itself, its encryption and the login are libcurl's.
///
/// Where the server lets us, MAIL, RCPT and DATA go together (RFC 2920): over a distance a mail takes
/// two round trips then, and not four as when libcurl sends it.
struct SMTPTalk {
    private let stream: CurlStream
    private let timeouts: SMTPAccount.Timeouts
    /// Whether the server is where another mail can begin.
    private(set) var isInStep = true
    private var buffer: [UInt8] = []
    private var start = 0

    init(_ stream: CurlStream, _ timeouts: SMTPAccount.Timeouts) {
        self.stream = stream
        self.timeouts = timeouts
    }

    /// Hands one mail over; the dialogue has the server's words, of which the last one decides.
    ///
    /// - Throws: the ending, unless there is a word on the mail itself.
    mutating func handOver(_ job: DeliveryJob, _ dialogue: inout SMTPDialogue) throws(SMTPEnding) {
        isInStep = false
        guard dialogue.mayNameSender else { throw SMTPEnding(kind: .unprotected) }
        try sayEnvelope(of: job.parcel, &dialogue)
        try send(DotStuffing.ended(job.parcel.bytes), clearedBy: job.clearance)
        do {
            try awaitReply(&dialogue)
        } catch {
            throw SMTPEnding(kind: error.kind, words: error.words, isBodySupplied: true)
        }
        isInStep = dialogue.reply?.isClosing == false
    }

    /// Says goodbye, without waiting for the answer (ENV-22).
    func leave() {
        if isInStep { try? send(Array("QUIT\r\n".utf8)) }
    }

    private mutating func sayEnvelope(of parcel: Parcel, _ dialogue: inout SMTPDialogue)
        throws(SMTPEnding)
    {
        let size = dialogue.knowsSize ? " SIZE=\(parcel.bytes.count)" : ""
        let commands = [
            "MAIL FROM:<\(parcel.sender.text)>\(size)\r\n",
            "RCPT TO:<\(parcel.recipient.text)>\r\n", "DATA\r\n",
        ]
        let isTooLarge = dialogue.sizeLimit.map { parcel.bytes.count > $0 } ?? false
        let areTogether = dialogue.takesManyAtOnce && !isTooLarge
        if areTogether { try send(Array(commands.joined().utf8)) }
        for (index, command) in commands.enumerated() {
            dialogue.sent(command)
            if !areTogether { try send(Array(command.utf8)) }
            try awaitReply(&dialogue)
            guard dialogue.step == .body || dialogue.reply?.isPositive == true else {
                if dialogue.reply?.isClosing == false {
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

    /// Takes back what was said of a mail, so that the connection can carry the next: libcurl would
    /// close it, and every refused address would cost a connection and a login.
    ///
    /// - Parameter replies: how many are still to come to what was said with the refused command.
    /// - Returns: whether the server knows of no mail now. One that would take the mail though it has
    ///   refused its recipient does not.
    private mutating func takeBack(passing replies: Int) -> Bool {
        do {
            for _ in 0..<replies { guard try reply()?.code != 354 else { return false } }
            try send(Array("RSET\r\n".utf8))
            return try reply()?.isPositive == true
        } catch {
            return false
        }
    }

    private mutating func awaitReply(_ dialogue: inout SMTPDialogue) throws(SMTPEnding) {
        var advice = SMTPDialogue.Advice.goOn
        try reply { line in
            if dialogue.received(line) == .stop { advice = .stop }
        }
        if advice == .stop { throw SMTPEnding(kind: .unprotected) }
    }

    /// The next reply, of which each line is shown as it comes.
    @discardableResult
    private mutating func reply(_ show: (String) -> Void = { _ in }) throws(SMTPEnding)
        -> SMTPReply?
    {
        let deadline = ContinuousClock.now + timeouts.response
        while true {
            let line = try line(until: deadline)
            show(line)
            if SMTPReply.isLast(line) { return SMTPReply(lines: [line]) }
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
            try stream.send(bytes, patience: timeouts.block)
        } catch {
            throw SMTPEnding(error, kind: .sending)
        }
    }

    /// The next line, without its end.
    private mutating func line(until deadline: ContinuousClock.Instant) throws(SMTPEnding)
        -> String
    {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 10) {
                defer { start = end + 1 }
                return String(decoding: buffer[start..<end].prefix { $0 != 13 }, as: UTF8.self)
            }
            guard buffer.count - start <= Self.longestLine else {
                throw SMTPEnding(kind: .broken, words: "the server says something that is not SMTP")
            }
            searched = buffer.count - start
            buffer.removeFirst(start)
            start = 0
            do {
                try stream.receive(into: &buffer, until: deadline)
            } catch {
                throw SMTPEnding(error, kind: .broken)
            }
        }
    }

    /// Of a reply; RFC 5321 §4.5.3.1.5 has 512 octets.
    private static let longestLine = 64 << 10
}
