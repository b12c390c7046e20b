import FoundationEssentials
import Synchronization

/// The clerk who keeps the outbox while carriers send it.
///
/// Carriers ask side by side, each on its own thread, and the clerk writes for all of them with one
/// pen. A claim is durable before its carrier goes on; what came of a mail, and the start of the next
/// one's data, are so before the first byte of these data leaves, so that a crash leaves one unknown
/// end at most for each connection (BOX-3, BOX-4). A carrier on its way asks once for each mail: what
/// came of the last, the start of this one and the claim of the next go down together, while the
/// server is told sender and recipient.
final class OutboxClerk: Sendable {
    private let office: Office
    private let pen: SharedPen<Request, Answer>
    private let upkeep: Upkeep
    private let rest: Rest?
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private let book = Mutex(Book())

    init(
        office: Office, actor: Actor, event: Event?, sender: Sender, pace: Pace, rest: Rest?,
        total: Int, faults: [ReminderFault] = [],
        progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.office = office
        self.rest = rest
        self.total = total
        self.progress = progress
        let upkeep = Upkeep(since: office.clock(), faults)
        self.upkeep = upkeep
        pen = SharedPen { requests in
            try office.writeWaiting(as: actor) { deed in
                try upkeep.attend(at: deed.now) { try deed.keepUp(of: event, for: sender) }
                return try deed.serve(requests, of: event, at: pace, for: sender)
            }
        }
    }

    /// So many carriers set out; before the first of them does.
    func begin(for carriers: Int) { pen.begin(for: carriers) }

    /// A carrier goes home: what it had to say is written.
    func finish() { pen.leave() }

    /// The next mail for a carrier, or nothing when there is none or the round has ended.
    func next() -> Claim? {
        while book.withLock({ !$0.hasEnded }) {
            guard let answer = try? answer(to: pen.ask(Request(claims: true))) else { return nil }
            if let reason = answer.held { stop(.held(reason)) }
            guard let end = answer.pause else { return answer.claim }
            pause(until: end)
        }
        return nil
    }

    /// Waits until the server may get mail again; without a way to wait the round ends.
    private func pause(until end: Date) {
        guard let rest else { return stop(.paused(until: end)) }
        while case let left = end.timeIntervalSince(office.clock()), left > 0,
            book.withLock({ !$0.hasEnded })
        {
            rest(min(left, Self.longestRest))
        }
    }

    /// Takes down what came of one mail, and gives its carrier the next: the one that was claimed
    /// ahead, unless the round has ended; it goes back then.
    func next(after claim: Claim, _ delivery: Delivery) -> Claim? {
        let end = end(of: claim, delivery)
        note(delivery, on: claim)
        let (next, hasEnded) = book.withLock { book in
            (book.ahead.removeValue(forKey: claim.message.id), book.hasEnded)
        }
        guard let next, !hasEnded else {
            pen.ask(Request(ended: end))
            if let next { giveBack(next, .roundStopped) }
            return hasEnded ? nil : self.next()
        }
        guard delivery.outcome == .sent else { return goOn(with: next, after: end) }
        let turn = pen.ask(Request(ended: end, dataStarted: next, claims: true))
        book.withLock { $0.started[next.message.id] = turn }
        return next
    }

    private func end(of claim: Claim, _ delivery: Delivery) -> End {
        let (start, turn) = book.withLock { book in
            (
                book.starts.removeValue(forKey: claim.message.id),
                book.started.removeValue(forKey: claim.message.id)
            )
        }
        // Where the turn is still there, the server has refused before it came to the data.
        let answer = turn.flatMap { try? takeAhead(by: $0, of: claim) }
        return End(
            claim: claim, delivery: delivery, dataStart: start,
            isStartWritten: start != nil || answer?.isCurrent == true)
    }

    private func giveBack(_ claim: Claim, _ word: Delivery) {
        pen.ask(Request(ended: End(claim: claim, delivery: word)))
    }

    /// A server's word on one mail may mean all of them: whether the next may leave is asked first,
    /// and where it may not, it goes back and is waited for as any other.
    private func goOn(with next: Claim, after end: End) -> Claim? {
        let turn = pen.ask(Request(ended: end, asksToGoOn: true))
        if let answer = try? answer(to: turn), answer.held == nil, answer.pause == nil {
            return next
        }
        giveBack(next, .askedToWait)
        return self.next()
    }

