/// One record of delimited text, as the scanner found it.
struct Record {
    /// The line on which it begins, counted from 1.
    var line: Int
    /// The text of its cells up to the last one that holds something, at most `SheetLimit.columns`.
    var cells: [String] = []
    /// How many cells it has up to the last one that holds something.
    var width = 0
    /// Why it can't be trusted, if so.
    var flaw: Flaw?

    var isEmpty: Bool { width == 0 && flaw == nil }

    /// What is wrong within one cell of a record.
    struct Flaw: Equatable {
        enum Kind: Equatable {
            /// A quotation mark opens and never closes.
            case neverCloses
            /// A quotation mark opens, and closes on this later line in the middle of text.
            case closesWithinText(line: Int)
            /// More characters than `SheetLimit.characters`.
            case tooLong
        }

        let kind: Kind
        /// The line on which the cell begins, counted from 1.
        let line: Int
        /// The position of the cell in its row, counted from 0.
        let column: Int
        /// The beginning of what stands there.
        let value: String
    }
}
