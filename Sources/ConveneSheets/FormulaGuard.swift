/// The apostrophes that our own exports put before what a spreadsheet would run (CSV-11).
///
/// They stand before a sign with which a formula begins, at the beginning of a cell, and within it
/// after a separator, a quote or a line break. One is taken away from each such place, which gives
/// back exactly what was written: text that had an apostrophe there was given a second one.
enum FormulaGuard {
    static func removed(from text: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var index = text.startIndex
        var opens = true
        while index < text.endIndex {
            let byte = text[index]
            if opens, byte == .apostrophe, guards(text[index...], isFirst: index == text.startIndex)
            {
                // What follows it begins a cell no more than it did itself.
            } else {
                plain.append(byte)
            }
            opens = separators.contains(byte)
            index += 1
        }
        return plain
    }

    /// Whether the apostrophes here stand before a sign; at the beginning, a blank is one too.
    private static func guards(_ text: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
        let behind = text.drop { $0 == .apostrophe }
        guard let next = behind.first else { return false }
        if isFirst, blanks.contains(next) { return true }
        return signs.contains { behind.starts(with: $0) }
    }

    private static let blanks: [UInt8] = Array("\t\r\n".utf8)
    private static let separators: [UInt8] = Array(",;|\"\t\r\n".utf8)
    /// The full-width ones count: spreadsheets fold them.
    private static let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
