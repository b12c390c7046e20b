import Convene
import ConveneTestSupport
import Testing

@Suite struct OrganisationMergeTests {
    @Test(
        arguments: [
            ("Национальный музей Республики Казахстан", "National Museum of Kazakhstan"),
            ("Национальный музей Республики Казахстан", "НМ РК"),
            ("National Museum of the Republic of Kazakhstan", "НМ РК"),
            ("Государственный исторический музей", "State Museum of History"),
            ("State Historical Museum", "ГИМ"), ("Министерство культуры", "Ministry of Culture"),
            ("Ministère de la Culture", "Министерство культуры"),
            ("Национальная художественная галерея", "National Art Gallery"),
            ("Союз художников", "Union of Artists"), ("Институт искусств", "Institute of Arts"),
            ("Национальное телевидение", "National Television"),
            ("Национальный комитет ИКОМ", "ICOM National Committee"),
            ("Музей имени Кастеева", "A. Kasteyev Museum"),
        ])
    func `one under its names in several languages is proposed`(one: String, other: String)
        async throws
    {
        let world = try await World()
        for name in [one, other, "Museum of Samples"] {
            _ = try await world.organisations.add(Organisation(name: name))
        }

        let found = try await world.organisations.duplicates()

        #expect(found.map { [$0.first.name, $0.second.name] } == [[one, other]])
    }

    @Test(
        arguments: [
            ("National Museum", "National Library"),
            ("Ministry of Culture", "Ministry of Education"),
            ("Музей имени Кастеева", "Музей имени Сейфуллина"),
            ("National Museum of Kazakhstan", "National Museum of Uzbekistan"),
            ("НМ РК", "National Library of Kazakhstan"),
            ("Union of Artists", "Union of Journalists"),
        ])
    func `two that share common words are not`(one: String, other: String) async throws {
        let world = try await World()
        for name in [one, other] {
            _ = try await world.organisations.add(Organisation(name: name))
        }

        #expect(try await world.organisations.duplicates().isEmpty)
    }

    @Test func `told apart, two are not proposed again`() async throws {
        let world = try await World()
        for name in ["Институт искусств", "Institute of Arts"] {
            _ = try await world.organisations.add(Organisation(name: name))
        }

        _ = try await world.organisations.tellApart("O2", "O1")

        #expect(try await world.organisations.duplicates().isEmpty)
    }

    @Test func `merged, one has all names and people; undone, they are two as before`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .grace)
        var other = PersonDraft.alan
        other.organisation = "Министерство образцов"
        try await world.register(other)
        let before = try await Self.organisations(of: world)

        _ = try await world.organisations.merge("Ministry of Samples", "Министерство образцов")
        let kept = try await world.organisations.organisation("Министерство образцов")
        let merged = try await Self.organisations(of: world)
        _ = try await world.organisations.unmerge("O3")

        #expect(kept.name == "Ministry of Samples")
        #expect(kept.otherNames == ["Министерство образцов"])
        #expect(merged == ["Ministry of Samples", "Ministry of Samples", "Museum of Samples"])
        #expect(try await Self.organisations(of: world) == before)
        #expect(
            try await world.organisations.organisation("Министерство образцов").id
                == Organisation.ID(3))
        _ = try await world.audit.verify()
    }

    @Test func `a merge is not undone when the one that stayed was changed`() async throws {
        let world = try await World()
        for name in ["A museum", "B museum"] {
            _ = try await world.organisations.add(Organisation(name: name))
        }
        _ = try await world.organisations.merge("O1", "O2", taking: [.name: .second])
        _ = try await world.organisations.edit("O1") { $0.city = "Almaty" }

        await expect(refusal: .mergeChanged) { try await world.organisations.unmerge("O2") }
        await expect(refusal: .mergeUnknown) { try await world.organisations.unmerge("O1") }
    }

    private static func organisations(of world: World) async throws -> [String] {
        try await world.registrations.list(.kyiv).map(\.organisation).sorted()
    }
}
