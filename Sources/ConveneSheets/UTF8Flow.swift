/// A look at UTF-8 that comes in pieces, which may end within a character.
struct UTF8Flow {
    /// The beginning of a character whose rest comes with the next piece.
    private var pending: [UInt8] = []

    /// Whether the last character is whole.
    var isWhole: Bool { pending.isEmpty }

    /// Whether what has come so far is UTF-8, without zero bytes.
    mutating func takes(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while let lead = pending.first, start < piece.count {
            pending.append(piece[start])
            start += 1
            guard pending.count == Self.length(lead) else { continue }
            guard String(validating: pending, as: UTF8.self) != nil else { return false }
            pending = []
        }
        let end = Self.whole(piece, from: start)
        pending += piece[end...]
        let text = UnsafeBufferPointer(rebasing: piece[start..<end])
        guard text.reduce(UInt8.max, { min($0, $1) }) > 0 || text.isEmpty else { return false }
        return (try? UTF8Span(validating: text.span)) != nil
    }

    /// Where the last character ends that is whole.
    private static func whole(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        for back in 1...3 where piece.count - back >= start {
            let byte = piece[piece.count - back]
            if byte >= 0xC0 { return length(byte) > back ? piece.count - back : piece.count }
            if byte < 0x80 { break }
        }
        return piece.count
    }

    private static func length(_ lead: UInt8) -> Int {
        lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    }
}
