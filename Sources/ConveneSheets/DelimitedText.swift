import Convene

/// A list as delimited text: CSV, TSV and their kin.
struct DelimitedText {
    private let text: DecodedText
    /// The file's name, for the sentences.
    private let file: String

    init(_ text: DecodedText, file: String) {
        self.text = text
        self.file = file
    }

    /// The list.
    ///
    /// - Throws: `list.empty`, `list.unreadable`.
    func sheet(_ sense: Sheet.HeadingSense?) throws -> Sheet {
        let named = delimiterLine()
        let delimiter =
            named?.delimiter ?? DelimiterVote.winner(in: text.bytes, from: text.start)
        var records = RecordScanner(
            bytes: text.bytes, delimiter: delimiter, start: named?.end ?? text.start,
            line: named == nil ? 1 : 2)
        var table = ListTable(
            file: file, source: .text(text.encoding, separator: delimiter.character), sense: sense)
        while let record = records.next() {
            try table.take(record)
            records.expectedWidth = record.cells.count
        }
        return try table.finished(notes: text.isGuess ? [.encodingGuessed(text.encoding)] : [])
    }
}

extension DelimitedText {
    /// The delimiter that a first line `sep=X` names, and where the next line begins (CSV-3).
    ///
    /// Spreadsheets write it with and without quotes, in either case.
    private func delimiterLine() -> (delimiter: Delimiter, end: Int)? {
        let bytes = text.bytes
        let isEnd: (UInt8) -> Bool = { $0 == .lineFeed || $0 == .carriageReturn }
        var line = bytes[text.start...].prefix(8).prefix { !isEnd($0) }
        var end = line.endIndex
        if line.count > 1, line.first == .quote, line.last == .quote {
            line = line.dropFirst().dropLast()
        }
        guard line.count == 5, let byte = line.last, Self.isSign(byte),
            String(decoding: line.dropLast(), as: UTF8.self).lowercased() == "sep="
        else { return nil }
        if bytes[end...].starts(with: [.carriageReturn, .lineFeed]) { end += 1 }
        return (Delimiter(byte), min(end + 1, bytes.count))
    }

    /// Letters and digits stand in cells, a quote has its own meaning, and a control character would
    /// reach the screen in the preview.
    private static func isSign(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character == "\t" || character.isPunctuation && byte != .quote || character.isSymbol
    }
}
