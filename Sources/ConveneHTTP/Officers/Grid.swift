/// A table of a page, as the template `grid` shows it.
struct Grid {
    /// Tells it from the page's other tables.
    var id: String
    var caption: String
    var columns: [Column]
    var rows: [Row] = []
    /// What stands in its place where it has no rows.
    var none = ""

    struct Column {
        let text: String
        var isNumber = false
    }

    struct Row {
        var cells: [Cell]
        /// What the box before it says when it is ticked; nothing where there is no box.
        var choice: Choice?
    }

    /// A box with which a row is chosen.
    struct Choice {
        let name: String
        let value: String
        let label: String
    }

    struct Cell {
        var text: String
        /// Where the text leads.
        var link: String?
        /// What stands under it, smaller.
        var note = ""

        init(_ text: String, link: String? = nil, note: String = "") {
            self.text = text
            self.link = link
            self.note = note
        }
    }

    init(
        _ id: String, _ caption: String, columns: [String], numbers: Set<Int> = [],
        none: String = "", rows: [Row] = []
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns.enumerated().map {
            Column(text: $0.element, isNumber: numbers.contains($0.offset))
        }
        self.none = none
        self.rows = rows
    }

    /// What the template sees; the first cell of a row is its heading.
    var forTemplate: [String: Any] {
        [
            "grid-id": id, "caption": caption, "has-rows": !rows.isEmpty, "none": none,
            "has-choices": rows.contains { $0.choice != nil },
            "columns": columns.map { ["column": $0.text, "is-number": $0.isNumber] },
            "rows": rows.map(template),
        ]
    }

    private func template(_ row: Row) -> [String: Any] {
        let cells: [[String: Any]] = zip(columns, row.cells).enumerated().map { index, pair in
            let (column, cell) = pair
            return [
                "tag": index == 0 ? "th" : "td", "is-head": index == 0, "column": column.text,
                "is-number": column.isNumber, "text": cell.text, "link": cell.link ?? false,
                "note": cell.note.isEmpty ? false : cell.note,
            ]
        }
        var values: [String: Any] = ["cells": cells, "choice": false]
        if let choice = row.choice {
            values["choice"] = [
                "box": choice.name, "box-value": choice.value, "box-label": choice.label,
            ]
        }
        return values
    }
}

extension Grid.Row {
    /// A row of plain texts.
    init(_ texts: String...) { self.init(cells: texts.map { Grid.Cell($0) }, choice: nil) }

    init(_ cells: [Grid.Cell], choice: Grid.Choice? = nil) {
        self.init(cells: cells, choice: choice)
    }
}
