import Convene

extension Worksheet {
    /// A cell while it is parsed.
    struct Cell {
        /// Counted from 0; -1 before the first cell of a row.
        var column = -1
        /// What its value is, by its attribute `t`: `s`, `n`, `str`, `inlineStr`, `b`, `e`, `d`.
        var kind: String?
        var style: Int?
        var hasFormula = false
        var inline = CellTextParts()
        private var value = ""
        private var hasValue = false
        private var isInValue = false

        mutating func beginValue() { (isInValue, hasValue) = (true, true) }
        mutating func endValue() { isInValue = false }

        mutating func add(_ text: String) {
            guard isInValue else { return inline.add(text) }
            guard value.utf8.count <= CellText.most else { return }
            value += text
        }

        /// What the cell holds as text, and what is wrong with it.
        mutating func content(_ workbook: Workbook) -> (text: String, flaw: Record.Flaw.Kind?) {
            switch kind {
            case "inlineStr": return (inline.taken(), nil)
            // A formula whose result was never worked out; a result may well be an empty text.
            case _ where !hasValue: return ("", hasFormula ? .formula : nil)
            case "s":
                guard let index = Int(value), workbook.strings.indices.contains(index) else {
                    return (value, .unclear)
                }
                return (workbook.strings[index], nil)
            case "str": return (CellText.text(unescaped: value), nil)
            case "b": return (value == "1" || value == "true" ? "TRUE" : "FALSE", nil)
            case "e": return (value, .error)
            case "d": return (Self.day(value), nil)
            case nil, "n": return number(workbook.styles)
            default: return (value, .unclear)
            }
        }

        private func number(_ styles: CellStyles) -> (text: String, flaw: Record.Flaw.Kind?) {
            if value.isEmpty { return ("", hasFormula ? .formula : nil) }
            let format = styles.format(style)
            if format == .plain, value.utf8.count < 15, value.utf8.first != 0x30,
                value.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            {
                return (value, nil)
            }
            guard let number = CellNumber(value) else { return (value, .unclear) }
            return (number.text(format, is1904: styles.is1904), nil)
        }

        /// A date by ISO 8601 without the midnight that some writers put behind it.
        private static func day(_ text: String) -> String {
            guard let divider = text.utf8.firstIndex(of: UInt8(ascii: "T")) else { return text }
            let (day, time) = (text[..<divider], text[text.utf8.index(after: divider)...])
            return time.allSatisfy({ "0:.Z".contains($0) })
                ? String(day) : "\(day) \(time.prefix(5))"
        }
    }
}
