/// A part of a mail that is not made of parts: text, a report, a calendar entry, a file.
struct MailPart {
    let header: MailHeader
    let type: HeaderParameters
    /// Where it stands, as it is encoded.
    let content: Range<Int>
    /// Whether it is part of a mail within the mail: what comes back, or was forwarded.
    let isReturned: Bool
    /// The kind of report that it is part of, or an empty text where the report does not say.
    let report: String?
}

/// All parts of a mail, in their order, as far down and as many as any honest mail has.
struct MailParts {
    private(set) var parts: [MailPart] = []
    /// The headers of the mails within the mail.
    private(set) var returned: [MailHeader] = []
    private(set) var faults: [String] = []
    private let octets: MailOctets
    private var scanned = 0

    init(_ octets: MailOctets, _ header: MailHeader) {
        self.octets = octets
        let content = header.end..<octets.bytes.count
        read(
            Place(content: content, depth: 0, isReturned: false, report: nil), header,
            contentType(header["content-type"]))
    }

    private struct Place {
        var content: Range<Int>
        var depth: Int
        var isReturned: Bool
        var report: String?
    }

    private mutating func read(_ place: Place, _ header: MailHeader, _ type: HeaderParameters) {
        guard parts.count < Self.mostParts else {
            return note("It has more than \(Self.mostParts) parts.")
        }
        let isContainer = type.value.hasPrefix("multipart/") || type.value.isMessage
        guard isContainer, place.depth < Self.deepest else {
            if isContainer { note("Its parts are nested more than \(Self.deepest) deep.") }
            return add(place, header, type)
        }
        if type.value.isMessage {
            readMessage(place)
            add(place, header, type)
        } else if let boundary = type["boundary"], !boundary.isEmpty {
            var inner = place
            inner.depth += 1
            if type.value == "multipart/report" {
                inner.report = type["report-type"]?.lowercased() ?? ""
            }
            readMultipart(inner, boundary: boundary, isDigest: type.value == "multipart/digest")
        } else {
            note("It says that it has parts, and not where they begin.")
            add(place, header, contentType("text/plain"))
        }
    }

    private mutating func add(_ place: Place, _ header: MailHeader, _ type: HeaderParameters) {
        parts.append(
            MailPart(
                header: header, type: type, content: place.content, isReturned: place.isReturned,
                report: place.report))
    }

    private mutating func readMessage(_ place: Place) {
        let header = MailHeader(octets, in: place.content)
        returned.append(header)
        var inner = place
        inner.content = header.end..<place.content.upperBound
        inner.depth += 1
        inner.isReturned = true
        inner.report = nil
        read(inner, header, contentType(header["content-type"]))
    }

    private mutating func readMultipart(_ place: Place, boundary: String, isDigest: Bool) {
        for content in pieces(of: place.content, boundary: boundary) {
            let header = MailHeader(octets, in: content)
            var inner = place
            inner.content = header.end..<content.upperBound
            read(
                inner, header,
                contentType(header["content-type"] ?? (isDigest ? "message/rfc822" : nil)))
        }
    }

    /// What stands between the boundary's lines; the last piece may lack its end.
    private mutating func pieces(of range: Range<Int>, boundary: String) -> [Range<Int>] {
        scanned += range.count
        guard scanned <= Self.mostScanned else {
            note("It is too entangled to be read to its end.")
            return []
        }
        let mark = Array("--\(boundary.prefix(Self.longestBoundary))".utf8)
        var pieces: [Range<Int>] = []
        var start: Int?
        var index = range.lowerBound
        while index < range.upperBound, pieces.count < Self.mostParts {
            let (line, next) = octets.line(at: index, in: range)
            if octets.bytes[line].starts(with: mark) {
                let rest = octets.text(line).dropFirst(mark.count).trimmed
                if rest.isEmpty || rest == "--" {
                    if let start {
                        pieces.append(start..<max(start, index - lineEnd(before: index)))
                    }
                    start = rest.isEmpty ? next : nil
                    if !rest.isEmpty { return pieces }
                }
            }
            index = next
        }
        if let start, pieces.count < Self.mostParts { pieces.append(start..<range.upperBound) }
        return pieces
    }

    /// The line end before a boundary belongs to the boundary (RFC 2046 §5.1.1).
    private func lineEnd(before index: Int) -> Int {
        guard index > 0, octets.bytes[index - 1] == 10 else { return 0 }
        return index > 1 && octets.bytes[index - 2] == 13 ? 2 : 1
    }

    private mutating func note(_ fault: String) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    private func contentType(_ text: String?) -> HeaderParameters {
        HeaderParameters(text.map { $0.isEmpty ? "text/plain" : $0 } ?? "text/plain")
    }

    private static let deepest = 20
    private static let mostParts = 500
    private static let longestBoundary = 200
    /// Each level of nesting looks through its content once more.
    private static let mostScanned = 400 << 20
}

extension String {
    /// Whether it is the type of a mail within a mail.
    fileprivate var isMessage: Bool { self == "message/rfc822" || self == "message/global" }
}
