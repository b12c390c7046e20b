import Convene

/// One text of a sheet, made ready for the mails of all who share it: the lines that say the same to
/// everybody are laid out and encoded once, those with a mark or a link for each mail.
struct TextPlate: Sendable {
    /// What becomes of the lines before they are encoded; it looks at each for itself.
    typealias Layout = @Sendable ([UInt8]) -> [UInt8]
    private let pieces: [Piece]
    private let layout: Layout

    private enum Piece: Sendable {
        case same(EncodedLines)
        case own(SheetText)
    }

    /// - Throws: `LetterFault`
    init(_ text: SheetText, layout: @escaping Layout = { $0 }) throws(LetterFault) {
        var pieces: [Piece] = []
        var same: [UInt8] = []
        let keep = { () throws(LetterFault) in
            guard !same.isEmpty else { return }
            pieces.append(.same(EncodedLines(layout(try MailText.bytes(same, link: nil)))))
            same = []
        }
        for line in text.marked.utf8.lines {
            let own = SheetText(String(decoding: line, as: UTF8.self))
            // Not by the library's search for a text in a text, which takes as long as all the rest.
            let needsLink = (try? MailText.bytes(Array(line), link: nil)) == nil
            guard needsLink || !own.fields.isEmpty else {
                same += line
                continue
            }
            try keep()
            pieces.append(.own(own))
        }
        try keep()
        self.pieces = pieces
        self.layout = layout
    }

    /// The text of one mail.
    ///
    /// - Throws: `LetterFault.linkMissing` when it has a place for the link and there is none.
    func text(fields: [String], link: String?) throws(LetterFault) -> EncodedText {
        var lines: [EncodedLines] = []
        lines.reserveCapacity(pieces.count)
        for piece in pieces {
            switch piece {
            case .same(let same): lines.append(same)
            case .own(let own):
                let text = try MailText.bytes(own.octets(with: fields), link: link)
                lines.append(EncodedLines(layout(text)))
            }
        }
        return EncodedText(lines)
    }
}

/// Some lines of a text, and the same in quoted-printable. But for the last of a text they end in
/// CRLF, so that each can be encoded for itself.
struct EncodedLines: Sendable {
    let content: [UInt8]
    let quotedPrintable: [UInt8]

    init(_ content: [UInt8]) {
        self.content = content
        quotedPrintable = QuotedPrintable.encoded(content)
    }
}

/// A text of a mail in the encoding that comes out shorter (MSG-10).
struct EncodedText: Sendable {
    private let lines: [EncodedLines]
    let isQuotedPrintable: Bool

    init(_ lines: [EncodedLines]) {
        self.lines = lines
        let base64 = Base64Lines.length(of: lines.reduce(0) { $0 + $1.content.count })
        isQuotedPrintable = lines.reduce(0) { $0 + $1.quotedPrintable.count } <= base64
    }

    var base64: [UInt8] { Base64Lines.encoded(joined(\.content)) }
    var quotedPrintable: [UInt8] { joined(\.quotedPrintable) }

    private func joined(_ part: (EncodedLines) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + part($1).count })
        for line in lines { bytes += part(line) }
        return bytes
    }
}

extension String.UTF8View {
    /// The lines, each with its line feed.
    fileprivate var lines: [SubSequence] {
        var lines: [SubSequence] = []
        var rest = self[...]
        while let end = rest.firstIndex(of: 10) {
            lines.append(rest[...end])
            rest = rest[index(after: end)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }
}
