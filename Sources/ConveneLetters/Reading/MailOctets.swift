#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The octets of a mail, looked at line by line and never copied.
struct MailOctets {
    let bytes: [UInt8]

    var whole: Range<Int> { 0..<bytes.count }

    /// The line that begins there, without its end, and where the next one begins.
    func line(at start: Int, in range: Range<Int>) -> (content: Range<Int>, next: Int) {
        let end = lineFeed(from: start, to: range.upperBound)
        var last = end
        if last > start, bytes[last - 1] == 13 { last -= 1 }
        return (start..<last, min(end + 1, range.upperBound))
    }

    func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[range].starts(with: $0) }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func lineFeed(from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = memchr(base + start, 10, end - start)
            else { return end }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }
}
