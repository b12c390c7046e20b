import Foundation

/// A mail read by a parser that forgives nothing: what it takes, any program takes.
struct StrictMail {
    struct Field: Equatable {
        let name: String
        /// The value, unfolded.
        let value: String
    }

    enum Fault: Error, Equatable {
        case bareLineEnd, noHeaderEnd, longLine(Int), notASCII, blankFold, noName(String)
    }

    let fields: [Field]
    let body: String
    /// The mail as a mail server gets it.
    let text: String

    init(_ bytes: [UInt8]) throws {
        guard bytes.allSatisfy({ $0 < 128 }) else { throw Fault.notASCII }
        text = String(decoding: bytes, as: UTF8.self)
        let lines = try StrictMail.lines(of: bytes)
        guard let end = lines.firstIndex(of: "") else { throw Fault.noHeaderEnd }
        fields = try StrictMail.fields(lines[..<end])
        body = lines[(end + 1)...].joined(separator: "\r\n")
    }

    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    private static func lines(of bytes: [UInt8]) throws -> [String] {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        return try lines.enumerated().map { index, line in
            guard index == lines.count - 1 || line.last == 13 else { throw Fault.bareLineEnd }
            let content = line.dropLast(index == lines.count - 1 ? 0 : 1)
            guard !content.contains(13) else { throw Fault.bareLineEnd }
            guard content.count <= 998 else { throw Fault.longLine(content.count) }
            return String(decoding: content, as: UTF8.self)
        }
    }

    private static func fields(_ lines: ArraySlice<String>) throws -> [Field] {
        var fields: [Field] = []
        for line in lines {
            if line.hasPrefix(" ") || line.hasPrefix("\t"), let last = fields.popLast() {
                guard line.contains(where: { $0 != " " && $0 != "\t" }) else {
                    throw Fault.blankFold
                }
                fields.append(Field(name: last.name, value: last.value + line))
                continue
            }
            guard let colon = line.firstIndex(of: ":"),
                line[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
            else { throw Fault.noName(line) }
            fields.append(
                Field(
                    name: String(line[..<colon]),
                    value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)))
        }
        return fields
    }
}
