import Convene
import GRDB
import Testing

@testable import ConveneSQLite

/// The ways that the engine takes to the figures: a million registrations are counted in a blink
/// only along the indexes that were made for it.
@Suite struct FigureStatementsTests {
    private let store: SQLiteStore

    init() throws { store = try SQLiteStore.inMemory() }

    @Test func `country and gender are counted along one index, without sorting a row`()
        async throws
    {
        let statements = FigureStatements(FigureQuery(by: [.country, .gender]))

        let plan = try await plan(statements.counts, statements)

        #expect(plan.contains { $0.hasSuffix("USING COVERING INDEX registration_figures") })
        // What is sorted is what the walk has made of them.
        #expect(plan.last == "USE TEMP B-TREE FOR GROUP BY")
        #expect(plan.count { $0.hasPrefix("USE TEMP") } == 1)
    }

    @Test(
        arguments: [
            ([], "registration_attended"), ([.country, .gender], "registration_people"),
            ([.gender, .country], "registration_people"), ([.gender], "registration_attended"),
        ] as [([FigureQuery.Dimension], String)])
    func `people are counted in the order of an index`(
        _ by: [FigureQuery.Dimension], _ index: String
    ) async throws {
        let statements = FigureStatements(FigureQuery(by: by))

        let plan = try await plan(try #require(statements.people), statements)

        #expect(plan.contains { $0.hasSuffix("USING COVERING INDEX \(index)") })
        #expect(!plan.contains("USE TEMP B-TREE FOR DISTINCT"))
        #expect(!plan.contains("USE TEMP B-TREE FOR count(DISTINCT)"))
    }

    @Test(arguments: [[], [.country, .gender], [.kind], [.session]] as [[FigureQuery.Dimension]])
    func `one event is counted from its own registrations`(_ by: [FigureQuery.Dimension])
        async throws
    {
        let statements = FigureStatements(FigureQuery(events: [Event.ID(1)], by: by))

        for sql in [statements.counts, statements.people].compactMap(\.self) {
            let plan = try await plan(sql, statements)
            #expect(
                plan.contains { $0.contains("INDEX sqlite_autoindex_registration_1 (event_id=?") })
        }
    }

    private func plan(_ sql: String, _ statements: FigureStatements) async throws -> [String] {
        try await store.database.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: statements.arguments)
                .map { $0["detail"] }
        }
    }
}
