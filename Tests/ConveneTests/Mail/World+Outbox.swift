import Convene
import ConveneTestSupport
import Synchronization
import Testing

extension World {
    /// Ada's invitation is in the outbox, with a word of the organiser's and a file.
    static func withInvitationAndFile() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        let programme = try AttachedFile(name: "programme.pdf", bytes: Array("%PDF".utf8))
        _ = try await world.post.queue(
            Circular(.invitation(.all), note: "Bring a coat.", attachments: [programme]), at: .kyiv)
        return world
    }

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

    /// So many letters to one guest, each another: as many mails as a test needs, quickly.
    func queueLetters(_ number: Int) async throws {
        let event = try await event()
        let person = try #require(try await nominate(.guest(1)).first).person
        let (now, digest) = (clock.now, office.digest)
        try await office.store.write { ledger in
            for revision in 0..<number {
                let letter = Letter(
                    language: .english, subject: "News", plain: "News", html: "<p>News</p>")
                _ = try ledger.insert(
                    Message(
                        event: event.id, person: person.id, registration: nil, purpose: .letter,
                        revision: revision, address: try #require(person.address),
                        headerID: "\(revision)@example.org", language: .english,
                        subject: "News", madeAt: now, dueAt: now),
                    content: MessageContent(letter: letter, automatic: false, secret: nil),
                    digest: digest)
            }
        }
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
