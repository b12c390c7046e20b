/// What stands between the cells of a row.
enum Delimiter: Equatable {
    case comma, semicolon, tab, bar
    /// One that the file names itself, in a line `sep=X`.
    case other(Unicode.Scalar)
    /// The list has one column, and commas in it are text.
    case none

    /// Those that are looked for, in the order in which they are believed.
    static let usual: [Delimiter] = [.comma, .semicolon, .tab, .bar]

    init(_ byte: UInt8) {
        self = Self.usual.first { $0.byte == byte } ?? .other(Unicode.Scalar(byte))
    }

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        case .other(let scalar): UInt8(truncatingIfNeeded: scalar.value)
        // No text in UTF-8 has this byte, so nothing is divided.
        case .none: 0xFF
        }
    }

    /// The same as a character; nothing where there is one column.
    var character: Character? { self == .none ? nil : Character(Unicode.Scalar(byte)) }
}
