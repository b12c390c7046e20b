import struct FoundationEssentials.Date

/// The clerk who keeps the outbox while carriers send it.
///
/// Carriers ask side by side; whatever they ask while one transaction is being written goes into
/// the next one together. So each claim, each start of data and each result is durable before its
/// carrier goes on (BOX-3, BOX-4), at far less than one commit each.
actor OutboxClerk {
    private let office: Office
    private let actor: Actor
    private let event: Event?
    private let sender: Sender
    private let total: Int
    private let progress: @Sendable (Int, Int) -> Void
    private var asked: [(Request, CheckedContinuation<Claim?, any Error>)] = []
    private var isWriting = false
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

    /// Writes down what came of one mail and claims the next, or nothing when there is none or the
    /// server wants no more.
    func next(after finished: (Claim, Delivery)?) async throws -> Claim? {
        if let (claim, delivery) = finished {
            results.append((claim.message, delivery))
            if delivery.outcome.stopsTheRound { stopped = stopped ?? delivery }
            progress(results.count, max(total, results.count))
        }
        return try await ask(Request(finished: finished, claims: stopped == nil))
    }

    /// Writes down that from now on the mail may have arrived.
    ///
    /// - Throws: when the claim has lapsed and the mail is somebody else's by now.
    func noteDataStarted(_ claim: Claim) async throws {
        guard try await ask(Request(dataStarted: claim)) != nil else { throw ClaimLapsed() }
    }

    private func ask(_ request: Request) async throws -> Claim? {
        try await withCheckedThrowingContinuation { continuation in
            asked.append((request, continuation))
            if !isWriting {
                isWriting = true
                Task { await write() }
            }
        }
    }

    private func write() async {
        while !asked.isEmpty {
            let batch = asked
            asked = []
            let requests = batch.map(\.0)
            do {
                let claims = try await office.write(as: actor) { [event, sender] deed in
                    try requests.map { try deed.serve($0, of: event, for: sender) }
                }
                for (index, (_, continuation)) in batch.enumerated() {
                    continuation.resume(returning: claims[index])
                }
            } catch {
                for (_, continuation) in batch { continuation.resume(throwing: error) }
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

extension Delivery.Outcome {
    /// Whether the server's word was about us or the line, not about the one mail.
    var stopsTheRound: Bool {
        switch self {
        case .unreachable, .refusedUs, .notStarted: true
        case .sent, .retry, .failed, .unknown: false
        }
    }
}
