import Synchronization

/// The rounds in which an office is sending the outbox, so that a new one can tell the claims of a
/// round that broke off from those of one that is at work under the same name.
final class RoundsAtWork: Sendable {
    private let owners = Mutex<[String: Int]>([:])

    func begin(_ owner: String) { owners.withLock { $0[owner, default: 0] += 1 } }

    func end(_ owner: String) { owners.withLock { $0[owner, default: 1] -= 1 } }

    /// Whether no round but the one that asks is at work in this name.
    func isAlone(_ owner: String) -> Bool { owners.withLock { $0[owner, default: 0] <= 1 } }
}
