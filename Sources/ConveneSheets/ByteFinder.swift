#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The next place of one byte in a text that is gone through from its beginning to its end.
///
/// It looks ahead as far as the next such byte, and not again before that is passed: a byte that
/// stands nowhere in a text is looked for once.
struct ByteFinder {
    private let byte: UInt8
    /// The last place found, or the end of the text.
    private var found = -1

    init(_ byte: UInt8) { self.byte = byte }

    /// The first place from an index on, or the end of the text.
    ///
    /// - Parameter index: Not before that of any earlier call.
    mutating func place(in text: Span<UInt8>, from index: Int) -> Int {
        if found < index { found = text.place(of: byte, from: index, to: text.count) }
        return found
    }
}

extension Span<UInt8> {
    /// The first place of a byte from an index on, or the end where there is none before it.
    func place(of byte: UInt8, from start: Int, to end: Int) -> Int {
        extracting(start..<end).withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, !bytes.isEmpty,
                let found = memchr(base, CInt(byte), bytes.count)
            else { return end }
            return start + (UnsafeRawPointer(found) - base)
        }
    }

    /// Whether all of it is ASCII.
    var isASCII: Bool {
        var seen: UInt64 = 0
        var index = 0
        while index + 8 <= count {
            seen |= bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < count {
            seen |= UInt64(self[index])
            index += 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
