import ConveneTestSupport
import Foundation
import GRDB
import Testing

@testable import ConveneSQLite

/// The page that says of every column what becomes of it when somebody is forgotten.
@Suite struct ForgettingPageTests {
    @Test func `every column that can hold words has its line, and every line its column`()
        async throws
    {
        let listed = try Self.page()
        let columns = try await SQLiteStore.inMemory().database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                    WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
                        AND t.name NOT LIKE 'sqlite_%'
                        AND (c.type IN ('TEXT', 'BLOB') OR t.type = 'virtual')
                    """
            ).map { "\($0[0] as String).\($0[1] as String)" }
        }

        #expect(Set(columns).subtracting(listed).sorted() == [])
        #expect(listed.subtracting(columns).sorted() == [])
    }

    /// The columns in the page's tables, as `table.column`.
    private static func page() throws -> Set<String> {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Convene/Documentation.docc/Forgetting.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var columns: Set<String> = []
        for line in lines where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            for column in cells[1].split(separator: ", ") {
                columns.insert("\(cells[0].trimmingCharacters(in: ["`"])).\(column)")
            }
        }
        return columns
    }
}
