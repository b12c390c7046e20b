/// A text in which marks stand for the person, cut at them once, so that it is quickly filled in.
struct SheetText: Sendable {
    private let pieces: [Piece]
    private let length: Int

    init(_ text: String) {
        var pieces: [Piece] = []
        var start = text.startIndex
        for index in text.unicodeScalars.indices {
            guard let mark = Piece(mark: text.unicodeScalars[index]) else { continue }
            pieces += [.text(String(text[start..<index])), mark]
            start = text.unicodeScalars.index(after: index)
        }
        self.pieces = pieces + [.text(String(text[start...]))]
        length = text.utf8.count
    }

    /// Whether it says anything of the person.
    var isPersonal: Bool { pieces.count > 1 }

    /// The text to somebody. Their fields go in as they are: escape them before where that is due.
    func filled(for addressee: Addressee) -> String {
        var text = ""
        text.reserveCapacity(
            length + addressee.salutation.utf8.count + addressee.name.utf8.count)
        for piece in pieces {
            switch piece {
            case .text(let piece): text += piece
            case .salutation: text += addressee.salutation
            case .name: text += addressee.name
            }
        }
        return text
    }

    private enum Piece: Sendable {
        case text(String)
        case salutation, name

        init?(mark: Unicode.Scalar) {
            switch mark {
            case TemplateMarks.salutation: self = .salutation
            case TemplateMarks.name: self = .name
            default: return nil
            }
        }
    }
}
