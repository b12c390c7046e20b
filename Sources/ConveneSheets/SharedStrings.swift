import Convene

/// The texts of a workbook that its cells only point to.
final class SharedStrings: XMLPartHandler {
    private let file: String
    private(set) var all: [String] = []
    private var text = CellTextParts()
    private var total = 0

    init(file: String) { self.file = file }

    func begin(_ name: String, _ attributes: [String: String]) { text.begin(name) }

    func text(_ text: String) { self.text.add(text) }

    func end(_ name: String) throws {
        text.end(name)
        guard name == "si" else { return }
        let string = text.taken()
        total += string.utf8.count
        guard total <= SheetLimit.text, all.count < SheetLimit.cells else {
            throw Problem.listUnpacksTooLarge(file)
        }
        all.append(string)
    }
}

/// The text of a shared or inline string, put together from its runs (ECMA-376 part 1, 18.4).
///
/// Runs that say how something is pronounced (`rPh`) are no part of it.
struct CellTextParts {
    private var text = ""
    private var isCollecting = false
    private var isPhonetic = false

    mutating func begin(_ name: String) {
        switch name {
        case "t": isCollecting = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "t": isCollecting = false
        case "rPh": isPhonetic = false
        default: break
        }
    }

    mutating func add(_ piece: String) {
        guard isCollecting, text.utf8.count <= CellText.most else { return }
        text += piece
    }

    /// The text so far, and nothing is left of it.
    mutating func taken() -> String {
        defer { text = "" }
        return CellText.text(unescaped: text)
    }
}
