import Convene
import ConveneTestSupport
import Testing

@Suite struct PersonSearchTests {
    @Test(
        arguments: [
            ("сеит", ["Aigul Seitova", "Gulnar Seitova"]),
            ("eito", ["Aigul Seitova", "Gulnar Seitova"]),
            ("еито", ["Aigul Seitova", "Gulnar Seitova"]), ("igul", ["Aigul Seitova"]),
            ("tova aig", ["Aigul Seitova"]), ("Сеитова Айгуль", ["Aigul Seitova"]),
            ("Маратовна", ["Aigul Seitova"]), ("ратов", ["Aigul Seitova"]),
            ("aigul@", ["Aigul Seitova"]), ("aigul@example.org", ["Aigul Seitova"]),
            ("P2", ["Gulnar Seitova"]), ("xyz", []), ("%", []), ("\"", []), ("' OR 1", []),
            ("museum", ["Gulnar Seitova"]), ("seum of Sam", ["Gulnar Seitova"]),
        ])
    func `any part of a name, an address or an organisation finds`(
        words: String, names: [String]
    ) async throws {
        let world = try await Self.world()

        let found = try await world.people.find(words)

        #expect(found.map(\.person.name.full) == names)
    }

    @Test func `whole names come before beginnings, and beginnings before parts`() async throws {
        let world = try await World()
        for (given, family) in [("Anna", "Trubek"), ("Anna", "Bekova"), ("Anna", "Bek")] {
            try await world.person(
                PersonDraft(person: Person(name: PersonName(given: given, family: family))))
        }

        let found = try await world.people.find("bek")

        #expect(found.map(\.person.name.family) == ["Bek", "Bekova", "Trubek"])
        #expect(try await world.people.find("bek", limit: 1).count == 1)
    }

    @Test func `the name in the other script finds too`() async throws {
        let world = try await World()
        let person = Person(
            name: try PersonName(given: "Hayk", family: "Example"),
            otherName: try PersonName(given: "Гайк", family: "Примерян"))
        try await world.person(PersonDraft(person: person))

        #expect(try await world.people.find("римеря").count == 1)
        #expect(try await world.people.find("gaik").count == 1)
    }

    private static func world() async throws -> World {
        let world = try await World()
        for (given, address, organisation) in [
            ("Aigul", "aigul@example.org", ""), ("Gulnar", "g@example.org", "Museum of Samples"),
        ] {
            let name = try PersonName(
                given: given, family: "Seitova", patronymic: given == "Aigul" ? "Маратовна" : "")
            try await world.person(
                PersonDraft(
                    person: Person(name: name, addresses: [try EmailAddress(address)]),
                    organisation: organisation))
        }
        return world
    }
}
