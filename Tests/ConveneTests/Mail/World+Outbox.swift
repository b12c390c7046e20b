import Convene
import ConveneTestSupport
import Synchronization

extension World {
    /// An event with invitations in the outbox, as many as said.
    static func withInvitations(
        _ number: Int, chance: Chance? = nil, dates: ClosedRange<Day> = .octoberWeek
    ) async throws -> World {
        let world = try await World(chance: chance)
        try await world.event(dates: dates)
        for guest in 1...number { try await world.nominate(.guest(guest)) }
        try await world.invite(.people((1...number).map(PersonMention.guest)))
        return world
    }

    /// The states of the outbox, oldest mail first.
    func states() async throws -> [Message.State] { try await outbox().map(\.state) }

    /// The first mail of the outbox.
    func mail() async throws -> Message { try await post.file(Message.ID(1)).line.message }
}

extension PersonMention {
    static func guest(_ number: Int) -> PersonMention { PersonDraft.guest(number).mention }
}

extension Sender {
    /// A sender that believes those named to be gone.
    static func named(_ name: String, gone: Set<String> = []) -> Sender {
        Sender(owner: name) { gone.contains($0) }
    }
}

/// What happened, in the order in which it did.
final class Journal: Sendable {
    private let state = Mutex<[String]>([])

    var lines: [String] { state.withLock { $0 } }

    func note(_ line: String) { state.withLock { $0.append(line) } }
}
