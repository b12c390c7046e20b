import Convene

/// Where an SMTP server stands: `smtp://host[:port][/ehlo-name]` or `smtps://…`, read strictly.
///
/// Strictly, because the answer to "does this lead out of the machine?" hangs on it: no user name,
/// no escapes, no query, nothing that two readers could take for two hosts.
struct SMTPServer: Sendable, Equatable {
    /// Whether the connection is encrypted from its first byte (`smtps`, RFC 8314 §3.3).
    let isEncrypted: Bool
    /// A host name or IPv4 address, or an IPv6 address without its brackets; lower case.
    let host: String
    let port: Int
    /// The name that we greet with, from the path (ENV-12).
    let helloName: String?

    /// - Throws: `setting.invalid`
    init(_ url: String) throws {
        guard let schemeEnd = url.firstRange(of: "://"),
            let isEncrypted = Self.schemes[url[..<schemeEnd.lowerBound].lowercased()]
        else { throw Problem.mailURLInvalid }
        let rest = url[schemeEnd.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let (host, port) = try Self.hostAndPort(rest[..<slash])
        self.isEncrypted = isEncrypted
        self.host = host
        self.port = port ?? (isEncrypted ? 465 : 25)
        self.helloName = try Self.helloName(rest[slash...].dropFirst())
    }

    /// Whether mail to this server stays on this machine: 127.0.0.0/8, ::1 or localhost.
    var isLoopback: Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        let isLoopbackNet =
            numbers.count == 4 && numbers[0] == "127"
            && numbers.allSatisfy { $0.count <= 3 && UInt8($0) != nil }
        return isLoopbackNet || host == "::1" || host == "localhost"
    }

    /// The server as a person reads it, `relay.example.org:587`.
    var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The URL as libcurl wants it; the path is the name in EHLO.
    func url(greetingAs name: String) -> String {
        "\(isEncrypted ? "smtps" : "smtp")://\(self.name)/\(name)"
    }

    /// Whether this can stand after EHLO: a domain or an address literal (RFC 5321 §4.1.1.1).
    static func isHelloName(_ text: some StringProtocol) -> Bool {
        let isLiteral = text.hasPrefix("[") && text.hasSuffix("]")
        return !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy {
                isLetterOrDigit($0) || "-.".utf8.contains($0)
                    || (isLiteral && "[]:".utf8.contains($0))
            }
    }

    private static let schemes = ["smtp": false, "smtps": true]

    static func hostAndPort(_ text: Substring) throws -> (String, Int?) {
        let isBracketed = text.hasPrefix("[")
        let hostEnd =
            isBracketed
            ? text.firstIndex(of: "]").map(text.index(after:))
            : text.firstIndex(of: ":") ?? text.endIndex
        guard let hostEnd else { throw Problem.mailURLInvalid }
        let host = isBracketed ? text[..<hostEnd].dropFirst().dropLast() : text[..<hostEnd]
        let allowed = isBracketed ? ":." : "-."
        guard !host.isEmpty,
            host.utf8.allSatisfy({ isLetterOrDigit($0) || allowed.utf8.contains($0) })
        else { throw Problem.mailURLInvalid }
        return (host.lowercased(), try port(text[hostEnd...]))
    }

    private static func port(_ text: Substring) throws -> Int? {
        guard !text.isEmpty else { return nil }
        let digits = text.dropFirst()
        guard text.hasPrefix(":"), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let port = UInt16(digits), port > 0
        else { throw Problem.mailURLInvalid }
        return Int(port)
    }

    private static func helloName(_ path: Substring) throws -> String? {
        guard !path.isEmpty else { return nil }
        guard isHelloName(path) else { throw Problem.mailURLInvalid }
        return String(path)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
