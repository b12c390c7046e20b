import Convene

/// The text of a file as UTF-8, whatever it was before (CSV-1).
struct DecodedText {
    /// Valid UTF-8.
    let bytes: [UInt8]
    /// The first byte behind the byte order mark (CSV-2).
    let start: Int
    let encoding: Sheet.Encoding
    /// Whether the file itself can't say how it is encoded: that was concluded from what the letters
    /// make of the words, and somebody should look at the preview.
    var isGuess = false

    /// - Parameter named: How the user says that it is encoded; otherwise that is found out.
    /// - Throws: `list.unreadable` when it is no text, in no encoding that can be told, or not in the
    ///   one that is named.
    init(_ file: [UInt8], name: String, named: Sheet.Encoding? = nil) throws {
        if let named {
            try self.init(file, name, in: named)
        } else if let wide = WideText(of: file) {
            try self.init(wide, file, name)
        } else {
            try Self.checkZeros(in: file, name)
            if UTF8Check.isValid(file) {
                self.init(utf8: file)
            } else {
                try self.init(guessing: file, name)
            }
        }
        guard !SheetFormat.isMarkup(bytes[start...]) else {
            throw Problem.listForeign(name, seemsToBe: .markup)
        }
    }

    private init(utf8 file: [UInt8]) {
        bytes = file
        start = file.starts(with: Self.mark) ? Self.mark.count : 0
        encoding = .utf8
    }

    private init(_ wide: WideText, _ file: [UInt8], _ name: String) throws {
        guard let text = wide.decoded(file) else {
            throw Problem.listForeign(name, seemsToBe: .binary)
        }
        try Self.checkZeros(in: text, name)
        bytes = text
        start = 0
        encoding = .utf16
    }

    private init(_ page: CodePage, _ file: [UInt8]) {
        bytes = page.decoded(file)
        start = 0
        encoding = page.encoding
    }

    private init(guessing file: [UInt8], _ name: String) throws {
        if let place = UTF8Check.mixture(in: file) {
            throw Problem.listMixed(name, line: place.line, character: place.character)
        }
        guard !file.starts(with: Self.mark), let page = CodePageVote.winner(for: file) else {
            throw Problem.listForeign(name, seemsToBe: .codePage)
        }
        self.init(page, file)
        isGuess = true
    }

    /// What the file says of itself goes before what the user says of it.
    private init(_ file: [UInt8], _ name: String, in encoding: Sheet.Encoding) throws {
        let marked: Sheet.Encoding? =
            file.starts(with: Self.mark) ? .utf8 : WideText(markOf: file).map { _ in .utf16 }
        if let marked, marked != encoding { throw Problem.listMarked(name, marked) }
        switch CodePage(of: encoding) {
        case let page?:
            try Self.checkZeros(in: file, name)
            if let stranger = file.firstIndex(where: { page.scalar($0) == nil }) {
                throw Problem.list(name, isNotIn: encoding, at: .init(of: stranger, in: file))
            }
            self.init(page, file)
        case nil where encoding == .utf16:
            try self.init(WideText(of: file) ?? .littleEndian(start: 0), file, name)
        case nil:
            try Self.checkZeros(in: file, name)
            if let stranger = UTF8Check.firstInvalid(in: file) {
                throw Problem.list(name, isNotIn: encoding, at: .init(of: stranger, in: file))
            }
            self.init(utf8: file)
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func checkZeros(in bytes: [UInt8], _ name: String) throws {
        // The least of each piece first, which takes a fraction of the time of a search.
        let pieces = stride(from: 0, to: bytes.count, by: 4_096).lazy.map { start in
            start..<min(start + 4_096, bytes.count)
        }
        let piece = pieces.first { piece in
            bytes.withUnsafeBufferPointer { $0[piece].reduce(UInt8.max) { min($0, $1) } } == 0
        }
        guard let piece, let zero = bytes[piece].firstIndex(of: 0) else { return }
        let place = UTF8Check.Place(of: zero, in: bytes)
        throw Problem.listZeroByte(name, line: place.line, character: place.character)
    }
}

/// Text of two bytes a character, as “Unicode text” of a spreadsheet program is (RFC 2781).
private enum WideText {
    case littleEndian(start: Int), bigEndian(start: Int)

    init?(markOf bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .littleEndian(start: 2)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .bigEndian(start: 2)
        } else {
            return nil
        }
    }

    /// Known by its mark, or without one by the zero bytes of the separators, digits and line ends,
    /// which are at every other place.
    init?(of bytes: [UInt8]) {
        if let marked = WideText(markOf: bytes) {
            self = marked
        } else {
            let head = bytes.prefix(4_096)
            var zeros = [0, 0]
            for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
            let many = max(1, head.count / 40)
            guard bytes.count.isMultiple(of: 2), max(zeros[0], zeros[1]) >= many,
                min(zeros[0], zeros[1]) == 0
            else { return nil }
            self = zeros[1] > 0 ? .littleEndian(start: 0) : .bigEndian(start: 0)
        }
    }

    /// Nothing when it has half a character.
    func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        let (start, isLittle) =
            switch self {
            case .littleEndian(let start): (start, true)
            case .bigEndian(let start): (start, false)
            }
        guard (bytes.count - start).isMultiple(of: 2) else { return nil }
        let units = stride(from: start, to: bytes.count, by: 2).lazy.map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 4)
        let hasFault = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
            into: { text.append($0) })
        return hasFault ? nil : text
    }
}
