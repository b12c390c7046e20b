/// Workbooks whose parts are wrong, and sheets whose cells are.
extension FaultyFile {
    private static let sheetPart = "xl/worksheets/sheet1.xml"

    private static func part(
        _ part: String, _ text: String?, _ name: String, _ sentence: String
    ) -> FaultyFile {
        FaultyFile(name, sentence) { sound.with(part, text).bytes }
    }

    /// A part that unpacks to a gigabyte.
    private static func bomb(
        _ part: String, _ beginning: String, _ name: String, _ sentence: String
    ) -> FaultyFile {
        FaultyFile(name, sentence) {
            let entries = sound.with(part, nil).entries
            return ArchiveFile(entries + [.init(part, endless: beginning, times: 4_200_000)]).bytes
        }
    }

    private static let relationships = "xl/_rels/workbook.xml.rels"
    private static let wanted =
        "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>"

    static let parts = [
        bomb(sheetPart, "\u{0}", "a gigabyte of zeros", "far more than a list needs"),
        bomb(
            sheetPart, "<worksheet><sheetData> ", "a gigabyte of spaces",
            "far more than a list needs"),
        bomb(
            "xl/sharedStrings.xml", "<sst><si><t>a", "a text of a gigabyte",
            "far more than a list needs"),
        bomb(
            "xl/workbook.xml", "<workbook> ", "an index of a gigabyte", "far more than a list needs"
        ),
        part("xl/workbook.xml", nil, "no index", "holds no workbook"),
        part("xl/workbook.xml", "<workbook/>", "no sheets", "damaged"),
        part(sheetPart, nil, "a sheet that is missing", "damaged"),
        part(sheetPart, "", "a sheet of no bytes", "that no spreadsheet program writes"),
        part(
            sheetPart, "name,country", "a sheet that is text", "that no spreadsheet program writes"),
        part(sheetPart, "<worksheet><sheetData><row>", "a sheet cut off", "damaged"),
        part(sheetPart, "<worksheet><a></b></worksheet>", "tags that cross", "damaged"),
        part(
            relationships, WorkbookFile.relationships([("worksheet", "workbook.xml")]),
            "a workbook that is its own sheet", "is empty"),
        part(
            relationships, WorkbookFile.relationships([("worksheet", "_rels/workbook.xml.rels")]),
            "relationships that lead to themselves", "is empty"),
        part(
            relationships, WorkbookFile.relationships([("worksheet", "../../../etc/passwd")]),
            "a sheet outside the archive", "damaged"),
        part(
            relationships, WorkbookFile.relationships([("worksheet", "http://example.org/a.xml")]),
            "a sheet on the Internet", "damaged"),
        part(
            sheetPart,
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\(wanted)</worksheet>",
            "an external entity", "a document type"),
        part(
            "xl/sharedStrings.xml",
            "<?xml version='1.0'?><!-- a --><!DOCTYPE s [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]>",
            "entities of entities", "a document type"),
        part(
            "xl/workbook.xml", "<!DOCTYPE w SYSTEM 'http://example.org/w.dtd'><workbook/>",
            "a document type on the Internet", "a document type"),
        part(
            sheetPart, "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-worksheet/>",
            "a document type in hiding", "another encoding"),
        part(
            sheetPart,
            "<worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>",
            "an entity that nobody declares", "damaged"),
        FaultyFile("parts in UTF-16", "another encoding") {
            let text: [UInt8] = "<worksheet/>".utf8.flatMap { [$0, 0] }
            let entries: [ArchiveFile.Entry] = sound.with(sheetPart, nil).entries
            return ArchiveFile(entries + [.init(sheetPart, [0xFF, 0xFE] + Array(text))]).bytes
        },
        FaultyFile("a hundred thousand elements within each other", "damaged") {
            let deep = String(repeating: "<a>", count: 100_000)
            return sound.with(sheetPart, "<worksheet>\(deep)").bytes
        },
        FaultyFile("an attribute of twelve megabytes", "damaged") {
            let long = String(repeating: "a", count: 12_000_000)
            return sound.with(sheetPart, "<worksheet a=\"\(long)\">").bytes
        },
        FaultyFile("a comment before all", "that no spreadsheet program writes") {
            sound.with(sheetPart, "<!--\(String(repeating: "a", count: 20_000))--><worksheet/>")
                .bytes
        },
    ]

