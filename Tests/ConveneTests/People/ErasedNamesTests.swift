import Convene
import ConveneTestSupport
import Testing

/// What others wrote about somebody who is forgotten.
@Suite struct ErasedNamesTests {
    /// Aigul Seitova, on whom others write; somebody else of her family; it is 1 September 2011.
    private func world(relatives: Bool = false) async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.person(
            PersonDraft(
                person: Person(
                    name: try PersonName(
                        given: "Aigul", family: "Seitova", patronymic: "Maratovna"),
                    otherName: try PersonName(given: "Айгүл", family: "Сейітова"),
                    addresses: [try EmailAddress("aigul@example.org")])))
        try await world.person(
            PersonDraft(
                person: Person(
                    name: try PersonName(given: "Nurlan", family: relatives ? "Seitov" : "Bekov"),
                    notes: "Colleague of Aigul Seitova")))
        return world
    }

    @Test(
        arguments: [
            ("Aigul Seitova drafts it", "(forgotten) drafts it"),
            ("Seitova, Aigul", "(forgotten)"), ("SEITOVA Aigul Maratovna", "(forgotten)"),
            ("A. Seitova and Ada", "(forgotten) and Ada"),
            ("Seitova A. M.", "(forgotten)."), ("Seitova to draft", "(forgotten) to draft"),
            ("поручить Сеитовой А. М.", "поручить (forgotten)."),
            ("для Айгүл Сейітовой", "для (forgotten)"), ("Письмо Сеитовой", "Письмо (forgotten)"),
            ("write to Aigul@Example.org", "write to (forgotten)"),
            ("Ms Seitova; Aigul Seitova", "Ms (forgotten); (forgotten)"),
            ("Aigul alone is many", "Aigul alone is many"), ("Seitovaly", "Seitovaly"),
            ("Commissions", "Commissions"), ("", ""),
        ])
    func `the name goes from what others wrote, in either script and any case`(
        text: String, left: String
    ) async throws {
        let world = try await world()
        _ = try await world.outcomes.add("Draft", to: .kyiv, responsible: text)

        _ = try await world.people.erase("P1")

        let outcome = try await world.outcomes.list().first?.outcome
        #expect(outcome?.responsible == left)
        #expect(outcome?.wording == "Draft")
    }

    @Test func `a family name alone stays where others bear it`() async throws {
        let world = try await world(relatives: true)
        _ = try await world.outcomes.add("Seitov drafts, A. Seitova reads", to: .kyiv)

        _ = try await world.people.erase("P1")

        let wording = try await world.outcomes.list().first?.outcome.wording
        #expect(wording == "Seitov drafts, (forgotten) reads")
    }

    @Test func `every kind of text is looked through, and said beforehand`() async throws {
        let world = try await written()

        let plan = try await world.people.erasing("P1")
        let done = try await world.people.erase("P1")

        #expect(plan.texts == done.texts)
        #expect(Set(done.texts.keys) == Set(FreeText.allCases))
        #expect(done.remains == ["the title of baku-2011"])
        #expect(try await world.people.person("P2").notes == "Colleague of (forgotten)")
        _ = try await world.audit.verify()
        #expect(try await world.people.erasing("P2").texts == [:])
    }

    @Test func `mail to others that named them loses its words, and mail that waits is told of`()
        async throws
    {
        let world = try await written()
        try await world.nominate(.grace)
        _ = try await world.invitations.invite(
            .people([PersonDraft.grace.mention]), to: .kyiv, note: "Aigul Seitova will be there")

        let done = try await world.people.erase("P1")

        let mails = try await world.outbox().asyncMap { message in
            try await world.post.file(message.id).content?.letter.plain.contains("Seitova")
        }
        #expect(done.texts[.mails] == 1)
        #expect(mails == [nil, true])
        #expect(done.remains.last == "mail M2, which has not left")
    }

    @Test func `what others said of themselves, and were asked, names them no more`() async throws {
        let world = try await world()
        let name = "Aigul Seitova"
        try await world.nominate(.alan)
        let questions = try await world.questions.add(.text, "Do you know \(name)?", to: .kyiv)
        _ = try await world.questions.add(
            .choice, "Whose group?", choices: [name, "none"], to: .kyiv)
        try await world.office.store.write { ledger in
            guard let registration = try ledger.registrations(of: Person.ID(rawValue: 3)).first
            else { return }
            let now = world.office.clock()
            try ledger.set(
                "With \(name)", to: questions[0].id, of: registration.id, at: now)
            try ledger.set(
                Needs(dietary: "as \(name)", access: "", visaLetter: false, consentAt: now),
                of: registration.id, at: now)
        }

        let done = try await world.people.erase("P1")

        #expect(
            try await world.questions.list(.kyiv).map(\.wording) == [
                "Do you know (forgotten)?", "Whose group?",
            ])
        #expect(done.remains == ["the choices of question 2 of kyiv-2011"])
        let said = try await world.office.store.read { ledger in
            let all = try ledger.registrations(at: Event.ID(rawValue: 1), standings: []).map(\.id)
            return (try ledger.answers(of: all), try ledger.needs(of: all))
        }
        #expect(said.0.values.flatMap(\.values) == ["With (forgotten)"])
        #expect(said.1.values.map(\.dietary) == ["as (forgotten)"])
    }

    /// Somebody is named wherever anybody can write.
    private func written() async throws -> World {
        let world = try await world()
        let name = "Aigul Seitova"
        _ = try await world.outcomes.add("Draft", to: .kyiv, responsible: name)
        try await world.plan(of: .museums)
        _ = try await world.sessions.edit(1, of: .kyiv) { $0.title = "Lecture by \(name)" }
        _ = try await world.events.edit(.kyiv) { $0.description = "Chair: \(name)" }
        try await world.event(.baku, dates: .octoberWeekend)
        _ = try await world.events.edit(.baku) { $0.title = "In honour of \(name)" }
        _ = try await world.plans.set(dropped: true, .visit, reason: "\(name) is ill")
        try await world.office.store.write { ledger in
            guard var activity = try ledger.activities(year: 2021, number: 1).first else { return }
            activity.title = "Visit of \(name)"
            try ledger.update(activity)
        }
        _ = try await world.people.enter(
            Sheet.reading("given_name,family_name\nAda,Example\n", file: "\(name).csv"),
            ListOptions())
        try await world.nominate(.alan)
        try await world.move(PersonDraft.alan.mention, to: .withdrawn, reason: "for \(name)")
        try await world.move(PersonDraft.alan.mention, to: .nominated)
        _ = try await world.invitations.invite(
            .people([PersonDraft.alan.mention]), to: .kyiv, note: "\(name) will be there")
        try await world.deliver()
        return world
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
        var mapped: [T] = []
        for element in self { mapped.append(try await transform(element)) }
        return mapped
    }
}
