package import struct FoundationEssentials.Date

extension PostRoom {
    /// Sends what is due, over as many connections as the mailer has, until nothing is due or the
    /// server wants no more. When its task is cancelled, the mails on their way are finished and no
    /// other is begun.
    ///
    /// - Parameters:
    ///   - event: only mails about this event; nothing means all.
    ///   - sender: in whose name the mails are claimed.
    ///   - rest: how a carrier waits for so many seconds when the server's pace allows no more just
    ///     now; nothing ends the round then.
    ///   - progress: called after each mail with how many are done and how many there were.
    /// - Throws: `mail.held`, `mail.not-set`. What became of each mail is in the report.
    package func deliver(
        by mailer: any Mailer, event: Code? = nil, as sender: Sender, rest: Rest? = nil,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> DeliveryReport {
        office.rounds.begin(sender.owner)
        defer { office.rounds.end(sender.owner) }
        let opening = try await open(event, as: sender)
        let (event, total) = (opening.event, opening.total)
        guard total > 0 else { return try await report(.init(faults: opening.faults), of: event) }
        // Found out mail by mail, it would fail every one of them.
        guard office.letterhead != nil else { throw Problem.mailNotSet }
        let clerk = OutboxClerk(
            office: office, actor: actor, event: event, sender: sender, pace: mailer.pace,
            rest: rest, total: total, faults: opening.faults, progress: progress)
        let carriers = min(mailer.connections, total)
        clerk.begin(for: carriers)
        await withTaskCancellationHandler {
            await withTaskGroup { group in
                for _ in 0..<carriers {
                    group.addTask { await WaitingThread.run { carry(for: clerk, by: mailer) } }
                }
            }
        } onCancel: {
            clerk.stop()
        }
        // In tasks of their own, because who has cancelled the round is told of it, too.
        do {
            let outcome = try clerk.outcome()
            return try await Task { try await report(outcome, of: event) }.value
        } catch {
            await Task { await tidyUp(after: clerk, at: mailer.pace, as: sender) }.value
            throw error
        }
    }

    /// Looks whether mail may leave, takes back what a sender that is gone had claimed, and counts
    /// what is due.
    private func open(_ event: Code?, as sender: Sender) async throws -> Opening {
        let opening = try await office.write(as: actor) { deed -> Opening in
            let event = try event.map { try deed.inquiry.event($0) }
            try deed.settle(at: sender.home)
            if let reason = try deed.inquiry.card().mailHeld { return Opening(held: reason) }
            return Opening(
                event: event, faults: try deed.keepUp(of: event, for: sender, andItsOwn: true),
                total: try deed.ledger.countDueMessages(at: deed.now, event: event?.id))
        }
        // Only now, because a hold that has just been found due stays written.
        if let reason = opening.held { throw Problem.mailIsHeld(reason) }
        return opening
    }

    /// How a round finds the outbox.
    private struct Opening: Sendable {
        var held: String?
        var event: Event?
        var faults: [ReminderFault] = []
        var total = 0
    }

    /// After a fault of the register: what the clerk could not write is tried once more, and what is
    /// still claimed goes back. Where that does not succeed either, the next round takes it back.
    private func tidyUp(after clerk: OutboxClerk, at pace: Pace, as sender: Sender) async {
        let ends = clerk.unwrittenEnds
        try? await office.write(as: actor) { deed in
            for end in ends { try deed.note(end, at: pace) }
            try deed.recoverClaims(for: sender, andItsOwn: true)
        }
    }

    /// One carrier's round: hands a mail over and takes the next, which was claimed meanwhile (BOX-3
    /// allows two claims for each connection). A fault ends the round; the clerk keeps it.
    private func carry(for clerk: OutboxClerk, by mailer: any Mailer) {
        let line = mailer.line()
        var next = clerk.next()
        while let claim = next {
            next = clerk.next(after: claim, hand(over: claim, by: line, clerk))
        }
        clerk.finish()
    }

    private func hand(over claim: Claim, by line: any MailLine, _ clerk: OutboxClerk) -> Delivery {
        do {
            return line.deliver(try parcel(of: claim), clearance: clerk.clearance(of: claim))
        } catch {
            return Delivery(outcome: .failed, reply: "The mail could not be composed: \(error)")
        }
    }

    private func parcel(of claim: Claim) throws -> Parcel {
        let (message, content) = (claim.message, claim.content)
        var letter = content.letter
        letter.unsubscription = office.unsubscription(of: message, by: claim.postmark)
        let bytes = try office.stationery.seal(
            letter, as: message, link: claim.link, automatic: content.automatic, at: claim.date)
        guard
            let sender = office.envelopeSender(of: message.id, by: claim.postmark)
                ?? office.letterhead?.from
        else { throw Problem.mailNotSet }
        return Parcel(
            name: "\(message.id.text)-\(message.purpose.rawValue)", sender: sender,
            recipient: message.address, bytes: bytes)
    }

    private func report(
        _ outcome: OutboxClerk.Outcome, of event: Event?
    ) async throws -> DeliveryReport {
        let now = office.clock()
        return try await office.read { inquiry in
            let notSent = try outcome.notSent.compactMap { try inquiry.ledger.message($0) }
            return DeliveryReport(
                sent: outcome.sent, notSent: try inquiry.lines(of: notSent),
                suppressed: outcome.suppressed, stopped: outcome.stopped,
                reminderFaults: outcome.faults,
                waiting: try inquiry.ledger.countDueMessages(at: .distantFuture, event: event?.id),
                nextDue: try inquiry.ledger.nextDue(after: now, event: event?.id))
        }
    }
}

/// How a thread waits for so many seconds.
package typealias Rest = @Sendable (_ seconds: Double) -> Void

/// In whose name mails are claimed, and how it is told that another sender is gone.
package struct Sender: Sendable {
    package let owner: String
    /// Whether the sender of this name certainly runs no more, so that its claims needn't lapse.
    package let isGone: @Sendable (_ owner: String) -> Bool
    /// Where the register lies that is sent; nothing where it need not be the one that was sent
    /// before.
    package var home: RegisterHome?

    package init(
        owner: String, home: RegisterHome? = nil, isGone: @escaping @Sendable (String) -> Bool
    ) {
        self.owner = owner
        self.home = home
        self.isGone = isGone
    }
}

/// What came of sending the outbox.
package struct DeliveryReport: Sendable {
    package var sent: Int
    /// Tried and not sent, in whatever state they are now.
    package var notSent: [MessageLine]
    /// How many were not even tried, because nothing is sent to the address or the person.
    package var suppressed = 0
    /// The server's word that stopped the round; what was not sent waits.
    package var stopped: Delivery?
    /// The events whose reminders were due and could not be written.
    package var reminderFaults: [ReminderFault] = []
    /// How many wait for another round.
    package var waiting: Int
    /// When the next of them is due, if none is due now.
    package var nextDue: Date?
}

/// One mail that a carrier has taken.
struct Claim: Sendable {
    var message: Message
    var attempt: MessageAttempt
    var content: MessageContent
    var link: String?
    /// When it was first tried: its Date, the same on a repeat (BOX-5).
    var date: Date
    /// Makes the tags of the addresses that the mail comes from and can be answered to.
    var postmark: Postmark
}

extension Problem {
    package static let mailNotSet = Problem(
        .mailNotSet,
        "Mail needs a sender: set mail.from in convene.yaml, or CONVENE_MAIL_FROM, for example"
            + " workshops@example.org.")

    static func mailIsHeld(_ reason: String) -> Problem {
        Problem(
            .mailHeld, "The outbox is held. \(reason) “convene mail release” lets it go again.")
    }
}
