/// The letters and digits of base 32 in small letters, RFC 4648 §6, without padding.
enum Base32 {
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    static func isDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (50...55).contains(byte)
    }

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (bits, value) = (0, 0)
        for byte in bytes {
            value = (value << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[value >> bits & 31])
            }
        }
        if bits > 0 { text.append(digits[value << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a text in capital or small letters stands for; nothing where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, value) = (0, 0)
        for byte in text.lowercased().utf8 {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            value = (value << 5 | digit) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: value >> bits))
            }
        }
        return bytes
    }

    static func text(_ number: Int64) -> String {
        var text: [UInt8] = []
        var rest = UInt64(bitPattern: number)
        repeat {
            text.append(digits[Int(rest & 31)])
            rest >>= 5
        } while rest > 0
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    static func number(_ text: some Collection<UInt8>) -> Int64? {
        guard (1...12).contains(text.count) else { return nil }
        var number: Int64 = 0
        for byte in text {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            number = number << 5 | Int64(digit)
        }
        return number
    }
}
