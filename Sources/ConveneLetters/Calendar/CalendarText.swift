/// The text forms of RFC 5545: escaped values, quoted parameters, folded lines (ICS-15).
enum CalendarText {
    /// A value of type TEXT, with line feeds and no control character but the tab (§3.3.11).
    static func escaped(_ text: String) -> String {
        text.replacingScalars { scalar in
            switch scalar {
            case "\\", ";", ",": "\\\(scalar)"
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": "\\n"
            case "\t": nil
            default: scalar.breaksLine ? "" : nil
            }
        }
    }

    /// The value of a parameter, in quotes where its characters ask for them; a double quote can't
    /// be written in one, and becomes a single one (§3.2).
    static func parameter(_ text: String) -> String {
        let value = text.onOneLine.replacingScalars { $0 == "\"" ? "'" : nil }
        return value.utf8.contains { ":;,".utf8.contains($0) } ? "\"" + value + "\"" : value
    }

    /// The content lines, each in pieces of 75 octets at most and never cut inside a character
    /// (§3.1).
    static func folded(_ lines: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.count + lines.count / 25)
        lines.withUnsafeBufferPointer { lines in
            var (column, start) = (0, 0)
            for (index, byte) in lines.enumerated() {
                if byte == 13 || byte == 10 {
                    column = 0
                } else {
                    if column + width(of: byte) > 75, !isContinuation(byte) {
                        bytes.append(contentsOf: lines[start..<index])
                        bytes += [13, 10, 32]
                        (column, start) = (1, index)
                    }
                    column += 1
                }
            }
            bytes.append(contentsOf: lines[start...])
        }
        return bytes
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// How many octets the UTF-8 character has that begins with this one.
    private static func width(of byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    }
}
