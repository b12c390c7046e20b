import Convene

/// A workbook in Office Open XML (ECMA-376), as far as a list needs it: its sheets, and what their
/// cells share.
struct Workbook {
    let archive: Archive
    /// The sheets in the order in which they are shown.
    let sheets: [Tab]
    let strings: [String]
    let styles: CellStyles

    /// One sheet of a workbook.
    struct Tab {
        let name: String
        let part: String
        let isHidden: Bool
    }

    /// - Throws: `list.unreadable`.
    init(_ archive: Archive) throws {
        self.archive = archive
        let root = try Relationships(of: "", in: archive).first("officeDocument")
        let part = root ?? "xl/workbook.xml"
        guard archive.has(part), Self.kind(of: archive) == .zip else {
            throw Problem.listForeign(archive.file, seemsToBe: Self.kind(of: archive))
        }

        let relationships = try Relationships(of: part, in: archive)
        let index = WorkbookIndex(relationships)
        try XMLPart.parse(try archive.part(part), with: index)
        guard !index.sheets.isEmpty else { throw Problem.listDamaged(archive.file) }
        sheets = index.sheets
        strings = try Self.strings(relationships, archive)
        styles = CellStyles(is1904: index.is1904)
        if let part = relationships.first("styles"), archive.has(part) {
            try XMLPart.parse(try archive.part(part), with: styles)
        }
    }

    /// What an archive is that holds no workbook.
    private static func kind(of archive: Archive) -> SheetFormat.Foreign {
        if archive.has("xl/workbook.bin") { return .binaryWorkbook }
        if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") {
            return .document
        }
        if archive.has("mimetype") && archive.has("content.xml") { return .openDocument }
        return archive.has("Index/Document.iwa") ? .numbers : .zip
    }

    private static func strings(
        _ relationships: Relationships, _ archive: Archive
    ) throws -> [String] {
        guard let part = relationships.first("sharedStrings"), archive.has(part) else { return [] }
        let strings = SharedStrings(file: archive.file)
        try XMLPart.parse(try archive.part(part), with: strings)
        return strings.all
    }
}

/// The part of a workbook that names its sheets.
private final class WorkbookIndex: XMLPartHandler {
    private let parts: [String: String]
    private(set) var sheets: [Workbook.Tab] = []
    private(set) var is1904 = false

    init(_ relationships: Relationships) {
        let sheets = relationships.all.filter { $0.kind == "worksheet" }
        parts = Dictionary(sheets.map { ($0.id, $0.part) }, uniquingKeysWith: { first, _ in first })
    }

    func begin(_ name: String, _ attributes: [String: String]) throws {
        if name == "workbookPr", let value = attributes["date1904"] {
            is1904 = value == "1" || value == "true"
        }
        // A sheet of another kind, such as a chart, has no cells.
        let id = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
        guard name == "sheet", let part = id.flatMap({ parts[$0] }) else { return }
        guard sheets.count < SheetLimit.sheets else { throw SeenEnough() }
        sheets.append(
            Workbook.Tab(
                name: attributes["name"] ?? "", part: part,
                isHidden: attributes["state"].map { $0 != "visible" } ?? false))
    }
}
