import Convene

/// Where an IMAP mailbox stands: `imap://host[:port][/folder]` or `imaps://…`, read as strictly as an
/// ``SMTPServer``.
struct IMAPServer: Sendable, Equatable {
    /// Whether the connection is encrypted from its first byte (`imaps`, RFC 8314 §3.2).
    let isEncrypted: Bool
    let host: String
    let port: Int
    let folder: String

    /// - Throws: `setting.invalid`
    init(_ url: String) throws {
        guard let schemeEnd = url.firstRange(of: "://"),
            let isEncrypted = Self.schemes[url[..<schemeEnd.lowerBound].lowercased()]
        else { throw Problem.mailboxURLInvalid }
        let rest = url[schemeEnd.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let folder = String(rest[slash...].dropFirst())
        // What stands here goes into a command between quotes.
        guard folder.utf8.count <= 250,
            folder.utf8.allSatisfy({ (32...126).contains($0) && $0 != 34 && $0 != 92 })
        else { throw Problem.mailboxURLInvalid }
        guard let (host, port) = try? SMTPServer.hostAndPort(rest[..<slash]) else {
            throw Problem.mailboxURLInvalid
        }
        self.isEncrypted = isEncrypted
        self.host = host
        self.port = port ?? (isEncrypted ? 993 : 143)
        self.folder = folder.isEmpty ? "INBOX" : folder
    }

    /// Whether it stands on this machine.
    var isLoopback: Bool {
        (try? SMTPServer("smtp://\(host.contains(":") ? "[\(host)]" : host)"))?.isLoopback ?? false
    }

    /// The server as a person reads it, `imap.example.org:993`.
    var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The URL as libcurl wants it, without the folder: choosing that is ours.
    var url: String { "\(isEncrypted ? "imaps" : "imap")://\(name)/" }

    private static let schemes = ["imap": false, "imaps": true]
}

extension Problem {
    static let mailboxURLInvalid = Problem(
        .settingInvalid,
        """
        mailbox.url is imaps://host[:port][/folder] or imap://host[:port][/folder], or the path of \
        a Maildir or an mbox; user and password have settings of their own.
        """)
}
