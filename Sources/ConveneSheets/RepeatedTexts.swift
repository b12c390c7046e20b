#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The texts of cells that say what another cell of their column has said: a list names the same
/// organisations, positions and countries again and again, and holds each once.
///
/// A column whose texts hardly ever come again, such as one of addresses, is not looked at any more.
struct RepeatedTexts {
    private struct Column {
        var looks = 0
        var finds = 0

        var isWorthwhile: Bool { looks < 4_096 || finds * 4 > looks }
    }

    private var columns: [Column] = []
    /// The texts by a number made of their last bytes; a newer one takes the place of an older.
    private var texts = [String](repeating: "", count: 4_096)

    /// Shorter ones are held in the cell itself.
    private static let lengths = 16...128

    /// The text of these bytes in a column; where none like it is held, it is made.
    mutating func text(_ bytes: Span<UInt8>, at column: Int) -> String {
        guard Self.lengths.contains(bytes.count) else { return CellText.string(bytes) }
        while columns.count <= column { columns.append(Column()) }
        guard columns[column].isWorthwhile else { return CellText.string(bytes) }
        columns[column].looks += 1
        let place = Self.place(of: bytes)
        if Self.isSame(texts[place], bytes) {
            columns[column].finds += 1
            return texts[place]
        }
        let text = CellText.string(bytes)
        texts[place] = text
        return text
    }

    /// A number made of the first and the last bytes, where texts of one kind differ.
    private static func place(of bytes: Span<UInt8>) -> Int {
        var hash = UInt64(bytes.count)
        for start in [0, bytes.count - 8] {
            // Eight bytes are there: no shorter text comes here.
            hash ^= bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
            hash &*= 0x9E37_79B9_7F4A_7C15
        }
        return Int(hash >> 52)
    }

    private static func isSame(_ text: String, _ bytes: Span<UInt8>) -> Bool {
        var text = text
        return text.withUTF8 { held in
            bytes.withUnsafeBufferPointer { bytes in
                guard held.count == bytes.count, let first = held.baseAddress,
                    let second = bytes.baseAddress
                else { return false }
                return memcmp(first, second, held.count) == 0
            }
        }
    }
}
