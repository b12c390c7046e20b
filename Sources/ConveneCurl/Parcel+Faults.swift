import Convene

extension Parcel {
    /// Why this mail can't be handed to an SMTP server as it is, in a sentence; nothing when it can.
    ///
    /// The composer keeps these rules; this is the second lock, because libcurl sends what it is
    /// given: an address with a line end becomes two commands (ENV-8), a bare line feed before a
    /// dot ends the mail early (ENV-16, ENV-17).
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
