import Dispatch
import FoundationEssentials
import Synchronization

/// The clerk who keeps the outbox while carriers send it.
///
/// Carriers ask side by side, each on its own thread; whatever they ask while one transaction is
/// being written goes into the next one together, at far less than one commit each. A claim and a
/// start of data are durable before their carrier goes on; what came of a mail is so before the data
/// of the carrier's next one start, so that a crash leaves one unknown end at most for each
/// connection (BOX-3, BOX-4). A carrier on its way thus asks once for each mail: what came of the
/// last, the start of this one and the claim of the next go down together.
final class OutboxClerk: Sendable {
    private let office: Office
    private let actor: Actor
    private let event: Event?
    private let sender: Sender
    private let pace: Pace
    private let rest: Rest?
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private let book = Mutex(Book())
    private let gathered = DispatchSemaphore(value: 0)

    init(
        office: Office, actor: Actor, event: Event?, sender: Sender, pace: Pace, rest: Rest?,
        total: Int, progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.office = office
        self.actor = actor
        self.event = event
        self.sender = sender
        self.pace = pace
        self.rest = rest
        self.total = total
        self.progress = progress
    }

    /// A carrier sets out.
    func begin() { book.withLock { $0.carriers += 1 } }

    /// The next mail for a carrier, or nothing when there is none or the round has ended.
    func next() -> Claim? {
        while book.withLock({ !$0.hasEnded }) {
            guard let answer = try? ask(Request(claims: true)) else { return nil }
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
        note(delivery, on: claim)
        guard let next = book.withLock({ $0.ahead.removeValue(forKey: claim.message.id) }) else {
            return self.next()
        }
        return book.withLock { book in
            guard book.hasEnded else { return next }
            book.asked.append(Turn(Request(finished: (next, .roundStopped)), isAwaited: false))
            return nil
        }
    }

    /// Writes down that from now on the mail may have arrived, and claims the carrier's next one.
    ///
    /// None is claimed ahead as long as no mail of the round got through, because a server that
    /// takes none should find none claimed.
    ///
    /// - Throws: when the claim has lapsed and the mail is somebody else's by now.
    func noteDataStarted(_ claim: Claim) throws {
        let id = claim.message.id
        let wantsNext = book.withLock { $0.sent > 0 && !$0.hasEnded && $0.ahead[id] == nil }
        let answer = try ask(Request(dataStarted: claim, claims: wantsNext))
        guard answer.isCurrent else { throw ClaimLapsed() }
        if let next = answer.claim { book.withLock { $0.ahead[id] = next } }
    }

    /// A carrier goes home: what it had to say is written.
    func finish() {
        let isAllWritten = book.withLock { book in
            book.carriers -= 1
            return book.asked.isEmpty
        }
        if !isAllWritten { _ = try? ask(Request()) }
    }

    /// Ends the round after the mails that are on their way.
    func stop() { stop(.interrupted) }

    private func stop(_ word: Delivery) { book.withLock { $0.stopped = $0.stopped ?? word } }

    /// What came of the mails, and the word that ended the round early.
    ///
    /// - Throws: what kept the clerk from writing.
    func outcome() throws -> Outcome {
        try book.withLock { book in
            if let fault = book.fault { throw fault }
            return Outcome(sent: book.sent, notSent: book.notSent, stopped: book.stopped)
        }
    }

    /// What came of a mail is written with the next that anybody asks, or in a moment.
    private func note(_ delivery: Delivery, on claim: Claim) {
        let (done, lingers) = book.withLock { book in
            if delivery.outcome == .sent {
                book.sent += 1
            } else {
                book.notSent.append(claim.message.id)
            }
            if delivery.outcome.stopsTheRound { book.stopped = book.stopped ?? delivery }
            book.asked.append(Turn(Request(finished: (claim, delivery)), isAwaited: false))
            defer { book.isLingering = true }
            return (book.sent + book.notSent.count, !book.isLingering)
        }
        progress(done, max(total, done))
        if lingers { linger() }
    }

    /// Nothing waits longer than a moment, however long a server thinks about the next mail.
    private func linger() {
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.moment) { [self] in
            let isForgotten = book.withLock { book in
                book.isLingering = false
                return !book.asked.isEmpty && !book.isWriting
            }
            if isForgotten { _ = try? ask(Request()) }
        }
    }

    /// Who asks while nobody writes, writes: for themselves and for whoever has asked meanwhile.
    private func ask(_ request: Request) throws -> Answer {
        let turn = Turn(request, isAwaited: true)
        let isFirst = try book.withLock { book in
            if let fault = book.fault { throw fault }
            book.asked.append(turn)
            if book.isGathering, book.awaited >= book.carriers {
                book.isGathering = false
                gathered.signal()
            }
            defer { book.isWriting = true }
            return !book.isWriting
        }
        if isFirst { gather() } else { turn.wait() }
        if !turn.isAnswered { write() }
        return try turn.answer()
    }

