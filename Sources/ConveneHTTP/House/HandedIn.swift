import Hummingbird
import NIOCore

/// What a form with files brought: `multipart/form-data`, RFC 7578.
struct HandedIn: Sendable {
    let form: FormData
    private let files: [String: File]

    /// A file as it was handed in; its name is whatever the browser says.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    /// The file of a field; nothing where none was chosen.
    subscript(_ field: String) -> File? {
        files[field].flatMap { $0.name.isEmpty && $0.bytes.isEmpty ? nil : $0 }
    }

    /// Reads the body of a request.
    ///
    /// - Throws: HTTP 413 where it is too long, 415 where it is no such form, 400 where it can't be
    ///   read.
    init(of request: Request, limit: Int) async throws {
        guard let boundary = Self.boundary(in: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let body = try await request.body.collect(upTo: limit)
        try self.init(Array(body.readableBytesView), boundary: boundary)
    }

    /// - Throws: HTTP 400 for what is no such form, or has more than 100 parts.
    init(_ body: [UInt8], boundary: String) throws {
        var fields: [String: [String]] = [:]
        var files: [String: File] = [:]
        let parts = try Self.parts(of: body, by: boundary)
        guard parts.count <= 100 else { throw HTTPError(.badRequest) }
        for range in parts {
            let part = try Part(body[range])
            if let file = part.fileName {
                files[part.name] = File(name: file, bytes: Array(part.content))
            } else if let text = String(validating: part.content, as: UTF8.self) {
                fields[part.name, default: []].append(text)
            } else {
                throw HTTPError(.badRequest)
            }
        }
        form = FormData(fields)
        self.files = files
    }

    /// The boundary that a content type names.
    static func boundary(in type: String) -> String? {
        let parts = type.split(separator: ";").map(\.withoutBlanksAtEnds)
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.dropFirst().first(where: {
                $0.lowercased().hasPrefix("boundary=")
            })
        else { return nil }
        let boundary = parameter.dropFirst(9).filter { $0 != "\"" }
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    /// Where the parts lie between their boundaries, RFC 2046 §5.1.1.
    private static func parts(of body: [UInt8], by boundary: String) throws -> [Range<Int>] {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary may stand at the very beginning.
        var places = body.starts(with: delimiter.dropFirst(2)) ? [-2] : []
        places += body.places(of: delimiter)
        guard let last = places.last else { throw HTTPError(.badRequest) }
        let end = last + delimiter.count
        guard body[end...].starts(with: Array("--".utf8)) else { throw HTTPError(.badRequest) }
        return try zip(places, places.dropFirst()).map { first, next in
            let start = first + delimiter.count + 2
            guard start <= next, body[start - 2] == 13, body[start - 1] == 10 else {
                throw HTTPError(.badRequest)
            }
            return start..<next
        }
    }
}

/// One part: what its head says, and what follows after an empty line.
private struct Part {
    let name: String
    /// Nothing for a field that is no file.
    let fileName: String?
    let content: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) throws {
        let mark = Array("\r\n\r\n".utf8)
        guard let end = Array(bytes.prefix(4000)).places(of: mark).first,
            let head = String(validating: bytes.prefix(end), as: UTF8.self),
            let line = head.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }),
            let name = Self.parameter("name", of: line)
        else { throw HTTPError(.badRequest) }
        self.name = name
        fileName = Self.parameter("filename", of: line).map {
            String($0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
        }
        content = bytes[(bytes.startIndex + end + mark.count)...]
    }

    /// A parameter in quotation marks, as browsers write it: the HTML Standard's encoding of it.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        let mark = " \(name)=\""
        guard let start = line.range(of: mark) else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
            .replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

extension [UInt8] {
    /// Where a pattern begins; places don't overlap.
    fileprivate func places(of pattern: [UInt8]) -> [Int] {
        guard let first = pattern.first else { return [] }
        var places: [Int] = []
        withUnsafeBufferPointer { bytes in
            var index = 0
            while index + pattern.count <= bytes.count {
                if bytes[index] == first,
                    bytes[index..<index + pattern.count].elementsEqual(pattern)
                {
                    places.append(index)
                    index += pattern.count
                } else {
                    index += 1
                }
            }
        }
        return places
    }
}
