/// The apostrophes that our own exports put before what a spreadsheet would run (CSV-11).
///
/// They stand before a sign with which a formula begins, at the beginning of a cell, and within it
/// after a separator, a quote or a line break. One is taken away from each such place, which gives
/// back exactly what was written: text that had an apostrophe there was given a second one.
enum FormulaGuard {
    static func removed(from text: Span<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var opens = true
        for index in text.indices {
            let byte = text[index]
            // What follows a guard begins a cell no more than it did itself.
            if !opens || byte != .apostrophe || !guards(text, at: index) { plain.append(byte) }
            opens = separators.contains(byte)
        }
        return plain
    }

    /// Whether the apostrophes here stand before a sign; at the beginning, a blank is one too.
    private static func guards(_ text: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        while index < text.count, text[index] == .apostrophe { index += 1 }
        guard index < text.count else { return false }
        if start == 0, blanks.contains(text[index]) { return true }
        return signs.contains { sign in
            index + sign.count <= text.count
                && sign.indices.allSatisfy { text[index + $0] == sign[$0] }
        }
    }

    private static let blanks: [UInt8] = Array("\t\r\n".utf8)
    private static let separators: [UInt8] = Array(",;|\"\t\r\n".utf8)
    /// The full-width ones count: spreadsheets fold them.
    private static let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