    /// Whoever writes waits for the other carriers, half as long as the last commit took at most:
    /// those who ask a little later would otherwise need a commit of their own. Where the clerk has
    /// had nothing to do for longer than a commit takes, servers are what everybody waits for, and
    /// a commit each costs nothing.
    private func gather() {
        let patience = book.withLock { book -> Duration? in
            guard book.carriers > book.awaited, book.commit > .zero,
                let written = book.written, ContinuousClock.now - written < book.commit
            else { return nil }
            book.isGathering = true
            return book.commit / 2
        }
        guard let patience else { return }
        let end = DispatchTime.now() + .nanoseconds(Int(patience / .nanoseconds(1)))
        if gathered.wait(timeout: end) == .success { return }
        let isLate = book.withLock { book in
            defer { book.isGathering = false }
            return !book.isGathering
        }
        if isLate { gathered.wait() }
    }

    private func write() {
        let start = ContinuousClock.now
        defer {
            let end = ContinuousClock.now
            book.withLock { ($0.commit, $0.written) = (end - start, end) }
        }
        let batch = book.withLock { book in
            defer { book.asked = [] }
            return book.asked
        }
        do {
            let answers = try office.writeWaiting(as: actor) { deed in
                try batch.map {
                    try deed.serve($0.request, of: event, at: pace, for: sender)
                }
            }
            for (turn, answer) in zip(batch, answers) { turn.end(.success(answer)) }
        } catch {
            book.withLock { $0.fault = $0.fault ?? error }
            for turn in batch { turn.end(.failure(error)) }
        }
        passOn()
    }

    /// The first of those who have asked meanwhile writes next.
    private func passOn() {
        book.withLock { book in
            guard let next = book.asked.first(where: \.isAwaited) else {
                return book.isWriting = false
            }
            next.wake()
        }
    }

    /// What came of the round.
    struct Outcome: Sendable {
        var sent = 0
        var notSent: [Message.ID] = []
        var stopped: Delivery?
    }

    struct Request: Sendable {
        var finished: (Claim, Delivery)?
        var dataStarted: Claim?
        var claims = false
    }

    struct Answer: Sendable {
        /// Whether the mail of the request is still its sender's.
        var isCurrent = true
        var claim: Claim?
        /// Until when the server gets no mail.
        var pause: Date?
        /// Why the outbox is held.
        var held: String?
    }

    /// After so many seconds a carrier that waits looks whether the round has ended.
    private static let longestRest = 0.25
    /// Shorter than a server takes for most mails, longer than the pause between two of them.
    private static let moment = DispatchTimeInterval.milliseconds(20)
}

extension OutboxClerk {
    /// What the clerk knows of the round.
    private struct Book {
        var asked: [Turn] = []
        /// The mails that were claimed while the one before them was on its way.
        var ahead: [Message.ID: Claim] = [:]
        var isWriting = false
        var isLingering = false
        var sent = 0
        var notSent: [Message.ID] = []
        /// The word that ended the round: a server's that wants no more mail, or a person's.
        var stopped: Delivery?
        var fault: (any Error)?

        /// How many carriers are on their way.
        var carriers = 0
        /// How long the last transaction took.
        var commit = Duration.zero
        /// When it ended.
        var written: ContinuousClock.Instant?
        var isGathering = false

        var awaited: Int { asked.count(where: \.isAwaited) }

        var hasEnded: Bool { stopped != nil || fault != nil }
    }

    /// A request that waits to be written, and the thread that waits for its answer. Woken up
    /// without one, the thread is to write for all.
    private final class Turn: Sendable {
        let request: Request
        /// Whether a thread waits for the answer.
        let isAwaited: Bool
        private let result = Mutex<Result<Answer, any Error>?>(nil)
        private let bell = DispatchSemaphore(value: 0)

        init(_ request: Request, isAwaited: Bool) {
            self.request = request
            self.isAwaited = isAwaited
        }

        var isAnswered: Bool { result.withLock { $0 != nil } }

        func wait() { bell.wait() }

        func wake() { bell.signal() }

        func end(_ result: sending Result<Answer, any Error>) {
            self.result.withLock { $0 = result }
            if isAwaited { wake() }
        }

        func answer() throws -> Answer { try result.withLock { try $0?.get() } ?? Answer() }
    }
}

/// The sender was so slow that its mail was given to another.
private struct ClaimLapsed: Error {}

extension Delivery {
    /// Of a mail that was claimed ahead, when the one before it showed that the server wants none.
    fileprivate static let roundStopped = Delivery(
        outcome: .notStarted, reply: "The round was stopped before this mail was its turn.")

    fileprivate static let interrupted = Delivery(
        outcome: .notStarted, reply: "The sending was interrupted.")

    fileprivate static func paused(until end: Date) -> Delivery {
        Delivery(
            outcome: .notStarted,
            reply: "The server's pace allows the next mail at \(end.formatted(.iso8601)).")
    }

    fileprivate static func held(_ reason: String) -> Delivery {
        Delivery(outcome: .notStarted, reply: "The outbox was held. \(reason)")
    }
}

extension Delivery.Outcome {
    /// Whether the server's word was about us or the line, not about the one mail.
    var stopsTheRound: Bool {
        switch self {
        case .unreachable, .refusedUs, .notStarted: true
        case .sent, .retry, .failed, .unknown: false
        }
    }
}
