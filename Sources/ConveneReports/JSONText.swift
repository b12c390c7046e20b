/// A value as JSON (RFC 8259), the same bytes for the same value.
///
/// Keys stand in the order given. A result is readable and a line of it can be searched for: each
/// key of the whole has its line, and so has each record of a list; all else is on one line.
package struct JSONText {
    package private(set) var text = ""

    package init(_ value: Value) {
        outer(value)
        text += "\n"
    }

    private mutating func outer(_ value: Value) {
        guard case .record(let record) = value, !record.members.isEmpty else {
            return inline(value)
        }
        text += "{\n"
        list(record.members, between: ",\n") { json, member in
            json.text += "  "
            json.key(member.key)
            json.listed(member.value)
        }
        text += "\n}"
    }

    /// A list of records with a line for each.
    private mutating func listed(_ value: Value) {
        guard case .list(let values) = value, case .record = values.first else {
            return inline(value)
        }
        text += "[\n"
        list(values, between: ",\n") { json, value in
            json.text += "    "
            json.inline(value)
        }
        text += "\n  ]"
    }

    private mutating func inline(_ value: Value) {
        switch value {
        case .nothing: text += "null"
        case .text(let text): quote(text)
        case .number(let number): text += String(number)
        case .ratio(let ratio): text += ratio.flatMap(Decimals.share) ?? "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .list(let values):
            text += "["
            list(values, between: ", ") { $0.inline($1) }
            text += "]"
        case .record(let record):
            text += "{"
            list(record.members, between: ", ") { json, member in
                json.key(member.key)
                json.inline(member.value)
            }
            text += "}"
        case .named(_, let value): inline(value)
        }
    }

    private mutating func list<Element>(
        _ elements: [Element], between separator: String,
        _ write: (inout JSONText, Element) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { text += separator }
            write(&self, element)
            isFirst = false
        }
    }

    private mutating func key(_ key: String) {
        quote(key)
        text += ": "
    }

    private mutating func quote(_ quoted: String) {
        text += "\""
        // Nearly every text is plain, and is then copied whole.
        if quoted.utf8.allSatisfy(Self.isPlain) {
            text += quoted
        } else {
            for scalar in quoted.unicodeScalars { add(scalar) }
        }
        text += "\""
    }

    /// A letter, digit or sign of ASCII that stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        // More than JSON demands, since the text may be read at a terminal.
        case _ where scalar.drivesTerminal: text += Self.escaped(scalar)
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
