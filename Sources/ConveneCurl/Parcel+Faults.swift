import Convene
import Glibc

extension Parcel {
    /// Why this mail can't be handed to an SMTP server as it is, in a sentence; nothing when it can.
    ///
    /// The composer keeps these rules; this is the second lock, because what is given is sent: an
    /// address with a line end becomes two commands (ENV-8), a bare line feed before a dot ends the
    /// mail early (ENV-16, ENV-17).
    var faultOnTheWire: String? {
        Self.fault(inAddress: sender.text, of: "sender")
            ?? Self.fault(inAddress: recipient.text, of: "recipient")
            ?? Self.fault(inBody: bytes)
    }

    /// Why the address can't stand in an SMTP command, or nothing.
    ///
    /// - Parameter role: `sender` or `recipient`, for the sentence.
    static func fault(inAddress address: String, of role: String) -> String? {
        guard !address.isEmpty else { return "The \(role)'s address is empty." }
        for byte in address.utf8 {
            switch byte {
            case 0x80...:
                return """
                    The \(role)'s address has letters beyond ASCII, which mail servers do not \
                    take as they are.
                    """
            case ...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"):
                return """
                    The \(role)'s address has a blank, an angle bracket or a control character \
                    in it; correct the address.
                    """
            default:
                continue
            }
        }
        return nil
    }

    /// Why these bytes can't follow DATA, naming the line counted from 1, or nothing (RFC 5321
    /// §2.3.8 and §4.5.3.1.6, RFC 5322 §2.1.1).
    static func fault(inBody bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { isClean($0) ? nil : fault(inBody: $0) }
    }

    /// The same without saying where; it is asked for every mail, and hardly ever no.
    private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress, bytes.last == lf, isASCII(bytes),
            memchr(start, 0, bytes.count) == nil
        else { return false }
        var line = start
        let end = start + bytes.count
        while case let left = line.distance(to: end), left > 0 {
            guard let found = memchr(line, Int32(lf), left),
                case let length = UnsafeRawPointer(line).distance(to: found) - 1,
                (0...longestLine).contains(length), line[length] == cr,
                memchr(line, Int32(cr), length) == nil
            else { return false }
            line += length + 2
        }
        return true
    }

    /// Whether these are bytes of 7 bits; looked at by eights.
    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        let eights = raw.count / 8 * 8
        var all: UInt64 = 0
        for offset in stride(from: 0, to: eights, by: 8) {
            all |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        return all & 0x8080_8080_8080_8080 == 0 && bytes[eights...].allSatisfy { $0 < 0x80 }
    }

    private static func fault(inBody bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.suffix(2).elementsEqual([cr, lf]) else {
            return "The mail does not end in a line end (CRLF)."
        }
        var line = 1
        var length = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == lf {
                guard previous == cr else { return "Line \(line) of the mail ends in a bare LF." }
                // The CR has been counted.
                guard length <= longestLine + 1 else {
                    return "Line \(line) of the mail is longer than \(longestLine) bytes."
                }
                line += 1
                length = 0
            } else {
                guard previous != cr else { return "Line \(line) of the mail has a bare CR." }
                guard (1...127).contains(byte) else {
                    return "Line \(line) of the mail has a byte beyond 7-bit text."
                }
                length += 1
            }
            previous = byte
        }
        return nil
    }

    /// Without its CRLF.
    private static let longestLine = 998
    private static let cr = UInt8(ascii: "\r")
    private static let lf = UInt8(ascii: "\n")
}
