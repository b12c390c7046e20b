import struct FoundationEssentials.Date

/// The clerk who keeps the outbox while carriers send it.
///
/// Carriers ask side by side; whatever they ask while one transaction is being written goes into
/// the next one together, at far less than one commit each. A claim and a start of data are durable
/// before their carrier goes on; what came of a mail is so before the data of the carrier's next
/// one start, so that a crash leaves one unknown end at most for each connection (BOX-3, BOX-4).
actor OutboxClerk {
    private let office: Office
    private let actor: Actor
    private let event: Event?
    private let sender: Sender
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private var asked: [(request: Request, asker: CheckedContinuation<Claim?, any Error>?)] = []
    private var isWriting = false
    private var fault: (any Error)?
    private(set) var results: [(Message, Delivery)] = []
    private(set) var stopped: Delivery?

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
        stopped == nil ? try await ask(Request(claims: true)) : nil
    }

    /// The mail after the one that a carrier has begun, claimed meanwhile: its claim is durable by
    /// the time it is its turn. Nothing as long as no mail of the round got through, because a
    /// server that takes none should find none claimed.
    func nextButOne() async throws -> Claim? {
        results.contains { $0.1.outcome == .sent } ? try await next() : nil
    }

    /// Whether a mail that was claimed ahead is not to be sent any more; it goes back then.
    func isToStay(_ claim: Claim) -> Bool {
        guard stopped != nil else { return false }
        write(Request(finished: (claim, .roundStopped)))
        return true
    }

    /// Has it written down at once what came of one mail; the carrier needn't wait for that.
    func note(_ delivery: Delivery, on claim: Claim) {
        results.append((claim.message, delivery))
        if delivery.outcome.stopsTheRound { stopped = stopped ?? delivery }
        progress(results.count, max(total, results.count))
        write(Request(finished: (claim, delivery)))
    }

    /// Writes down that from now on the mail may have arrived.
    ///
    /// - Throws: when the claim has lapsed and the mail is somebody else's by now.
    func noteDataStarted(_ claim: Claim) async throws {
        guard try await ask(Request(dataStarted: claim)) != nil else { throw ClaimLapsed() }
    }

    /// Waits until all is written.
    func finish() async throws {
        if isWriting { _ = try await ask(Request()) }
        if let fault { throw fault }
    }

    private func ask(_ request: Request) async throws -> Claim? {
        if let fault { throw fault }
        return try await withCheckedThrowingContinuation { write(request, for: $0) }
    }

    private func write(_ request: Request, for asker: CheckedContinuation<Claim?, any Error>? = nil)
    {
        asked.append((request, asker))
        guard !isWriting else { return }
        isWriting = true
        Task { await write() }
    }

    private func write() async {
        while !asked.isEmpty {
            let batch = asked
            asked = []
            let requests = batch.map(\.request)
            do {
                let claims = try await office.write(as: actor) { [event, sender] deed in
                    try requests.map { try deed.serve($0, of: event, for: sender) }
                }
                for (index, (_, asker)) in batch.enumerated() {
                    asker?.resume(returning: claims[index])
                }
            } catch {
                fault = fault ?? error
                for (_, asker) in batch { asker?.resume(throwing: error) }
            }
        }
        isWriting = false
    }

    struct Request: Sendable {
        var finished: (Claim, Delivery)?
        var dataStarted: Claim?
        var claims = false
    }
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
