import Convene
import ConveneTestSupport
import Testing

@Suite struct PersonMergeTests {
    /// Somebody in Latin letters, and the same in Cyrillic under another address.
    private static let latin = draft("Aigul", "Seitova", "aigul@example.org", "Museum of Samples")
    private static let cyrillic = draft("Айгуль", "Сеитова", "seitova@example.net", "")

    @Test func `what the second alone says is taken, and its name is the name in the other script`()
        async throws
    {
        let world = try await World()
        let first = try await world.person(Self.latin)
        var draft = Self.cyrillic
        draft.person.position = "Curator"
        draft.person.notes = "b"
        let second = try await world.person(draft)

        let plan = try await world.people.merge(first.mention, second.mention)

        let kept = try await world.people.person(first.mention)
        #expect(kept == plan.merge.after)
        #expect(kept.name.full == "Aigul Seitova")
        #expect(kept.otherName?.full == "Айгуль Сеитова")
        #expect(kept.position == "Curator")
        #expect(kept.addresses.map(\.text) == ["aigul@example.org", "seitova@example.net"])
        #expect(try await world.people.list(country: nil).count == 1)
        #expect(try await world.people.person(second.mention).id == first.id)
    }

    @Test func `a field is taken from whom one says`() async throws {
        let world = try await World()
        let first = try await world.person(Self.latin)
        let second = try await world.person(Self.cyrillic)

        _ = try await world.people.merge(
            first.mention, second.mention, taking: [.name: .second, .email: .second])

        let kept = try await world.people.person(first.mention)
        #expect(kept.name.full == "Айгуль Сеитова")
        #expect(kept.otherName?.full == "Aigul Seitova")
        #expect(kept.address?.text == "seitova@example.net")
    }

    @Test(
        arguments: [
            (["Aigul", "Seitova", ""], ["Айгуль", "Сеитова", "Маратовна"], "", "Маратовна"),
            (["Aigul", "Seitova", ""], ["Aygul", "Seitova", "Maratovna"], "Maratovna", nil),
            (
                ["Aigul", "Seitova", "Maratovna"], ["Айгуль", "Сеитова", "Маратовна"],
                "Maratovna", "Маратовна"
            ),
            (["Айгуль", "Сеитова", ""], ["Aigul", "Seitova", "Maratovna"], "", "Maratovna"),
        ])
    func `a patronymic is taken over in the script in which it is written`(
        first: [String], second: [String], patronymic: String, other: String?
    ) async throws {
        let world = try await World()
        for name in [first, second] {
            try await world.person(
                PersonDraft(
                    person: Person(
                        name: PersonName(stored: name[0], family: name[1], patronymic: name[2]))))
        }

        let plan = try await world.people.merge("P1", "P2")

        let kept = try await world.people.person("P1")
        #expect(kept.name.patronymic == patronymic)
        #expect(kept.otherName?.patronymic == other)
        #expect(plan.choices.filter { $0.field == .patronymic }.allSatisfy { $0.goes.isEmpty })
    }

