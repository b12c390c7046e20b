/// The place of a cell in a sheet: `AB12`.
struct CellReference: Equatable {
    /// Counted from 0.
    let column: Int
    /// The row as it is shown, counted from 1; nothing when the reference has only letters.
    let row: Int?

    /// The columns and rows that a sheet can have (ECMA-376 part 1, 18.3.1.4 and what Excel does).
    static let columns = 16_384
    static let rows = 1_048_576

    /// Nothing when this is no reference, or one beyond what a sheet can have.
    init?(_ text: Substring) {
        var (column, row, digits) = (0, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where digits == 0: column = column * 26 + Int(byte) - 0x40
            case 0x30...0x39:
                row = row * 10 + Int(byte) - 0x30
                digits += 1
            default: return nil
            }
            guard column <= Self.columns, row <= Self.rows else { return nil }
        }
        guard column > 0, digits == 0 || row > 0 else { return nil }
        self.column = column - 1
        self.row = digits == 0 ? nil : row
    }
}

/// Cells that are shown as one.
struct MergedCells: Equatable {
    let columns: ClosedRange<Int>
    /// The rows as they are shown.
    let rows: ClosedRange<Int>

    /// - Parameter text: Such as `A1:G1`.
    init?(_ text: String) {
        let corners = text.split(separator: ":").map { CellReference($0) }
        guard corners.count == 2, let first = corners[0], let last = corners[1],
            let top = first.row, let bottom = last.row, top <= bottom, first.column <= last.column
        else { return nil }
        columns = first.column...last.column
        rows = top...bottom
    }
}
