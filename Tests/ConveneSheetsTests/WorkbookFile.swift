/// A workbook for tests, whose parts can be what they like.
struct WorkbookFile {
    /// The parts by name, in no order.
    var parts: [String: String]

    /// - Parameters:
    ///   - rows: what stands within `sheetData`.
    ///   - after: what stands behind it.
    init(
        _ rows: String, after: String = "", before: String = "", strings: [String] = [],
        formats: [String] = [], properties: String = ""
    ) {
        parts = [
            "_rels/.rels": Self.relationships([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": Self.workbook(["People"], properties),
            "xl/_rels/workbook.xml.rels": Self.relationships([
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]),
            "xl/sharedStrings.xml":
                "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>",
            "xl/styles.xml": Self.styles(formats),
            "xl/worksheets/sheet1.xml": Self.sheet(rows, after: after, before: before),
        ]
    }

    /// Several sheets of the same rows or others.
    init(sheets: [(name: String, rows: String)], state: [String: String] = [:]) {
        self.init(sheets.first?.rows ?? "")
        parts["xl/workbook.xml"] = Self.workbook(sheets.map(\.name), "", state)
        let targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        parts["xl/_rels/workbook.xml.rels"] = Self.relationships(targets)
        for (index, sheet) in sheets.enumerated() {
            parts["xl/worksheets/sheet\(index + 1).xml"] = Self.sheet(sheet.rows)
        }
    }

    var entries: [ArchiveFile.Entry] {
        parts.sorted { $0.key < $1.key }.map { ArchiveFile.Entry($0.key, $0.value) }
    }

    var bytes: [UInt8] { ArchiveFile(entries).bytes }

    func with(_ part: String, _ text: String?) -> WorkbookFile {
        var file = self
        file.parts[part] = text
        return file
    }

    /// A table of texts, with its headings.
    static func rows(_ table: [[String]], from first: Int = 1) -> String {
        table.enumerated().map { number, cells in
            let cells = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                """
                <c r="\(letter(column))\(number + first)" t="inlineStr"><is><t>\(text)</t></is></c>
                """
            }
            return "<row r=\"\(number + first)\">\(cells.joined())</row>"
        }.joined()
    }

    static func letter(_ column: Int) -> String {
        String(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[column])
    }

    static func sheet(_ rows: String, after: String = "", before: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>
        """
    }

    static func workbook(
        _ names: [String], _ properties: String, _ state: [String: String] = [:]
    ) -> String {
        let sheets = names.enumerated().map { index, name in
            """
            <sheet name="\(name)" sheetId="\(index + 1)" state="\(state[name] ?? "visible")" \
            r:id="rId\(index + 1)"/>
            """
        }
        return "<workbook xmlns:r=\"r\">\(properties)<sheets>\(sheets.joined())</sheets></workbook>"
    }

    static func relationships(_ targets: [(kind: String, part: String)]) -> String {
        let all = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"x/\(target.kind)\" Target=\"\(target.part)\"/>"
        }
        return "<Relationships>\(all.joined())</Relationships>"
    }

    /// Styles 1, 2, … are these formats: numbers of built-in ones, or codes.
    private static func styles(_ formats: [String]) -> String {
        let codes = formats.enumerated().filter { $0.element.count > 2 }.map { index, code in
            "<numFmt numFmtId=\"\(index + 170)\" formatCode=\"\(code)\"/>"
        }
        let cells = formats.enumerated().map { index, code in
            "<xf numFmtId=\"\(code.count > 2 ? String(index + 170) : code)\"/>"
        }
        return """
            <styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId="14"/>\
            </cellStyleXfs><cellXfs><xf numFmtId="0"/>\(cells.joined())</cellXfs></styleSheet>
            """
    }
}