    /// The leave of a mail: it is given when it is written that from now on the mail may have
    /// arrived. The carrier's next one is claimed with that.
    ///
    /// It is refused when the claim has lapsed and the mail is somebody else's by now.
    func clearance(of claim: Claim) -> Clearance {
        Clearance { [self] in
            let turn = start(of: claim)
            guard turn.isWritten else { return false }
            try clear(claim, by: turn)
            return true
        } wait: { [self] in
            try clear(claim, by: start(of: claim))
        }
    }

    private func clear(_ claim: Claim, by turn: Turn) throws {
        book.withLock { $0.started[claim.message.id] = nil }
        guard try takeAhead(by: turn, of: claim).isCurrent else { throw ClaimLapsed() }
        let start = office.clock()
        book.withLock { $0.starts[claim.message.id] = start }
    }

    /// Has the start of a mail's data written, unless that has been asked for.
    ///
    /// None is claimed ahead with it as long as no mail of the round got through, because a server
    /// that takes none should find none claimed.
    private func start(of claim: Claim) -> Turn {
        let (asked, claimsNext) = book.withLock { book in
            (book.started[claim.message.id], book.sent > 0 && !book.hasEnded)
        }
        if let asked { return asked }
        let turn = pen.ask(Request(dataStarted: claim, claims: claimsNext))
        book.withLock { $0.started[claim.message.id] = turn }
        return turn
    }

    /// Waits for what was asked at the start of a mail's data, and keeps the mail claimed with it.
    private func takeAhead(by turn: Turn, of claim: Claim) throws -> Answer {
        let answer = try answer(to: turn)
        if let next = answer.claim { book.withLock { $0.ahead[claim.message.id] = next } }
        return answer
    }

    private func answer(to turn: Turn) throws -> Answer {
        do {
            let answer = try turn.answer() ?? Answer()
            if answer.suppressed > 0 { book.withLock { $0.suppressed += answer.suppressed } }
            return answer
        } catch {
            book.withLock { $0.fault = $0.fault ?? error }
            throw error
        }
    }

    /// Ends the round after the mails that are on their way.
    func stop() { stop(.interrupted) }

    private func stop(_ word: Delivery) { book.withLock { $0.stopped = $0.stopped ?? word } }

    /// What came of the mails, and the word that ended the round early.
    ///
    /// - Throws: what kept the clerk from writing.
    func outcome() throws -> Outcome {
        if let fault = pen.fault { throw fault }
        return book.withLock { book in
            Outcome(
                sent: book.sent, notSent: book.notSent, suppressed: book.suppressed,
                stopped: book.stopped, faults: upkeep.faults)
        }
    }

    /// What came of mails and a fault kept it from writing.
    var unwrittenEnds: [End] { pen.unwritten.compactMap(\.ended) }

    private func note(_ delivery: Delivery, on claim: Claim) {
        let done = book.withLock { book in
            if delivery.outcome == .sent {
                book.sent += 1
            } else {
                book.notSent.append(claim.message.id)
            }
            if delivery.outcome.stopsTheRound { book.stopped = book.stopped ?? delivery }
            return book.sent + book.notSent.count
        }
        progress(done, max(total, done))
    }

    /// After so many seconds a carrier that waits looks whether the round has ended.
    private static let longestRest = 0.25
}

extension OutboxClerk {
    typealias Turn = SharedPen<Request, Answer>.Turn

    /// What the clerk knows of the round.
    private struct Book {
        /// The mails that were claimed while the one before them was on its way.
        var ahead: [Message.ID: Claim] = [:]
        /// The mails on their way the start of whose data is being written.
        var started: [Message.ID: Turn] = [:]
        /// When the data of the mails on their way started.
        var starts: [Message.ID: Date] = [:]
        var sent = 0
        var notSent: [Message.ID] = []
        var suppressed = 0
        /// The word that ended the round: a server's that wants no more mail, or a person's.
        var stopped: Delivery?
        var fault: (any Error)?

        var hasEnded: Bool { stopped != nil || fault != nil }
    }
}

/// The sender was so slow that its mail was given to another.
private struct ClaimLapsed: Error {}
