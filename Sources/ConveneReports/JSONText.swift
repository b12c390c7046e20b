/// A value as JSON (RFC 8259), the same bytes for the same value.
///
/// Keys stand in the order given. A result is readable and a line of it can be searched for: each
/// key of the whole has its line, and so has each record of a list; all else is on one line.
package struct JSONText {
    package let text: String

    package init(_ value: Value) {
        text = Self.outer(value) + "\n"
    }

    private static func outer(_ value: Value) -> String {
        guard case .record(let record) = value, !record.members.isEmpty else {
            return inline(value)
        }
        let lines = record.members.map { "  \(quoted($0.key)): \(listed($0.value))" }
        return "{\n\(lines.joined(separator: ",\n"))\n}"
    }

    /// A list of records with a line for each.
    private static func listed(_ value: Value) -> String {
        guard case .list(let values) = value, case .record = values.first else {
            return inline(value)
        }
        return "[\n\(values.map { "    " + inline($0) }.joined(separator: ",\n"))\n  ]"
    }

    private static func inline(_ value: Value) -> String {
        switch value {
        case .nothing: "null"
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .ratio(let ratio): ratio.flatMap(Decimals.share) ?? "null"
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[\(values.map(inline).joined(separator: ", "))]"
        case .record(let record):
            "{\(record.members.map { "\(quoted($0.key)): \(inline($0.value))" }.joined(separator: ", "))}"
        case .named(_, let value): inline(value)
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            // More than JSON demands, since the text may be read at a terminal.
            case _ where scalar.drivesTerminal: quoted += escaped(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
