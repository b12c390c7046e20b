package import struct FoundationEssentials.Date

/// What somebody who has completed an event can show for it.
///
/// It has a number, which stands on it and by which anybody can have it verified, and a secret link
/// in the mail, by which its holder opens it. What it certifies is not kept here: it is what the
/// attendance log says whenever it is looked at.
package struct Certificate: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Certificate>

    package var id: ID
    package var registration: Registration.ID
    /// `K7Q2-M9XA-3RTP-W8NC`: 80 random bits, so that nobody finds one by trying.
    package var number: String
    package var madeAt: Date

    package init(id: ID = ID(0), registration: Registration.ID, number: String, madeAt: Date) {
        self.id = id
        self.registration = registration
        self.number = number
        self.madeAt = madeAt
    }

    /// A number from 10 random octets.
    static func number(from bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        var (bits, value) = (0, 0)
        for byte in bytes {
            value = (value << 8 | Int(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                if !digits.isEmpty, digits.count % 5 == 4 { digits.append(UInt8(ascii: "-")) }
                digits.append(alphabet[value >> bits & 31])
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// A number as somebody typed it: in small letters, without hyphens, O for 0 and I or L for 1.
    static func number(typed text: String) -> String {
        let digits = text.uppercased().unicodeScalars.compactMap { scalar -> Character? in
            switch scalar {
            case "O": "0"
            case "I", "L": "1"
            case "A"..."Z", "0"..."9": Character(scalar)
            default: nil
            }
        }
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
    }

    /// Crockford's base 32: no letter that could be taken for a digit, or makes a word.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

/// The book of certificates.
package protocol CertificateLedger {
    func certificate(of registration: Registration.ID) throws -> Certificate?
    func certificate(number: String) throws -> Certificate?
    /// The certificate that a link leads to, by the hash of its token, and since when it does.
    func certificate(linkHash: [UInt8]) throws -> (certificate: Certificate, linkMadeAt: Date)?
    func certificates(at event: Event.ID) throws -> [Registration.ID: Certificate]
    func insert(_ certificate: Certificate) throws -> Certificate.ID
    func insert(linkHash: [UInt8], of certificate: Certificate.ID, at: Date) throws
}
