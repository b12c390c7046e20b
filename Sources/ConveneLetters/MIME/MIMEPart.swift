/// A part of a mail with its own header, or several parts in one (RFC 2045, 2046).
struct MIMEPart: Sendable {
    let fields: [HeaderField]
    private let body: Body

    private enum Body: Sendable {
        /// The encoded content; lines end in CRLF.
        case content([UInt8])
        indirect case parts([MIMEPart], boundary: String)
    }

    /// Text in UTF-8.
    ///
    /// - Parameter type: the subtype, and parameters beside the charset: `["plain"]`,
    ///   `["calendar", "method=REQUEST"]`.
    static func text(_ type: [String], _ text: EncodedText) throws(LetterFault) -> MIMEPart {
        let words = (["text/" + type[0], "charset=utf-8"] + type.dropFirst()).asParameters
        return text.isQuotedPrintable
            ? try MIMEPart(
                words, encoding: "quoted-printable", body: .content(text.quotedPrintable))
            : try MIMEPart(words, encoding: "base64", body: .content(text.base64))
    }

    /// A file to be saved or opened (MSG-8).
    static func attachment(_ type: String, name: String, _ content: [UInt8]) throws(LetterFault)
        -> MIMEPart
    {
        try attachment(type, name: name, base64: Base64Lines.encoded(content))
    }

    static func attachment(_ type: String, name: String, base64 body: [UInt8])
        throws(LetterFault) -> MIMEPart
    {
        try MIMEPart(
            ([type] + FileName.parameters("name", name)).asParameters, encoding: "base64",
            body: .content(body),
            disposition: (["attachment"] + FileName.parameters("filename", name)).asParameters)
    }

    /// Several parts, told apart by a line that occurs in none of them (MSG-9).
    ///
    /// - Parameter boundary: at most 70 characters, with `=_` in it, which neither
    ///   quoted-printable nor base64 can bring forth.
    static func multipart(_ subtype: String, boundary: String, _ parts: [MIMEPart])
        throws(LetterFault) -> MIMEPart
    {
        let words = ["multipart/" + subtype, "boundary=\"\(boundary)\""].asParameters
        return try MIMEPart(words, encoding: "7bit", body: .parts(parts, boundary: boundary))
    }

    /// The header, an empty line, the content.
    func write(to bytes: inout [UInt8]) {
        for field in fields { field.write(to: &bytes) }
        bytes += "\r\n".utf8
        switch body {
        case .content(let content): bytes += content
        case .parts(let parts, let boundary):
            for part in parts {
                bytes += "--\(boundary)\r\n".utf8
                part.write(to: &bytes)
                bytes += "\r\n".utf8
            }
            bytes += "--\(boundary)--\r\n".utf8
        }
    }

    /// About how many octets it comes to.
    var size: Int {
        switch body {
        case .content(let content): content.count + Self.roomForFields
        case .parts(let parts, _): parts.reduce(Self.roomForFields) { $0 + $1.size }
        }
    }

    private static let roomForFields = 300

    private init(_ type: [String], encoding: String, body: Body, disposition: [String]? = nil)
        throws(LetterFault)
    {
        var fields = [
            try HeaderField("Content-Type", type),
            try HeaderField("Content-Transfer-Encoding", [encoding]),
        ]
        if let disposition { fields.append(try HeaderField("Content-Disposition", disposition)) }
        self.fields = fields
        self.body = body
    }
}

extension [String] {
    /// A value and its parameters, each but the last followed by a semicolon.
    fileprivate var asParameters: [String] { dropLast().map { $0 + ";" } + suffix(1) }
}
