import Convene
import ConveneTestSupport
import Testing

@Suite struct PersonDeskTests {
    @Test(
        arguments: [
            "kirill@example.org", "KIRILL@EXAMPLE.ORG", "P3", "p3", "Кирилл Примеров",
            "Примеров Кирилл", "Kirill Primerov", "primerov kirill", "Примеров", "  Primerov ",
        ])
    func `somebody is named by address, number or a name in either script and order`(
        mention: String
    ) async throws {
        let world = try await World()
        for draft in [PersonDraft.ada, .grace, .kirill] { try await world.person(draft) }

        let found = try await world.people.person(PersonMention(mention))

        #expect(found.addresses == PersonDraft.kirill.person.addresses)
    }

    @Test(arguments: ["Ludwig van de la Cruz", "van de la Cruz Ludwig", "Ludwig"])
    func `names of many words are found`(mention: String) async throws {
        let world = try await World()
        try await world.person(
            PersonDraft(
                person: Person(name: PersonName(given: "Ludwig", family: "van de la Cruz"))))

        let found = try await world.people.person(PersonMention(mention))

        #expect(found.name.family == "van de la Cruz")
    }

    @Test(
        arguments: [
            "Примеров Кирилл Павлович", "Kirill Pavlovich Primerov", "Примеров Кирилл",
        ])
    func `a patronymic may be said and may be left out`(mention: String) async throws {
        let world = try await World()
        var draft = PersonDraft.kirill
        draft.person.name = try PersonName(
            given: "Кирилл", family: "Примеров", patronymic: "Павлович")
        try await world.person(draft)

        let found = try await world.people.person(PersonMention(mention))

        #expect(found.name.patronymic == "Павлович")
    }

    @Test func `the beginning of a name finds nobody, and lists who is near`() async throws {
        let world = try await World()
        try await world.person(.kirill)

        let problem = await expect(refusal: .personUnknown) {
            try await world.people.person(PersonMention("Кирилл Прим"))
        }

        #expect(problem?.details == ["P1  Кирилл Примеров, KZ, kirill@example.org"])
    }

    @Test func `a whole name counts before the beginning of another`() async throws {
        let world = try await World()
        for given in ["Ana", "Ana-Maria"] {
            try await world.person(
                PersonDraft(person: Person(name: PersonName(given: given, family: "Example"))))
        }

        let found = try await world.people.person(PersonMention("Ana Example"))

        #expect(found.name.given == "Ana")
    }

    @Test func `a name that several have lists them`() async throws {
        let world = try await World()
        try await world.person(.ada)
        var other = PersonDraft.ada
        other.person.addresses = []
        other.person.country = Country(code: "UA")
        try await world.person(other)

        let problem = await expect(refusal: .personAmbiguous) {
            try await world.people.person(PersonMention("Ada Example"))
        }

        #expect(
            problem?.details == [
                "P1  Ada Example, KZ, ada@example.org, Ministry of Samples",
                "P2  Ada Example, UA, Ministry of Samples",
            ])
    }

    @Test func `an ambiguous name among others writes nothing`() async throws {
        let world = try await World()
        try await world.event()
        for draft in [PersonDraft.ada, .grace] { try await world.person(draft) }
        var other = PersonDraft.ada
        other.person.addresses = []
        try await world.person(other)

        await expect(refusal: .personAmbiguous) {
            try await world.registrations.enter(
                [.grace, PersonMention("Ada Example")], at: .kyiv, as: .registered)
        }

        #expect(try await world.registrations.list(.kyiv).isEmpty)
    }

    @Test func `of several with a name, the one on the event's list is meant`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        var other = PersonDraft.ada
        other.person.addresses = []
        try await world.person(other)

        let file = try await world.registrations.file(PersonMention("Ada Example"), at: .kyiv)

        #expect(file.line.person.id == Person.ID(1))
    }

    @Test(
        arguments: [
            "", "P99", "P99999999999999999999", "nobody@example.org", "Nobody", "%", "'; --",
            "nobody@", "\u{1B}[31m", String(repeating: "x", count: 10_000),
        ])
    func `who is not there is not found`(mention: String) async throws {
        let world = try await World()
        try await world.person(.ada)

        let problem = await expect(refusal: .personUnknown) {
            try await world.people.person(PersonMention(mention))
        }

        #expect(problem?.message.unicodeScalars.contains { $0.value < 0x20 } == false)
        #expect((problem?.message.count ?? 0) < 300)
    }

    @Test(
        arguments: [
            "D'Arcy \"Bob\" O‘rinova", "); DROP TABLE person; --", "Հայկ", "გიორგი", "محمد", "陳大文",
            "=HYPERLINK(x)", String(repeating: "ж", count: 200),
        ])
    func `a name is kept as it is written, whatever is in it`(given: String) async throws {
        let world = try await World()
        let name = try PersonName(given: given, family: "Example")

        let person = try await world.person(PersonDraft(person: Person(name: name)))

        #expect(try await world.people.person(PersonMention(person.id)).name.given == given)
    }

    @Test func `an address is one person's`() async throws {
        let world = try await World()
        try await world.person(.ada)
        try await world.person(.grace)
        var twin = PersonDraft.alan
        twin.person.addresses = [EmailAddress(stored: "ADA@example.org")]

        await expect(refusal: .addressTaken) { try await world.person(twin) }
        await expect(refusal: .addressTaken) {
            try await world.people.edit(.grace) {
                $0.addresses = [EmailAddress(stored: "ada@example.org")]
            }
        }
    }

    @Test func `an edit tells the audit which fields changed and not to what`() async throws {
        let world = try await World()
        let ada = try await world.person(.ada)

        _ = try await world.people.edit(.ada) { $0.position = "Director of secrets" }

        let entry = try await world.audit.latest(of: .person(ada.id), limit: 1).first
        #expect(entry?.act == .edit)
        #expect(entry?.details == #"{"changed":"position"}"#)
    }

    @Test func `the file of somebody shows where they were`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)

        let file = try await world.people.file(.ada)

        #expect(file.organisation?.name == "Ministry of Samples")
        #expect(file.registrations.map(\.1.code) == [.kyiv])
    }
}
