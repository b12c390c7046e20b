/// How the cells of a workbook show their numbers: which of them are dates (ECMA-376 part 1, 18.8).
final class CellStyles: XMLPartHandler {
    let is1904: Bool
    /// The codes of the formats that the workbook defines itself.
    private var codes: [Int: String] = [:]
    private var formats: [NumberFormat] = []
    private var isInCellFormats = false

    init(is1904: Bool) { self.is1904 = is1904 }

    /// - Parameter style: The number of the style, as a cell gives it.
    func format(_ style: Int?) -> NumberFormat {
        guard let style, formats.indices.contains(style) else { return .plain }
        return formats[style]
    }

    func begin(_ name: String, _ attributes: [String: String]) throws {
        switch name {
        case "numFmt" where codes.count < SheetLimit.entries:
            guard let id = attributes["numFmtId"].flatMap(Int.init) else { return }
            codes[id] = attributes["formatCode"]
        case "cellXfs": isInCellFormats = true
        // A workbook has 64,000 at most.
        case "xf" where isInCellFormats && formats.count < 1 << 16:
            let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
            formats.append(codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
}
