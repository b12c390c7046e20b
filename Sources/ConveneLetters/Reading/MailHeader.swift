import Convene

/// The fields of a mail's or a part's header, unfolded, with what follows it.
///
/// A line that is no field is passed over; what is more or longer than any honest header is not
/// kept.
struct MailHeader {
    private(set) var fields: [(name: String, value: String)] = []
    /// Where the content begins.
    private(set) var end: Int
    /// Whether there was more than is kept.
    private(set) var isCut = false

    init(_ octets: MailOctets, in range: Range<Int>) {
        end = range.upperBound
        var index = range.lowerBound
        var kept = 0
        while index < range.upperBound {
            let (line, next) = octets.line(at: index, in: range)
            index = next
            if line.isEmpty { break }
            let isFolded = octets.bytes[line.lowerBound] == 32 || octets.bytes[line.lowerBound] == 9
            guard kept < Self.mostOctets, fields.count < Self.mostFields else {
                isCut = true
                continue
            }
            kept += line.count
            if isFolded {
                fold(
                    octets.text(
                        line.clamped(to: line.lowerBound..<line.lowerBound + Self.longestLine)))
            } else {
                add(octets, line)
            }
        }
        end = index
    }

    /// The value of the first field of that name, in small letters.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    func all(_ names: Set<String>) -> [String] {
        fields.lazy.filter { names.contains($0.name) }.map(\.value)
    }

    private mutating func add(_ octets: MailOctets, _ line: Range<Int>) {
        guard let colon = octets.bytes[line].prefix(Self.longestName).firstIndex(of: 58),
            colon > line.lowerBound
        else { return }
        let name = octets.text(line.lowerBound..<colon).lowercased()
        let end = min(line.upperBound, colon + 1 + Self.longestLine)
        fields.append((name.trimmed, octets.text(colon + 1..<end).trimmed))
    }

    private mutating func fold(_ text: String) {
        guard let last = fields.indices.last, fields[last].value.utf8.count < Self.longestValue
        else { return }
        fields[last].value += " " + text.trimmed
    }

    private static let mostFields = 1000
    private static let mostOctets = 512 << 10
    private static let longestName = 100
    private static let longestLine = 8 << 10
    private static let longestValue = 32 << 10
}

/// A field of the kind of Content-Type: a word, and parameters by name.
struct HeaderParameters {
    /// In small letters.
    let value: String
    private let parameters: [String: String]

    init(_ text: String) {
        let parts = Self.parts(of: text)
        value = (parts.first ?? "").lowercased().trimmed
        var parameters: [String: String] = [:]
        for part in parts.dropFirst().prefix(50) {
            guard let equals = part.firstIndex(of: "=") else { continue }
            // `name*`, `name*0` and `name*0*` of RFC 2231 are one parameter in pieces.
            let name = part[..<equals].lowercased().trimmed.prefix { $0 != "*" }
            parameters[String(name), default: ""] += Self.unquoted(
                part[part.index(after: equals)...].trimmed)
        }
        self.parameters = parameters
    }

    subscript(_ name: String) -> String? { parameters[name] }

    /// Splits at semicolons that stand in no quotes.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var (isQuoted, isEscaped) = (false, false)
        for character in text.unicodeScalars {
            if character == ";", !isQuoted {
                parts.append(part)
                part = ""
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            part.unicodeScalars.append(character)
        }
        return parts + [part]
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\"") else { return text }
        var value = ""
        var isEscaped = false
        for character in text.unicodeScalars.dropFirst() {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else if !isEscaped, character == "\"" {
                break
            } else {
                value.unicodeScalars.append(character)
                isEscaped = false
            }
        }
        return value
    }
}
