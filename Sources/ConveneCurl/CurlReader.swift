/// What the other side of a connection says: lines, and octets where it has said how many.
struct CurlReader {
    let stream: CurlStream
    /// The most octets that a line may have before its end comes.
    private let longestLine: Int
    private var buffer: [UInt8] = []
    private var start = 0

    init(_ stream: CurlStream, longestLine: Int) {
        self.stream = stream
        self.longestLine = longestLine
    }

    /// The next line, without the CR LF or LF that ends it.
    mutating func line(until deadline: ContinuousClock.Instant) throws(CurlStream.Failure)
        -> ArraySlice<UInt8>
    {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 10) {
                defer { start = end + 1 }
                let line = buffer[start..<end]
                return line.last == 13 ? line.dropLast() : line
            }
            guard buffer.count - start <= longestLine else { throw .endless }
            searched = buffer.count - start
            try fill(until: deadline)
        }
    }

    /// What comes next, as much as is there: one octet at least, and at most so many.
    mutating func octets(atMost count: Int, until deadline: ContinuousClock.Instant)
        throws(CurlStream.Failure) -> ArraySlice<UInt8>
    {
        if start == buffer.count { try fill(until: deadline) }
        let piece = buffer[start...].prefix(count)
        start += piece.count
        return piece
    }

    private mutating func fill(until deadline: ContinuousClock.Instant)
        throws(CurlStream.Failure)
    {
        buffer.removeFirst(start)
        start = 0
        try stream.receive(into: &buffer, until: deadline)
    }
}
