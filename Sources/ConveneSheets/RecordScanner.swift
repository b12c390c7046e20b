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
    private var repeated = RepeatedTexts()
    private var lineFeed = ByteFinder(.lineFeed)
    private var carriageReturn = ByteFinder(.carriageReturn)
    private var apostrophe = ByteFinder(.apostrophe)
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
        // A copy, so that the look into it does not stand in the way of moving on.
        let bytes = bytes
        let text = bytes.span
        var column = 0
        scanCell(column, of: text, into: &record)
        while position < text.count, text[position] == delimiter {
            position += 1
            column += 1
            scanCell(column, of: text, into: &record)
        }
        passLineBreak(of: text)
        return record
    }

    private mutating func scanCell(
        _ column: Int, of text: Span<UInt8>, into record: inout Record
    ) {
        let opening = quoteAtStart(of: text)
        guard opening < text.count, text[opening] == .quote else {
            let passed = passText(text)
            return add(text, passed, at: Cell(column: column, line: line), to: &record)
        }
        scanQuoted(from: opening, of: text, at: Cell(column: column, line: line), into: &record)
    }

    /// Where a quote would stand: spaces before it belong to nobody.
    private func quoteAtStart(of text: Span<UInt8>) -> Int {
        var index = position
        while index < text.count, text[index] == .space, .space != delimiter { index += 1 }
        return index
    }

    /// Goes to the end of the cell, outside quotes.
    private mutating func passText(_ text: Span<UInt8>) -> CellText.Stretch {
        let start = position
        let lineEnd = min(
            lineFeed.place(in: text, from: start), carriageReturn.place(in: text, from: start))
        position = text.place(of: delimiter, from: start, to: lineEnd)
        let isGuarded = apostrophe.place(in: text, from: start) < position
        return CellText.Stretch(range: start..<position, mayBeGuarded: isGuarded)
    }

    private mutating func passLineBreak(of text: Span<UInt8>) {
        guard position < text.count else { return }
        let isCarriageReturn = text[position] == .carriageReturn
        position += 1
        if isCarriageReturn, position < text.count, text[position] == .lineFeed { position += 1 }
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
        from opening: Int, of text: Span<UInt8>, at cell: Cell, into record: inout Record
    ) {
        position = opening + 1
        let isPlain = passQuoted(text)
        let content = opening + 1..<position
        guard position < text.count else {
            return note(.neverCloses, from: opening, at: cell, in: &record)
        }
        position += 1
        let behind = passText(text).range
        guard CellText.trimmed(text, behind).isEmpty else {
            guard cell.line == line else {
                return note(.closesWithinText(line: line), from: opening, at: cell, in: &record)
            }
            return add(text, .init(range: opening..<position), at: cell, to: &record)
        }
        if isPlain { return add(text, .init(range: content), at: cell, to: &record) }
        let unquoted = unquoted(text, content)
        add(unquoted.span, .init(range: unquoted.indices), at: cell, to: &record)
    }

    /// Goes to the quote that closes, or to the end of the file; says whether what it passed can
    /// stay as it is.
    private mutating func passQuoted(_ text: Span<UInt8>) -> Bool {
        var isPlain = true
        var index = position
        defer { position = index }
        while index < text.count {
            let next = index + 1 < text.count ? text[index + 1] : nil
            switch text[index] {
            case .quote:
                guard next == .quote else { return isPlain }
                isPlain = false
                index += 1
            case .lineFeed:
                line += 1
            case .carriageReturn:
                isPlain = false
                if next != .lineFeed { line += 1 }
            default:
                break
            }
            index += 1
        }
        return isPlain
    }

    /// The content of a quoted cell with single quotes for doubled ones and LF for each line break.
    private func unquoted(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            let next = index + 1 < range.upperBound ? text[index + 1] : nil
            plain.append(byte == .carriageReturn ? .lineFeed : byte)
            let isPair = byte == .quote || byte == .carriageReturn && next == .lineFeed
            index += isPair ? 2 : 1
        }
        return plain
    }
}

/// What a cell adds to its record.
extension RecordScanner {
    private mutating func add(
        _ text: Span<UInt8>, _ stretch: CellText.Stretch, at cell: Cell, to record: inout Record
    ) {
        // The widest file that is read can still be one row of commas: count, but look no further.
        guard cell.column < SheetLimit.columns else {
            if !CellText.trimmed(text, stretch.range).isEmpty { record.width = cell.column + 1 }
            return
        }
        var mayBeDamaged = false
        var content = CellText.text(text, stretch) { bytes in
            mayBeDamaged = CellDamage.isPossible(in: bytes)
            return repeated.text(bytes, at: cell.column)
        }
        guard mayBeDamaged else { return record.add(content, at: cell.column) }
        // Behind a guard or a blank, a spreadsheet takes an equals sign for text too.
        var isText = !CellDamage.mayBegin(text[stretch.range.lowerBound])
        if !isText, let unwrapped = CellDamage.unwrapped(content) {
            (content, isText) = (unwrapped, true)
        }
        record.add(content, at: cell.column, line: cell.line, isText: isText)
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
