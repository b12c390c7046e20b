import Convene
import ConveneTestSupport
import FoundationEssentials
import Synchronization
import Testing

/// Mails of which nobody knows whether they arrived (ENV-2, BOX-4), and senders that are gone.
@Suite struct UnknownEndTests {
    @Test func `a mail that may have arrived is sent once more, then a person decides`()
        async throws
    {
        let world = try await World.withInvitations(1)
        let mailer = RecordingMailer([.unknown, .unknown])
        try await world.deliver(by: mailer)
        #expect(try await world.mail().state == .retry)
        world.clock.move(minutes: 2)

        try await world.deliver(by: mailer)
        world.clock.move(days: 1)
        try await world.deliver(by: mailer)

        #expect(try await world.mail().state == .unknown)
        #expect(mailer.parcels.count == 2)
        #expect(mailer.parcels.first?.bytes == mailer.parcels.last?.bytes)
    }

    @Test func `a person may have it sent again, with its link`() async throws {
        let world = try await World.withInvitations(1)
        for _ in 1...2 {
            try await world.deliver(by: RecordingMailer([.unknown]))
            world.clock.move(minutes: 2)
        }
        #expect(try await world.post.retry(.all(.unknown, nil)).count == 1)
        let mailer = RecordingMailer([.sent])

        try await world.deliver(by: mailer)

        let text = String(decoding: mailer.parcels.first?.bytes ?? [], as: UTF8.self)
        #expect(text.contains("https://workshops.example.org/answer/"))
    }

    @Test func `when there is no time for a second try, nobody says that it failed`() async throws {
        let world = try await World.withInvitations(1)
        world.clock.move(to: Date(timeIntervalSince1970: 15_255 * 86_400 - 3 * 3600 - 30))

        try await world.deliver(by: RecordingMailer([.unknown]))

        #expect(try await world.mail().state == .unknown)
    }

    @Test func `what a sender had claimed before it went is taken back (BOX-4)`() async throws {
        let world = try await World.withInvitations(1)
        try await world.abandon(afterData: false)
        #expect(try await world.mail().state == .sending)

        let report = try await world.deliver(as: .named("next", gone: ["gone"]))

        #expect(report.sent == 1)
        let outcomes = try await world.post.file(Message.ID(1)).attempts.map(\.delivery?.outcome)
        #expect(outcomes == [.notStarted, .sent])
    }

    @Test func `if its data had started, the mail may have arrived (BOX-4)`() async throws {
        let world = try await World.withInvitations(1)
        try await world.abandon(afterData: true)

        let report = try await world.deliver(
            by: RecordingMailer([]), as: .named("next", gone: ["gone"]))

        #expect(report.sent == 0)
        #expect(try await world.mail().state == .retry)
        world.clock.move(minutes: 2)
        #expect(try await world.deliver().sent == 1)
        let outcomes = try await world.post.file(Message.ID(1)).attempts.map(\.delivery?.outcome)
        #expect(outcomes == [.unknown, .sent])
    }

    @Test func `a sender that only seems slow keeps its claim until the lease lapses`()
        async throws
    {
        let world = try await World.withInvitations(1)
        try await world.abandon(afterData: false)
        world.clock.move(minutes: 19)
        #expect(try await world.deliver(by: RecordingMailer([])).sent == 0)

        world.clock.move(minutes: 2)

        #expect(try await world.deliver().sent == 1)
    }

    @Test func `a sender whose claim has lapsed sends nothing any more`() async throws {
        let world = try await World.withInvitations(1)
        let quick = RecordingMailer([.sent])
        let slow = RecordingMailer([
            .sent.afterWaiting {
                world.clock.move(minutes: 21)
                try await world.deliver(by: quick, as: .named("quick"))
            }
        ])

        let report = try await world.deliver(by: slow, as: .named("slow"))

        #expect(report.sent == 0)
        #expect(quick.parcels.count == 1)
        #expect(try await world.mail().state == .sent)
        #expect(try await world.post.file(Message.ID(1)).attempts.count == 2)
    }

