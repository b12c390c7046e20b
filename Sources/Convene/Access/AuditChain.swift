import struct FoundationEssentials.Date

/// How the audit's entries hang together: each digest covers the one before it.
enum AuditChain {
    static func digest(
        after previous: [UInt8], at: Date, actor: Actor, act: AuditEntry.Act,
        subject: AuditEntry.Subject, detailsDigest: [UInt8], by digest: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        let line = [
            String(Int64((at.timeIntervalSince1970 * 1000).rounded())), actor.kind.rawValue,
            actor.name, act.rawValue, subject.kind.rawValue, String(subject.number),
        ].joined(separator: "\u{0}")
        return digest(previous + Array(line.utf8) + [0] + detailsDigest)
    }
}

/// What an audit entry says beside its act, as a JSON object of texts in the order given.
struct AuditDetails: ExpressibleByDictionaryLiteral {
    private var fields: [(String, String)]

    init(dictionaryLiteral elements: (String, String?)...) {
        fields = elements.compactMap { name, value in value.map { (name, $0) } }
    }

    init(_ fields: [(String, String)]) { self.fields = fields }

    subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }

    var json: String {
        var text = "{"
        for (index, field) in fields.enumerated() {
            text += index > 0 ? "," : ""
            text += JSONText.quoted(field.0) + ":" + JSONText.quoted(field.1)
        }
        return text + "}"
    }
}

/// The one way in which the domain writes a text of JSON.
enum JSONText {
    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
            return "\"" + text + "\""
        }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        default:
            guard scalar.value < 0x20 else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