    @Test func `a name taken from the second brings its patronymic with it`() async throws {
        let world = try await World()
        for name in [("Aigul", "Seitova", "Maratovna"), ("Айгуль", "Сеитова", "")] {
            try await world.person(
                PersonDraft(
                    person: Person(
                        name: PersonName(stored: name.0, family: name.1, patronymic: name.2))))
        }

        _ = try await world.people.merge("P1", "P2", taking: [.name: .second])

        let kept = try await world.people.person("P1")
        #expect([kept.name.full, kept.name.patronymic] == ["Айгуль Сеитова", ""])
        #expect(
            [kept.otherName?.full, kept.otherName?.patronymic] == ["Aigul Seitova", "Maratovna"])
    }

    @Test func `undone, everything is as it was`() async throws {
        let world = try await World()
        try await world.event()
        try await world.event(.baku, dates: .octoberWeekend)
        try await world.register(Self.latin)
        try await world.register(Self.cyrillic, at: .baku)
        try await world.nominate(Self.latin.without(), at: .baku)
        let before = try await Snap(world)

        try await world.people.merge("P1", "P2")
        let merged = try await Snap(world)
        _ = try await world.people.unmerge("P2")

        #expect(merged != before)
        #expect(try await Snap(world) == before)
        let entry = try await world.audit.latest(of: .person(.init(2)), limit: 1).first
        #expect(entry?.act == .unmerge)
        _ = try await world.audit.verify()
    }

    @Test func `the events of both are one person's, who is counted once`() async throws {
        let world = try await World()
        try await world.event()
        try await world.event(.baku, dates: .octoberWeekend)
        try await world.register(Self.latin)
        try await world.register(Self.cyrillic, at: .baku)
        try await world.mark(Self.latin.mention, sessions: [1])
        try await world.mark(Self.cyrillic.mention, at: .baku, sessions: [1])

        try await world.people.merge("P1", "P2")

        let total = try await world.figures.figures(FigureRequest()).total
        #expect(total.people == 1)
        #expect(total.attended == 2)
        #expect(try await world.people.file("P1").registrations.count == 2)
    }

    @Test func `at one event a bare nomination gives way to what the other has`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(Self.latin)
        try await world.register(Self.cyrillic)
        try await world.mark(Self.cyrillic.mention, sessions: [1])

        try await world.people.merge("P1", "P2")

        let list = try await world.registrations.list(.kyiv)
        #expect(list.map(\.registration.standing) == [.confirmed])
        #expect(list.first?.person.id == Person.ID(1))
        #expect(list.first?.registration.attended == true)
    }

    @Test func `two who were both there are not made one`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(Self.latin, Self.cyrillic)
        try await world.mark(Self.latin.mention, sessions: [1])

        let problem = await expect(refusal: .mergeEvent) {
            try await world.people.merge("P1", "P2")
        }

        #expect(
            problem?.details == ["kyiv-2011: P1 confirmed, attendance taken; P2 confirmed"])
        #expect(try await world.people.list(country: nil).count == 2)
    }

    @Test func `who withdrew from an event gives way there`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(Self.latin, Self.cyrillic)
        try await world.move(Self.cyrillic.mention, to: .withdrawn)

        try await world.people.merge("P1", "P2")
        let merged = try await world.registrations.list(.kyiv)
        _ = try await world.people.unmerge("P2")

        #expect(merged.map(\.registration.standing) == [.confirmed])
        #expect(try await world.registrations.list(.kyiv).count == 2)
    }

    @Test func `invitations and mail go with the registration, and come back with it`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.person(Self.latin)
        try await world.nominate(Self.cyrillic)
        try await world.invite()
        let before = try await world.outbox()

        try await world.people.merge("P1", "P2")
        let merged = try await world.outbox()
        let invitation = try await world.registrations.file("P1", at: .kyiv)
        _ = try await world.people.unmerge("P2")

        #expect(before.map(\.person) == [Person.ID(2)])
        #expect(merged.map(\.person) == [Person.ID(1)])
        #expect(invitation.line.person.id == Person.ID(1))
        #expect(try await world.outbox() == before)
    }

    @Test func `a merge is not undone when the one who stayed was changed`() async throws {
        let world = try await World()
        for draft in [Self.latin, Self.cyrillic] { try await world.person(draft) }
        try await world.people.merge("P1", "P2")
        _ = try await world.people.edit("P1") { $0.position = "Director" }

        let problem = await expect(refusal: .mergeChanged) {
            try await world.people.unmerge("P2")
        }

        #expect(problem?.message.contains("(position)") == true)
    }

    @Test func `merges are undone in the order in which they were made, the last first`()
        async throws
    {
        let world = try await World()
        for draft in [Self.latin, Self.cyrillic, .ada] { try await world.person(draft) }
        try await world.people.merge("P2", "P3")
        try await world.people.merge("P1", "P2")

        await expect(refusal: .mergeChanged) { try await world.people.unmerge("P3") }
        #expect(try await world.people.person("P3").id == Person.ID(1))
        _ = try await world.people.unmerge("P2")
        _ = try await world.people.unmerge("P3")

        #expect(try await world.people.list(country: nil).count == 3)
    }

    @Test func `duplicates are shown with their reasons until they are told apart`() async throws {
        let world = try await World()
        for draft in [Self.latin, Self.cyrillic, .ada, .kirill] { try await world.person(draft) }

        let found = try await world.people.duplicates()
        _ = try await world.people.tellApart("P2", "P1")

        #expect(found.map { [$0.first.id.rawValue, $0.second.id.rawValue] } == [[1, 2]])
        #expect(found.first?.likeness.reasons.contains(.otherScript) == true)
        #expect((found.first?.likeness.score ?? 0) > 0.9)
        #expect(try await world.people.duplicates().isEmpty)
    }

    @Test func `an initial is held against whole names`() async throws {
        let world = try await World()
        var initial = Self.cyrillic
        initial.person.name = try PersonName(given: "А.", family: "Сеитова")
        initial.organisation = "Museum of Samples"
        for draft in [Self.latin, initial] { try await world.person(draft) }

        let found = try await world.people.duplicates(country: Country(code: "KZ"))

        #expect(found.first?.likeness.reasons.first == .initial)
        #expect(try await world.people.duplicates(country: Country(code: "UA")).isEmpty)
    }

    private static func draft(
        _ given: String, _ family: String, _ address: String, _ organisation: String
    ) -> PersonDraft {
        PersonDraft(
            person: Person(
                name: PersonName(stored: given, family: family, patronymic: ""), gender: .female,
                country: Country(code: "KZ"), addresses: [EmailAddress(stored: address)]),
            organisation: organisation)
    }
}

/// The people and who is where, as far as a merge can change it.
private struct Snap: Equatable {
    let people: [Person]
    let registrations: [Registration]
    let messages: [Message]

    init(_ world: World) async throws {
        people = try await world.people.list(country: nil).map(\.person)
        registrations =
            try await world.registrations.list(.kyiv).map(\.registration)
            + world.registrations.list(.baku).map(\.registration)
        messages = try await world.outbox()
    }
}

extension Person {
    fileprivate var mention: PersonMention { PersonMention(id) }
}

extension PersonDraft {
    /// The same without an address, so that it is entered as somebody else.
    fileprivate func without() -> PersonDraft {
        var draft = self
        draft.person.addresses = []
        return draft
    }
}

extension PersonDesk {
    @discardableResult
    fileprivate func merge(_ first: PersonMention, _ second: PersonMention) async throws
        -> MergePlan
    {
        try await merge(first, second, taking: [:])
    }
}

extension PersonMention: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
