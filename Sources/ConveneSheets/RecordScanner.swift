/// The division of delimited text into records, by RFC 4180 and what programs make of it (CSV-4).
///
/// A quote opens a cell only at its beginning; within text it is text. Lines end with CR, LF or
/// CRLF; within quotes they stay in the cell, as LF. A cell like `"Aurora" gallery`, whose quotes
/// were never meant to enclose it, is taken as it stands.
struct RecordScanner {
    /// Valid UTF-8, so that every byte below 0x80 is a character.
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position: Int
    private var line: Int
    /// The cells that a record is likely to have, which saves growing it.
    var expectedWidth = 0

    init(bytes: [UInt8], delimiter: Delimiter, start: Int, line: Int) {
        self.bytes = bytes
        self.delimiter = delimiter.byte
        self.position = start
        self.line = line
    }

    /// The next record, blank lines included, or nothing at the end of the file.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line)
        record.cells.reserveCapacity(expectedWidth)
        var column = 0
        scanCell(column, into: &record)
        while position < bytes.count, bytes[position] == delimiter {
            position += 1
            column += 1
            scanCell(column, into: &record)
        }
        passLineBreak()
        return record
    }

    private mutating func scanCell(_ column: Int, into record: inout Record) {
        let opening = quoteAtStart()
        guard opening < bytes.count, bytes[opening] == .quote else {
            let start = position
            passText()
            return add(bytes, start..<position, at: Cell(column: column, line: line), to: &record)
        }
        scanQuoted(from: opening, at: Cell(column: column, line: line), into: &record)
    }

    /// Where a quote would stand: spaces before it belong to nobody.
    private func quoteAtStart() -> Int {
        var index = position
        while index < bytes.count, bytes[index] == .space, bytes[index] != delimiter { index += 1 }
        return index
    }

    /// Goes to the end of the cell, outside quotes.
    private mutating func passText() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { return }
            position += 1
        }
    }

    private mutating func passLineBreak() {
        guard position < bytes.count else { return }
        let isCarriageReturn = bytes[position] == .carriageReturn
        position += 1
        if isCarriageReturn, position < bytes.count, bytes[position] == .lineFeed { position += 1 }
        line += 1
    }
}

/// Quoted cells.
extension RecordScanner {
    /// Where a cell stands.
    private struct Cell {
        let column: Int
        let line: Int
    }

    private mutating func scanQuoted(
        from opening: Int, at cell: Cell, into record: inout Record
    ) {
        position = opening + 1
        let isPlain = passQuoted()
        let content = opening + 1..<position
        guard position < bytes.count else {
            return note(.neverCloses, from: opening, at: cell, in: &record)
        }
        position += 1
        let closing = position
        passText()
        guard CellText.trimmed(bytes, closing..<position).isEmpty else {
            guard cell.line == line else {
                return note(.closesWithinText(line: line), from: opening, at: cell, in: &record)
            }
            return add(bytes, opening..<position, at: cell, to: &record)
        }
        if isPlain { return add(bytes, content, at: cell, to: &record) }
        let text = unquoted(content)
        add(text, text.indices, at: cell, to: &record)
    }

    /// Goes to the quote that closes, or to the end of the file; says whether what it passed can
    /// stay as it is.
    private mutating func passQuoted() -> Bool {
        var isPlain = true
        while position < bytes.count {
            switch bytes[position] {
            case .quote:
                guard isFollowed(by: .quote) else { return isPlain }
                isPlain = false
                position += 1
            case .lineFeed:
                line += 1
            case .carriageReturn:
                isPlain = false
                if !isFollowed(by: .lineFeed) { line += 1 }
            default:
                break
            }
            position += 1
        }
        return isPlain
    }

    private func isFollowed(by byte: UInt8) -> Bool {
        position + 1 < bytes.count && bytes[position + 1] == byte
    }

    /// The content of a quoted cell with single quotes for doubled ones and LF for each line break.
    private func unquoted(_ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            let next = index + 1 < range.upperBound ? bytes[index + 1] : nil
            text.append(byte == .carriageReturn ? .lineFeed : byte)
            let isPair = byte == .quote || byte == .carriageReturn && next == .lineFeed
            index += isPair ? 2 : 1
        }
        return text
    }
}

/// What a cell adds to its record.
extension RecordScanner {
    private func add(
        _ bytes: [UInt8], _ range: Range<Int>, at cell: Cell, to record: inout Record
    ) {
        // The widest file that is read can still be one row of commas: count, but look no further.
        guard cell.column < SheetLimit.columns else {
            if !CellText.trimmed(bytes, range).isEmpty { record.width = cell.column + 1 }
            return
        }
        var text = CellText.text(bytes, range)
        // Behind a guard or a blank, a spreadsheet takes an equals sign for text too.
        var isText = range.isEmpty || !CellDamage.mayBegin(bytes[range.lowerBound])
        if !isText, let content = CellDamage.unwrapped(text) { (text, isText) = (content, true) }
        record.add(text, at: cell.column, line: cell.line, isText: isText)
    }

    /// Notes that a quote is wrong, and shows the line on which it opens.
    private func note(
        _ kind: Record.Flaw.Kind, from opening: Int, at cell: Cell, in record: inout Record
    ) {
        let isEnd: (UInt8) -> Bool = { $0 == .lineFeed || $0 == .carriageReturn }
        let shown = bytes[opening...].prefix(1_000).prefix { !isEnd($0) }
        record.note(
            kind, String(decoding: shown, as: UTF8.self), at: cell.column, line: cell.line)
    }
}
