import Convene

/// A list as delimited text in UTF-8: CSV, TSV and their kin.
struct DelimitedText {
    let bytes: [UInt8]
    /// The first byte behind the byte order mark.
    let start: Int
    /// The file's name, for the sentences.
    let file: String

    /// The list: its headings are the first record that is not blank.
    ///
    /// - Throws: `list.empty`, `list.unreadable`.
    func sheet() throws -> Sheet {
        let named = delimiterLine()
        let delimiter = named?.delimiter ?? DelimiterVote.winner(in: bytes, from: start)
        var records = RecordScanner(
            bytes: bytes, delimiter: delimiter, start: named?.end ?? start,
            line: named == nil ? 1 : 2)

        let headings = try headings(&records, delimiter)
        records.expectedWidth = headings.count
        var sheet = Sheet(
            file: file, reading: "UTF-8, \(delimiter.reading)", headings: headings, rows: [])
        while let record = records.next() {
            if record.isEmpty { continue }
            try add(record, to: &sheet, delimiter)
        }
        guard !sheet.rows.isEmpty || !sheet.faults.isEmpty else {
            throw Problem.listHeadingsOnly(file)
        }
        return sheet
    }

    private func headings(
        _ records: inout RecordScanner, _ delimiter: Delimiter
    ) throws -> [String] {
        while let record = records.next() {
            if record.isEmpty { continue }
            guard record.width <= SheetLimit.columns else {
                throw Problem.listTooWide(file, columns: record.width)
            }
            if let flaw = record.flaw {
                throw Problem.listHeadingsBroken(file, fault: Fault(flaw, headings: []))
            }
            return record.cells
        }
        throw Problem.listEmpty(file)
    }

    private func add(_ record: Record, to sheet: inout Sheet, _ delimiter: Delimiter) throws {
        guard sheet.rows.count + sheet.faults.count < SheetLimit.rows else {
            throw Problem.listTooLong(file)
        }
        let width = sheet.headings.count
        if let flaw = record.flaw {
            sheet.faults.append(Fault(flaw, headings: sheet.headings))
        } else if record.width > width {
            sheet.faults.append(Fault(tooWide: record, headings: width, delimiter))
        } else {
            var cells = record.cells
            while cells.count < width { cells.append("") }
            sheet.rows.append(Sheet.Row(line: record.line, cells: cells))
        }
    }
}

extension DelimitedText {
    /// The delimiter that a first line `sep=X` names, and where the next line begins (CSV-3).
    ///
    /// Spreadsheets write it with and without quotes, in either case.
    private func delimiterLine() -> (delimiter: Delimiter, end: Int)? {
        let isEnd: (UInt8) -> Bool = { $0 == .lineFeed || $0 == .carriageReturn }
        var line = bytes[start...].prefix(8).prefix { !isEnd($0) }
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