    private static func rows(_ rows: String, _ name: String, _ sentence: String) -> FaultyFile {
        FaultyFile(name, sentence) {
            WorkbookFile(headings + rows, strings: ["<t>a</t>"]).bytes
        }
    }

    private static let headings = WorkbookFile.rows([["name", "country"]])

    static let cells = [
        rows("", "headings only in a workbook", "headings but no rows"),
        FaultyFile("a sheet of nothing", "is empty") { WorkbookFile("").bytes },
        FaultyFile("a sheet of blank cells", "is empty") {
            WorkbookFile(WorkbookFile.rows([[" ", "\u{A0}"]])).bytes
        },
        FaultyFile("a sheet that is not there", "has no sheet", sheet: "Nominees") { sound.bytes },
        FaultyFile("a sheet beyond the last", "has no sheet", sheet: "2") { sound.bytes },
        FaultyFile("a sheet of CSV", "is no workbook", sheet: "1") { Array("a,b\n1,2\n".utf8) },
        rows(
            "<row r=\"2\"><c t=\"s\"><v>7</v></c></row>", "a text that is not there",
            "can't be told"),
        rows(
            "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>", "a text before the first",
            "can't be told"),
        rows(
            "<row r=\"2\"><c t=\"e\"><v>#N/A</v></c></row>", "an error in a cell", "shows an error"),
        rows(
            "<row r=\"2\"><c t=\"s\"><v>0</v></c><c><f>B1</f></c></row>",
            "a formula without result", "instead of its result"),
        rows("<row r=\"2\"><c><v>12x</v></c></row>", "a number that is none", "can't be told"),
        rows("<row r=\"2\"><c><v>nan</v></c></row>", "a number beyond numbers", "can't be told"),
        rows("<row r=\"2\"><c t=\"q\"><v>1</v></c></row>", "a cell of no kind", "can't be told"),
        rows(
            "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>", "a column beyond the last", "damaged"),
        rows("<row r=\"2\"><c r=\"2\"><v>1</v></c></row>", "a cell without a column", "damaged"),
        rows("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>", "a cell of another row", "damaged"),
        rows("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>", "cells that go back", "damaged"),
        rows("<row r=\"2\"/><row r=\"2\"/>", "a row twice", "damaged"),
        rows("<row r=\"0\"/>", "a row before the first", "damaged"),
        rows("<row r=\"1048577\"/>", "a row beyond the last", "damaged"),
        rows("<row r=\"99999999999999999999\"/>", "a row beyond all numbers", "damaged"),
        FaultyFile("ten million columns in a workbook", "damaged") {
            WorkbookFile("<row>" + String(repeating: "<c><v>1</v></c>", count: 300_000) + "</row>")
                .bytes
        },
        FaultyFile("a thousand headings and one", "has 1001 columns") {
            let cell = "<c t=\"inlineStr\"><is><t>a</t></is></c>"
            return WorkbookFile("<row>" + String(repeating: cell, count: 1_001) + "</row>").bytes
        },
        FaultyFile("a cell without end in a workbook", "100,000 characters") {
            WorkbookFile(
                headings + "<row><c t=\"s\"><v>0</v></c></row>",
                strings: ["<t>\(String(repeating: "ж", count: 150_000))</t>"]
            ).bytes
        },
        FaultyFile("a long text in ten thousand cells", "far more than a list needs") {
            let row = "<row><c t=\"s\"><v>0</v></c></row>"
            return WorkbookFile(
                headings + String(repeating: row, count: 10_000),
                strings: ["<t>\(String(repeating: "a", count: 90_000))</t>"]
            ).bytes
        },
    ]
}
