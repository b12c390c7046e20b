import Convene
import ConveneTestSupport
import Testing

@Suite struct ErasureTests {
    private static let dimensions: [[FigureQuery.Dimension]] =
        [[]] + FigureQuery.Dimension.allCases.map { [$0] } + [
            [.country, .gender], [.event, .group],
        ]

    @Test func `the figures of past events stay as they were`() async throws {
        let world = try await world()
        let before = try await figures(in: world)

        _ = try await world.people.erase(PersonDraft.ada.mention)
        _ = try await world.people.erase(PersonDraft.grace.mention)

        #expect(try await figures(in: world) == before)
    }

    @Test func `names, addresses, notes, answers and mail bodies are gone`() async throws {
        let world = try await world()
        let id = try await world.people.person(PersonDraft.ada.mention).id

        let erasure = try await world.people.erase(PersonDraft.ada.mention)

        #expect(erasure.name == "Ada Example")
        #expect(erasure.messages == 1)
        await expect(refusal: .personUnknown) {
            try await world.people.person(PersonDraft.ada.mention)
        }
        let (person, messages, content) = try await world.office.store.read { ledger in
            let messages = try ledger.messages(to: id)
            return (
                try ledger.person(id), messages,
                try messages.compactMap { try ledger.content(of: $0.id) }
            )
        }
        #expect(person?.name.full == "(forgotten)")
        #expect(person?.addresses == [])
        #expect(person?.notes == "")
        #expect(messages.map(\.address.text) == [""])
        #expect(messages.map(\.subject) == [""])
        #expect(content.isEmpty)
        let answers = try await world.office.store.read { ledger in
            try ledger.registrations(of: id).compactMap {
                try ledger.invitation(of: $0.id)?.answer
            }
        }
        #expect(answers.isEmpty)
    }

    @Test func `the audit forgets the words and stays whole`() async throws {
        let world = try await world()
        let person = try await world.people.edit(PersonDraft.ada.mention) {
            $0.notes = "Speaks softly"
        }
        let entries = try await world.audit.verify()

        _ = try await world.people.erase(PersonDraft.ada.mention)

        #expect(try await world.audit.verify() == entries + 1)
        let of = try await world.audit.latest(of: .person(person.id), limit: 10)
        #expect(of.first?.act == .erase)
        #expect(of.dropFirst().allSatisfy { $0.details.isEmpty })
    }

    @Test func `whoever is on a list to come goes from it, and the next moves up`() async throws {
        let world = try await world()
        try await world.event(.baku, capacity: 1)
        _ = try await world.registrations.enter(
            [PersonDraft.ada.mention, PersonDraft.grace.mention], at: .baku, as: .registered,
            role: .participant)

        let erasure = try await world.people.erase(PersonDraft.ada.mention)

        #expect(erasure.withdrawn == [.baku])
        let list = try await world.registrations.list(.baku).map(\.registration.standing)
        #expect(list.sorted { $0.rawValue < $1.rawValue } == [.confirmed, .withdrawn])
    }

    @Test func `by the rule go those for whom nothing has happened for years`() async throws {
        let world = try await world()
        world.clock.move(days: 6 * 366)
        try await world.person(.alan)

        let day = world.people.retentionDay(years: 5)
        let idle = try await world.people.idle(since: day)
        let erased = try await world.people.eraseIdle(since: day)

        #expect(idle.map(\.person.name.full) == ["Ada Example", "Grace Sample"])
        #expect(erased.count == 2)
        #expect(
            try await world.people.list(country: nil).map(\.person.name.full) == ["Alan Specimen"])
        #expect(try await world.people.idle(since: day).isEmpty)
    }

    @Test func `nobody goes by the rule while an event of theirs is to come`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        world.clock.move(days: 6 * 366)

        #expect(try await world.people.idle(since: world.people.retentionDay(years: 5)).isEmpty)
    }

    @Test func `the record of somebody holds all there is`() async throws {
        let world = try await world()

        let record = try await world.people.record(PersonDraft.ada.mention)

        #expect(record.file.person.name.full == "Ada Example")
        #expect(record.registrations.count == 1)
        #expect(record.registrations.first?.history.isEmpty == false)
        #expect(record.registrations.first?.marks.count == 5)
        #expect(record.messages.count == 1)
        #expect(record.messages.first?.content?.letter.plain.isEmpty == false)
        #expect(record.audit.isEmpty == false)
    }

    /// An event that was held, with two women who were invited and attended.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .grace)
        try await world.invite()
        _ = try await world.deliver()
        _ = try await world.invitations.answer(
            .accepted, from: PersonDraft.ada.mention, to: .kyiv, by: .telephone)
        _ = try await world.attendance.mark(
            [.init(.present, nil)], at: .kyiv, sessions: .all, reason: "")
        _ = try await world.events.move(.kyiv, to: .held, reason: "")
        return world
    }

    private func figures(in world: World) async throws -> [String] {
        var all: [String] = []
        for by in Self.dimensions {
            let figures = try await world.figures.figures(FigureRequest(by: by))
            all += figures.rows.map { "\(by) \($0)" } + ["\(by) \(figures.total)"]
        }
        return all
    }
}
