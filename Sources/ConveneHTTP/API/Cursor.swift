import ConveneReports
import FoundationEssentials

/// Where a page of a list begins: after the row that the page before it ended with.
///
/// A cursor holds the row's place and its key. When rows were added or taken out meanwhile, the key
/// says where the row is now; a row that is gone leaves its place.
struct Cursor: Sendable, Equatable {
    /// How many rows came before.
    var place: Int
    var key: String

    init(place: Int, key: String) {
        self.place = place
        self.key = key
    }

    /// - Throws: `request.invalid` for what we did not write.
    init(_ text: String) throws {
        let padded =
            text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
            + [Character](repeating: "=", count: (4 - text.count % 4) % 4)
        let parts = Data(base64Encoded: String(padded)).map { String(decoding: $0, as: UTF8.self) }?
            .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard let parts, parts.count == 2, let place = Int(parts[0]),
            (0...10_000_000).contains(place)
        else {
            throw APIRefusal.invalid(["cursor is to be what “next” of the page before said."])
        }
        self.init(place: place, key: String(parts[1]))
    }

    var text: String {
        String(
            Data("\(place) \(key)".utf8).base64EncodedString().filter { $0 != "=" }
                .map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }
}

/// One page of a list.
struct ListPage: Sendable {
    let report: Report
    let next: Cursor?

    /// - Parameters:
    ///   - whole: the list from its beginning, to one row beyond the page at least.
    ///   - size: how many rows the page has at most; nothing for all.
    init(of whole: Report, by key: APIReply.ListKey, after cursor: Cursor?, size: Int?) {
        func name(_ row: [Value]) -> String { key == .place ? "" : row.first?.reading ?? "" }
        var start = min(cursor?.place ?? 0, whole.rows.count)
        if key == .firstColumn, let cursor, start > 0, name(whole.rows[start - 1]) != cursor.key,
            let now = whole.rows.firstIndex(where: { name($0) == cursor.key })
        {
            start = now + 1
        }
        let end = size.map { min(start + $0, whole.rows.count) } ?? whole.rows.count
        var report = whole
        report.rows = Array(whole.rows[start..<end])
        self.report = report
        next =
            end < whole.rows.count
            ? report.rows.last.map { Cursor(place: end, key: name($0)) } : nil
    }

    /// The list with its cursor, for programs.
    var json: Value {
        guard case .record(var record) = report.json else { return report.json }
        record.append("next", Value(next?.text))
        return .record(record)
    }
}
