import Convene
import ConveneTestSupport
import Testing

/// The lists of national commissions, as they came.
@Suite struct RealListTests {
    @Test func `of Kyiv's Russian list three are known or probably, and nine are new`()
        async throws
    {
        let world = try await World()
        try await world.event()
        _ = try await enter(.nominations, in: world)

        let report = try await enter(.russian, in: world)

        #expect([report.rows, report.new, report.known, report.probable] == [12, 9, 1, 2])
        #expect(report.reading == "Windows-1251, semicolons")
        let people = try await world.people.list(country: nil).map(\.person)
        #expect(people.contains { $0.name.patronymic == "Алиевич" && $0.country?.code == "RU" })
    }

    @Test func `Almaty's list has whole names, titles for genders, and capitals`() async throws {
        let world = try await World()
        try await world.event()

        let report = try await enter(.almaty, in: world)

        #expect(report.new == 28)
        let list = try await world.registrations.list(.kyiv).map(\.registration)
        let countries = Dictionary(grouping: list) { $0.country?.code ?? "" }.mapValues(\.count)
        #expect(countries == ["KZ": 8, "KG": 7, "TJ": 6, "UZ": 7])
        #expect(list.allSatisfy { $0.gender == .female || $0.gender == .male })
        #expect(list.allSatisfy { $0.stakeholder != nil })
    }

    @Test func `Aktau's workbook has rows above and below, and Russian full names`() async throws {
        let world = try await World()
        try await world.event()

        let report = try await enter(.aktau, in: world)

        #expect(report.new == 18)
        let list = try await world.registrations.list(.kyiv)
        #expect(list.count { $0.registration.gender == .female } == 8)
        #expect(list.count { $0.registration.gender == .male } == 10)
        #expect(list.allSatisfy { !$0.person.name.patronymic.isEmpty })
        #expect(report.notes.contains("1 empty row was passed over."))
    }

    private func enter(_ list: CaseList, in world: World) async throws -> ListReport {
        try await world.registrations.enter(
            list.sheet(), at: .kyiv, as: .nominated, ListOptions())
    }
}
