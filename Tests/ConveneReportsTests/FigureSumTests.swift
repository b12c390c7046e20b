import Convene
import Testing

@testable import ConveneReports

/// That figures hold: the cells of every table add up to its total.
@Suite struct FigureSumTests {
    private static let worlds = (1...40).map { FigureWorld(seed: UInt64($0)) }
    private static let additive = Measures.Name.allCases.filter { $0 != .people }

    @Test(
        arguments: [[.country], [.country, .gender], [.country, .gender, .event]]
            as [[FigureQuery.Dimension]])
    func `the rows of a spreadsheet add up to the total of the JSON`(
        by dimensions: [FigureQuery.Dimension]
    ) throws {
        for world in Self.worlds {
            let report = FigureReport(world.figures(by: dimensions))

            let sheet = report.sheet

            for (index, column) in sheet.columns.enumerated() where isAdditive(column) {
                let sum = sheet.rows.reduce(0) { $0 + $1[index].integer }
                let total = try #require(report.json["total"]?[column.key])
                #expect(sum == total.integer, "\(column.key) by \(dimensions)")
            }
        }
    }

    @Test(arguments: additive)
    func `a cross-tab adds up in both directions`(measure: Measures.Name) throws {
        for world in Self.worlds {
            let figures = world.figures(by: [.country, .gender])

            let table = try #require(CrossTab(figures, measure: measure)).report(notes: [])

            let grid = (table.rows + [table.total ?? []]).map { $0.dropFirst().map(\.integer) }
            for line in grid { #expect(line.dropLast().reduce(0, +) == line.last) }
            let sums = grid[0].indices.map { column in
                grid.dropLast().reduce(0) { $0 + $1[column] }
            }
            #expect(sums == grid.last)
        }
    }

    @Test func `people at the edges of a cross-tab count once`() throws {
        for world in Self.worlds {
            let figures = world.figures(by: [.country, .event])

            let table = try #require(CrossTab(figures, measure: .people)).report(notes: [])

            let edge = table.rows.map { $0.last?.integer }
            #expect(edge == figures.margins[0].map(\.measures.people))
            #expect(table.total?.last?.integer == figures.total.people)
        }
    }

    private func isAdditive(_ column: Column) -> Bool {
        let genders = Gender.allCases.map(\.rawValue)
        return (Self.additive.map(\.rawValue) + genders).contains(column.key)
            && column.alignment == .trailing
    }
}

extension Value {
    fileprivate var integer: Int {
        if case .number(let number) = self { number } else { 0 }
    }

    fileprivate subscript(key: String) -> Value? {
        guard case .record(let record) = self else { return nil }
        return record.members.first { $0.key == key }?.value
    }
}