    @Test func `a server may take its time over the data, and the mail stays its sender's (ENV-1)`()
        async throws
    {
        let world = try await World.withInvitations(1)
        let slow = RecordingMailer([
            .sent.after {
                world.clock.move(minutes: 50)
                try await world.deliver(by: RecordingMailer([]), as: .named("next"))
            }
        ])

        let report = try await world.deliver(by: slow, as: .named("slow"))

        #expect(report.sent == 1)
        let attempts = try await world.post.file(Message.ID(1)).attempts
        #expect(attempts.map(\.delivery?.outcome) == [.sent])
    }

    @Test func `what a fault kept a round from writing is written when it ends (BOX-3)`()
        async throws
    {
        let world = try await World.withInvitations(2)
        let books = BusyStore(world.store)
        let mailer = RecordingMailer([.sent.after { books.refuse(1) }])

        await expect(refusal: .registerBusy) {
            try await world.office(over: books).postRoom(world.officer)
                .deliver(by: mailer, as: .main)
        }

        #expect(try await world.states() == [.sent, .queued])
    }

    @Test func `a round takes back what an earlier one in its name left behind (BOX-4)`()
        async throws
    {
        let world = try await World.withInvitations(2)
        let books = BusyStore(world.store)
        let room = world.office(over: books).postRoom(world.officer)
        await expect(refusal: .registerBusy) {
            try await room.deliver(
                by: RecordingMailer([.sent.after { books.refuse(.max) }]), as: .main)
        }
        #expect(try await world.states() == [.sending, .queued])
        books.refuse(0)
        world.clock.move(minutes: 0.1)

        let report = try await room.deliver(
            by: RecordingMailer.willing(pace: try Pace("1/s")), as: .main)

        #expect(report.sent == 1)
        #expect(try await world.states() == [.retry, .sent])
    }

    @Test func `two rounds in one name leave each other's mails alone (BOX-3)`() async throws {
        let world = try await World.withInvitations(2)
        let other = RecordingMailer([.sent])
        let mailer = RecordingMailer([.sent.afterWaiting { try await world.deliver(by: other) }])

        let report = try await world.deliver(by: mailer)

        #expect(report.sent == 1)
        #expect(Set(mailer.recipients + other.recipients).count == 2)
    }

    @Test func `a late word that the mail was taken ends what was to be a repeat`() async throws {
        let world = try await World.withInvitations(1)
        let slow = RecordingMailer([
            .sent.after {
                world.clock.move(minutes: 61)
                try await world.deliver(by: RecordingMailer([]), as: .named("next"))
            }
        ])

        try await world.deliver(by: slow, as: .named("slow"))

        #expect(try await world.mail().state == .sent)
        world.clock.move(days: 1)
        #expect(try await world.deliver(by: RecordingMailer([])).sent == 0)
    }
}

extension World {
    /// Leaves the first mail as a sender named “gone” leaves it that was killed at work.
    func abandon(afterData: Bool) async throws {
        let now = clock.now
        try await office.store.write { ledger in
            var message = try #require(try ledger.message(Message.ID(1)))
            message.state = .sending
            message.attempts = 1
            try ledger.update(
                message, lease: Lease(owner: "gone", until: now.addingTimeInterval(20 * 60)))
            try ledger.insert(
                MessageAttempt(
                    message: message.id, number: 1, sender: "gone", startedAt: now,
                    dataStartedAt: afterData ? now : nil))
        }
    }
}

extension World {
    /// The same office with these books.
    func office(over books: any Store) -> Office {
        Office(
            store: books, stationery: office.stationery, letterhead: office.letterhead,
            clock: office.clock, chance: office.chance, locksmith: office.locksmith,
            digest: office.digest)
    }
}

/// Books that somebody else writes in for too long.
private final class BusyStore: Store {
    private let books: any Store
    private let refusals = Mutex(0)

    init(_ books: any Store) { self.books = books }

    /// How many of the next writes are refused.
    func refuse(_ number: Int) { refusals.withLock { $0 = number } }

    private func check() throws {
        let isRefused = refusals.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
        if isRefused { throw Problem(.registerBusy, "Somebody else is writing.") }
    }

    func read<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        try await books.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any Ledger) throws -> T) async throws -> T {
        try check()
        return try await books.write(body)
    }

    func writeWaiting<T>(_ body: (any Ledger) throws -> T) throws -> T {
        try check()
        return try books.writeWaiting(body)
    }

    func edition() throws -> Int? { try books.edition() }
}
