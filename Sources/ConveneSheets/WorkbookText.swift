/// The parts of a workbook that are not sheets, as text.
struct WorkbookText {
    private let names: [String]

    init(pages: [SheetWriter.Page]) {
        var names: [String] = []
        for page in pages { names.append(Self.tab(page.name, besides: names)) }
        self.names = names
    }

    /// Each part with its name; the types come first, by which some programs know a workbook.
    var parts: [(name: String, text: String)] {
        [
            ("[Content_Types].xml", types), ("_rels/.rels", root), ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", relationships), ("xl/styles.xml", styles),
        ]
    }

    /// What a tab can show: 31 characters, some signs not among them, no name twice.
    private static func tab(_ name: String, besides taken: [String]) -> String {
        let plain = String(name.map { "[]:*?/\\".contains($0) || $0.isNewline ? "-" : $0 })
        let trimmed = plain.drop { $0 == "'" || $0 == " " }
        let wanted = trimmed.isEmpty ? "List" : String(trimmed)
        var tab = cut(wanted, to: 31)
        var number = 1
        while taken.contains(where: { $0.lowercased() == tab.lowercased() }) {
            number += 1
            tab = cut(wanted, to: 30 - String(number).count) + " \(number)"
        }
        return tab
    }

    /// So many units of UTF-16 at most, as Excel counts, and no apostrophe or space at the end.
    private static func cut(_ text: String, to length: Int) -> String {
        var text = text
        while text.utf16.count > length || text.last == "'" || text.last == " " {
            text.removeLast()
        }
        return text.isEmpty ? "List" : text
    }

    private static let declaration =
        #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var types: String {
        let sheets = names.indices.map { index in
            """
            <Override PartName="/xl/worksheets/sheet\(index + 1).xml" \
            ContentType="\(Self.media).worksheet+xml"/>
            """
        }
        return """
            \(Self.declaration)<Types xmlns="\(Self.package)/content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(Self.media).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(Self.media).styles+xml"/>\
            \(sheets.joined())</Types>
            """
    }

    private var root: String {
        Self.relationships([("officeDocument", "xl/workbook.xml")])
    }

    private var relationships: String {
        let sheets = names.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        return Self.relationships(sheets + [("styles", "styles.xml")])
    }

    private static func relationships(_ targets: [(kind: String, part: String)]) -> String {
        let all = targets.enumerated().map { index, target in
            """
            <Relationship Id="rId\(index + 1)" Type="\(office)/\(target.kind)" \
            Target="\(target.part)"/>
            """
        }
        return """
            \(declaration)<Relationships xmlns="\(package)/relationships">\
            \(all.joined())</Relationships>
            """
    }

    private var workbook: String {
        let sheets = names.enumerated().map { index, name in
            """
            <sheet name="\(XMLText.escaped(name))" sheetId="\(index + 1)" r:id="rId\(index + 1)"/>
            """
        }
        return """
            \(Self.declaration)<workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\
            <sheets>\(sheets.joined())</sheets></workbook>
            """
    }

    /// Three formats of cells: as it comes, bold, and a date.
    private var styles: String {
        """
        \(Self.declaration)<styleSheet xmlns="\(Self.main)">\
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
        </cellStyleXfs><cellXfs count="3">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
        </cellStyles></styleSheet>
        """
    }
}
