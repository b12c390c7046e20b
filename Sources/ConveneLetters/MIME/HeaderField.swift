import Convene

/// One field of a mail's header: its name, and the words of its value between which it may be folded.
///
/// Whatever the words were made from, the field is one field: nothing but printable ASCII gets in
/// (MSG-5), and lines are folded at 76 octets where a word allows it (MSG-4; RFC 2047 §2).
struct HeaderField: Sendable, Equatable {
    let name: String
    let words: [String]

    /// A value of words that stand as they are.
    ///
    /// - Throws: `LetterFault.headerUnusable` when a word has anything but printable ASCII in it.
    init(_ name: String, _ words: [String]) throws(LetterFault) {
        let printable = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (32...126).contains($0) }
        }
        guard printable else { throw .headerUnusable(name) }
        self.name = name
        self.words = words
    }

    /// Free text, for example a subject: as it is where ASCII says it, else in encoded-words.
    init(_ name: String, text: String) throws(LetterFault) {
        let line = text.onOneLine
        let words = line.wordsBetweenBlanks
        if line.isPlainASCII, words.allSatisfy({ $0.utf8.count <= HeaderField.longestWord }) {
            try self.init(name, words)
        } else {
            try self.init(name, EncodedWord.words(line, first: HeaderField.room(after: name)))
        }
    }

    /// A mailbox: the address alone, or with the name that is shown for it (MSG-7).
    init(_ name: String, display: String = "", address: EmailAddress) throws(LetterFault) {
        let display = display.onOneLine
        guard !display.isEmpty else {
            try self.init(name, [address.text])
            return
        }
        try self.init(name, HeaderField.phrase(display, after: name) + ["<\(address.text)>"])
    }

    /// The field as it stands in a mail, folded and ended by CRLF.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func write(to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes += name.utf8
        bytes.append(UInt8(ascii: ":"))
        var column = bytes.count - start
        for (index, word) in words.enumerated() {
            let length = word.utf8.count + 1
            if index > 0, column + length > HeaderField.limit {
                bytes += [13, 10]
                column = 0
            }
            bytes.append(UInt8(ascii: " "))
            bytes += word.utf8
            column += length
        }
        bytes += [13, 10]
    }

    /// A display name: atoms as they are, specials in a quoted-string, all else in encoded-words.
    ///
    /// An encoded-word never stands in a quoted-string (RFC 2047 §5), so a name that needs one is
    /// encoded whole, and so is a long one, because not every program folds inside of quotes.
    private static func phrase(_ display: String, after name: String) -> [String] {
        let encoded = { EncodedWord.words(display, first: room(after: name)) }
        guard display.isPlainASCII, display.utf8.count <= longestWord else { return encoded() }
        if display.utf8.allSatisfy(isAtomText) {
            return display.wordsBetweenBlanks
        }
        let escaped = display.map { "\\\"".contains($0) ? "\\\($0)" : String($0) }
        let quoted = "\"" + escaped.joined() + "\""
        return quoted.utf8.count <= longestWord ? [quoted] : encoded()
    }

    private static func room(after name: String) -> Int { limit - name.utf8.count - 2 }

    private static let limit = 76
    private static let longestWord = 60
    /// `atext` of RFC 5322 §3.2.3, and the space between atoms.
    private static func isAtomText(_ octet: UInt8) -> Bool {
        switch octet {
        case 32, 48...57, 65...90, 97...122: true
        case 33, 35...39, 42, 43, 45, 47, 61, 63, 94...96, 123...126: true
        default: false
        }
    }
}

extension String {
    fileprivate var wordsBetweenBlanks: [String] {
        utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// Whether this can stand in a header as it is: printable ASCII, and nothing like an encoded-word.
    fileprivate var isPlainASCII: Bool {
        var previous: UInt8 = 0
        for byte in utf8 {
            guard (32...126).contains(byte), (previous, byte) != (61, 63) else { return false }
            previous = byte
        }
        return true
    }
}
