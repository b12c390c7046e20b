import Convene

/// A sheet of a workbook as text.
struct WorksheetText {
    private let page: SheetWriter.Page

    init(_ page: SheetWriter.Page) { self.page = page }

    var bytes: [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
            activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            \(columns)<sheetData>
            """
        text += row(1, page.headings.map { .text($0) }, style: " s=\"1\"")
        for (index, cells) in page.rows.enumerated() { text += row(index + 2, cells, style: "") }
        text += "</sheetData></worksheet>"
        return Array(text.utf8)
    }

    private func row(_ number: Int, _ cells: [SheetWriter.Cell], style: String) -> String {
        var text = "<row r=\"\(number)\">"
        for (column, cell) in cells.enumerated() {
            let place = "<c r=\"\(Sheet.letters(ofColumn: column))\(number)\""
            switch cell {
            case .empty: continue
            case .text(let content) where content.isEmpty: continue
            case .text(let content):
                text +=
                    "\(place)\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + "\(XMLText.escaped(XMLText.fitting(content)))</t></is></c>"
            case .number(let number): text += "\(place)><v>\(number)</v></c>"
            case .decimal(let number) where !number.isFinite: continue
            case .decimal(let number): text += "\(place)><v>\(number)</v></c>"
            case .date(let day): text += Self.date(day, at: place)
            }
        }
        return text + "</row>"
    }

    /// Before March 1900 the days of a workbook are not those of the calendar: such a date is text.
    private static func date(_ day: Day, at place: String) -> String {
        let serial = day.daysSince1970 + 25_569
        guard serial > 60, serial < 2_958_466 else {
            return "\(place) t=\"inlineStr\"><is><t>\(day.text)</t></is></c>"
        }
        return "\(place) s=\"2\"><v>\(serial)</v></c>"
    }

    private var columns: String {
        let count = page.rows.reduce(page.headings.count) { max($0, $1.count) }
        guard count > 0 else { return "" }
        let all = (0..<count).map { column in
            "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width(column))\""
                + " customWidth=\"1\"/>"
        }
        return "<cols>\(all.joined())</cols>"
    }

    /// As wide as what stands there, within what a screen can show.
    private func width(_ column: Int) -> Int {
        if column < page.widths.count { return min(max(page.widths[column], 1), 255) }
        var longest = column < page.headings.count ? page.headings[column].count + 1 : 0
        for row in page.rows.prefix(1_000) where column < row.count {
            switch row[column] {
            case .text(let text): longest = max(longest, text.prefix(60).count)
            case .number, .decimal, .date: longest = max(longest, 10)
            case .empty: break
            }
        }
        return min(max(longest + 1, 6), 60)
    }
}
