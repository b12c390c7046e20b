import struct FoundationEssentials.Date

/// The clerk who keeps the outbox while carriers send it.
///
/// Carriers ask side by side; whatever they ask while one transaction is being written goes into
/// the next one together, at far less than one commit each. A claim and a start of data are durable
/// before their carrier goes on; what came of a mail is so before the data of the carrier's next
/// one start, so that a crash leaves one unknown end at most for each connection (BOX-3, BOX-4).
/// A carrier on its way thus asks once for each mail: what came of the last, the start of this one
/// and the claim of the next go down together.
actor OutboxClerk {
    private let office: Office
    private let actor: Actor
    private let event: Event?
    private let sender: Sender
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private var asked: [(request: Request, asker: CheckedContinuation<Turn, any Error>?)] = []
    /// The mails that were claimed while the one before them was on its way.
    private var ahead: [Message.ID: Claim] = [:]
    private var isWriting = false
    private var isLingering = false
    private var fault: (any Error)?
    private(set) var results: [(Message, Delivery)] = []
    private(set) var stopped: Delivery?
    private var hasSent = false

    init(
        office: Office, actor: Actor, event: Event?, sender: Sender, total: Int,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.office = office
        self.actor = actor
        self.event = event
        self.sender = sender
        self.total = total
        self.progress = progress
    }

    /// The next mail for a carrier, or nothing when there is none or the server wants no more.
    func next() async throws -> Claim? {
        stopped == nil ? try await ask(Request(claims: true)).claim : nil
    }

    /// Takes down what came of one mail, and gives its carrier the next: the one that was claimed
    /// ahead, unless the server wants no more; it goes back then.
    func next(after claim: Claim, _ delivery: Delivery) async throws -> Claim? {
        note(delivery, on: claim)
        guard let next = ahead.removeValue(forKey: claim.message.id) else {
            return try await self.next()
        }
        guard stopped == nil else {
            asked.append((Request(finished: (next, .roundStopped)), nil))
            return nil
        }
        return next
    }

    /// Writes down that from now on the mail may have arrived, and claims the carrier's next one.
    ///
    /// None is claimed ahead as long as no mail of the round got through, because a server that
    /// takes none should find none claimed.
    ///
    /// - Throws: when the claim has lapsed and the mail is somebody else's by now.
    func noteDataStarted(_ claim: Claim) async throws {
        let id = claim.message.id
        let wantsNext = hasSent && stopped == nil && ahead[id] == nil
        let answer = try await ask(Request(dataStarted: claim, claims: wantsNext))
        guard answer.isCurrent else { throw ClaimLapsed() }
        if let next = answer.claim { ahead[id] = next }
    }

    /// Waits until all is written.
    func finish() async throws {
        if isWriting || !asked.isEmpty { _ = try await ask(Request()) }
        if let fault { throw fault }
    }

    /// What came of a mail is written with the next that anybody asks, or in a moment.
    private func note(_ delivery: Delivery, on claim: Claim) {
        results.append((claim.message, delivery))
        hasSent = hasSent || delivery.outcome == .sent
        if delivery.outcome.stopsTheRound { stopped = stopped ?? delivery }
        progress(results.count, max(total, results.count))
        asked.append((Request(finished: (claim, delivery)), nil))
        linger()
    }

    /// Nothing waits longer than a moment, however long a server thinks about the next mail.
    private func linger() {
        guard !isLingering else { return }
        isLingering = true
        Task {
            try? await Task.sleep(for: Self.moment)
            isLingering = false
            if !asked.isEmpty, !isWriting { _ = try? await ask(Request()) }
        }
    }

    /// Who asks while nobody writes, writes: for themselves and for whoever has asked meanwhile.
    private func ask(_ request: Request) async throws -> Answer {
        if let fault { throw fault }
        if isWriting {
            let turn = try await withCheckedThrowingContinuation { asked.append((request, $0)) }
            if case .answered(let answer) = turn { return answer }
        }
        isWriting = true
        return try await write(request)
    }

    private func write(_ own: Request) async throws -> Answer {
        let batch = asked
        asked = []
        // The first of those who have asked meanwhile writes next, without a hop to anybody else.
        defer { passOn() }
        do {
            let requests = batch.map(\.request)
            let (answers, answer) = try await office.write(as: actor) { [event, sender] deed in
                (
                    try requests.map { try deed.serve($0, of: event, for: sender) },
                    try deed.serve(own, of: event, for: sender)
                )
            }
            for (index, (_, asker)) in batch.enumerated() {
                asker?.resume(returning: .answered(answers[index]))
            }
            return answer
        } catch {
            fault = fault ?? error
            for (_, asker) in batch { asker?.resume(throwing: error) }
            throw error
        }
    }

    private func passOn() {
        guard let next = asked.firstIndex(where: { $0.asker != nil }) else {
            isWriting = false
            return
        }
        asked.remove(at: next).asker?.resume(returning: .writesNext)
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
    }

    /// What who asked while somebody else was writing is told.
    private enum Turn {
        case answered(Answer)
        case writesNext
    }

    /// Shorter than a server takes for most mails, longer than the pause between two of them.
    private static let moment = Duration.milliseconds(20)
}

/// The sender was so slow that its mail was given to another.
private struct ClaimLapsed: Error {}

extension Delivery {
    /// Of a mail that was claimed ahead, when the one before it showed that the server wants none.
    fileprivate static let roundStopped = Delivery(
        outcome: .notStarted, reply: "The round was stopped before this mail was its turn.")
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
