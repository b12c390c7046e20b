import Convene
import ConveneSheets
import Foundation

/// A list of 100,000 rows, read and checked: as CSV beside Python's csv module with the same checks,
/// as a workbook beside openpyxl in its read-only mode.
///
/// Both sides work on one thread, on a file that is in memory: what is compared is the processor's
/// time, which other work on the machine disturbs less than the clock's.
struct ReadingComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        let csv = bench.path("reading.csv")
        let workbook = bench.path("reading.xlsx")
        let list = Nominees.list(Self.rows)
        try list.write(toFile: csv, atomically: true, encoding: .utf8)
        try Data(SheetWriter().bytes([Self.page(list)])).write(to: URL(filePath: workbook))
        let text = try await turns("csv", csv)
        return try [
            Finding(name: "read CSV", rates: text, of: "rows", target: .atLeast(5)),
            Finding(name: "  memory", value: text.oursPeak, unit: "MB", target: .atMost(200)),
        ] + (await workbookFindings(workbook))
    }

    private static let rows = 100_000

    private func workbookFindings(_ path: String) async throws -> [Finding] {
        let read: Turns
        do { read = try await turns("xlsx", path) } catch {
            return [Finding(name: "read XLSX", missing: "openpyxl: pip install openpyxl")]
        }
        return [
            Finding(name: "read XLSX", rates: read, of: "rows", target: .atLeast(1)),
            Finding(name: "  memory", value: read.oursPeak, unit: "MB", target: .atMost(200)),
        ]
    }

    private func turns(_ kind: String, _ path: String) async throws -> Turns {
        try await Turns(
            bench.rounds, ours: { try bench.part(.read, [path]) },
            baseline: {
                let end = try Child("python3", [Self.script, kind, path]).run()
                guard end.isWell else { throw Missing(reason: "python3 can't read \(kind)") }
                return try JSONDecoder().decode(Measurement.self, from: Data(end.output))
            })
    }

    /// Ours, in the process that is measured.
    static func read(_ path: String) throws -> Measurement {
        let start = processorSeconds
        let sheet = try SheetReader().read(path)
        let seconds = processorSeconds - start
        return Measurement(seconds: seconds, count: sheet.rows.count + sheet.faults.count)
    }

    /// What this process has used of the processor so far, in the system's part too.
    private static var processorSeconds: Double {
        // POSIX: the clock counts millionths.
        Double(clock()) / 1e6
    }

    /// The rows of a list as a page of a workbook. No cell of it is quoted.
    private static func page(_ list: String) -> SheetWriter.Page {
        let rows = list.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return SheetWriter.Page(
            name: "Nominees", headings: rows.first ?? [],
            rows: rows.dropFirst().map { $0.map(SheetWriter.Cell.text) })
    }

    private static let script =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Python/read_list.py")
        .path
}
