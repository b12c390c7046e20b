/// A reader of CSV by the grammar of RFC 4180 and nothing more, to read back what was written.
struct RFC4180 {
    private(set) var records: [[String]] = []
    /// What the grammar has no place for.
    private(set) var faults: [String] = []

    init(_ text: String, separator: Unicode.Scalar = ",") {
        var scalars = Array(text.unicodeScalars)[...]
        while !scalars.isEmpty { records.append(record(&scalars, separator)) }
    }

    private mutating func record(
        _ scalars: inout ArraySlice<Unicode.Scalar>, _ separator: Unicode.Scalar
    ) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(scalars.first == "\"" ? quoted(&scalars) : bare(&scalars, separator))
            let next = scalars.popFirst()
            if next == separator { continue }
            if next != "\r" || scalars.popFirst() != "\n" { faults.append("no CR LF") }
            return cells
        }
    }

    private mutating func quoted(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String {
        var cell = String.UnicodeScalarView()
        scalars.removeFirst()
        while let scalar = scalars.popFirst() {
            if scalar != "\"" {
                cell.append(scalar)
            } else if scalars.first == "\"" {
                cell.append(scalars.removeFirst())
            } else {
                return String(cell)
            }
        }
        faults.append("no closing quote")
        return String(cell)
    }

    private mutating func bare(
        _ scalars: inout ArraySlice<Unicode.Scalar>, _ separator: Unicode.Scalar
    ) -> String {
        var cell = String.UnicodeScalarView()
        while let scalar = scalars.first, scalar != separator, scalar != "\r", scalar != "\n" {
            if scalar == "\"" { faults.append("a quote in a bare cell") }
            cell.append(scalar)
            scalars.removeFirst()
        }
        return String(cell)
    }
}
