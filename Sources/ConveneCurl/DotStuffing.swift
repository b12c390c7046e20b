/// What a mail is on the wire between DATA and the server's word on it (RFC 5321 §4.5.2).
enum DotStuffing {
    /// The mail with a second dot where a line begins with one, and with the dot that ends it.
    ///
    /// - Parameter mail: lines that end in CRLF, and nowhere else hold a line feed.
    static func ended(_ mail: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(mail.count + 64)
        mail.withUnsafeBufferPointer { mail in
            var (copied, searched) = (0, 0)
            while let found = mail[searched...].firstIndex(of: dot) {
                if found == 0 || mail[found - 1] == lineFeed {
                    bytes.append(contentsOf: mail[copied..<found])
                    bytes.append(dot)
                    copied = found
                }
                searched = found + 1
            }
            bytes.append(contentsOf: mail[copied...])
        }
        // The last line end is the mail's own.
        return bytes + end.dropFirst(2)
    }

    /// What a server knows the end of a mail by.
    static let end: [UInt8] = [13, lineFeed, dot, 13, lineFeed]

    private static var dot: UInt8 { UInt8(ascii: ".") }
    private static var lineFeed: UInt8 { 10 }
}
