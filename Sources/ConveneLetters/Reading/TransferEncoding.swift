/// Undoes the transfer encodings of RFC 2045 §6, as far as what is there can be read: what is broken
/// is passed over.
enum TransferEncoding {
    /// The content of a part, no more than so many octets of it as it is encoded.
    static func decoded(_ content: ArraySlice<UInt8>, _ name: String?, limit: Int) -> [UInt8] {
        let content = content.prefix(limit)
        return switch name?.lowercased().trimmed {
        case "base64": base64(content)
        case "quoted-printable": quotedPrintable(content)
        default: Array(content)
        }
    }

    /// Every character that is no digit of base64 is passed over, as RFC 2045 §6.8 wants it.
    static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, value) = (0, 0)
        for byte in text {
            if byte == UInt8(ascii: "=") {
                // What follows padding is another piece, or nothing.
                (bits, value) = (0, 0)
                continue
            }
            guard let digit = base64Digit(byte) else { continue }
            value = (value << 6 | digit) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(value >> bits & 0xFF))
            }
        }
        return bytes
    }

    /// - Parameter isHeader: of an encoded-word, in which an underscore is a blank (RFC 2047 §4.2).
    static func quotedPrintable(_ text: some Collection<UInt8>, isHeader: Bool = false) -> [UInt8] {
        let text = Array(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "="), index + 2 < text.count,
                let high = hexDigit(text[index + 1]), let low = hexDigit(text[index + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                index += 3
            } else if byte == UInt8(ascii: "="), let next = softBreak(text, after: index) {
                index = next
            } else {
                bytes.append(isHeader && byte == UInt8(ascii: "_") ? 32 : byte)
                index += 1
            }
        }
        return bytes
    }

    /// Where the text goes on after a soft line break, blanks before the line end included.
    private static func softBreak(_ text: [UInt8], after equals: Int) -> Int? {
        var index = equals + 1
        while index < text.count, text[index] == 32 || text[index] == 9 { index += 1 }
        guard index < text.count else { return index }
        if text[index] == 13 { index += 1 }
        if index < text.count, text[index] == 10 { return index + 1 }
        return text[index - 1] == 13 ? index : nil
    }

    private static func base64Digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 65...90: Int(byte) - 65
        case 97...122: Int(byte) - 71
        case 48...57: Int(byte) + 4
        case 43, 45: 62
        case 47, 95: 63
        default: nil
        }
    }

    private static func hexDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...70: Int(byte) - 55
        case 97...102: Int(byte) - 87
        default: nil
        }
    }
}
