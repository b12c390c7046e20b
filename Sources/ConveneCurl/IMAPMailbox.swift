package import Convene

/// A mailbox over IMAP (RFC 3501), through libcurl: it makes the connection, the encryption and the
/// login; what is said after that is ours.
///
/// The folder is opened with EXAMINE, so nothing in it can change: no mail is marked as read.
package struct IMAPMailbox: Mailbox {
    package let name: String
    let server: IMAPServer
    let login: MailLogin?
    let startTLS: SMTPAccount.StartTLS
    let authority: String?
    let patience: Duration

    /// - Parameters:
    ///   - startTLS: when not said, required, except on this machine.
    ///   - authority: a file of certificates (PEM) to trust instead of the system's.
    ///   - patience: how long the server may say nothing.
    /// - Throws: `setting.invalid`, also for a password that would travel in the clear.
    package init(
        url: String, login: MailLogin? = nil,
        startTLS: SMTPAccount.StartTLS? = nil, authority: String? = nil,
        patience: Duration = .seconds(120)
    ) throws {
        server = try IMAPServer(url)
        self.login = login
        self.startTLS =
            server.isEncrypted ? .never : startTLS ?? (server.isLoopback ? .never : .required)
        self.authority = authority
        self.patience = patience
        name =
            "\(server.isEncrypted ? "imaps" : "imap")://\(login.map { $0.user + "@" } ?? "")"
            + "\(server.name)/\(server.folder)"
        try login?.check(in: "mailbox")
        guard login == nil || server.isEncrypted || self.startTLS == .required || server.isLoopback
        else { throw Problem.mailPasswordInClear }
    }

    package static func isAddress(_ text: String) -> Bool {
        text.lowercased().hasPrefix("imap://") || text.lowercased().hasPrefix("imaps://")
    }

    /// Whether it stands on this machine, as a rehearsal's must.
    package static func isLoopback(_ url: String) -> Bool {
        (try? IMAPServer(url))?.isLoopback ?? false
    }

    /// - Throws: `mailbox.unreadable`
    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        let reading = IMAPReading(self)
        try await reading.open(after: memory)
        return reading
    }
}

extension Problem {
    /// - Parameter reason: what is wrong, as the end of a sentence.
    static func mailboxUnreadable(_ server: IMAPServer, _ reason: String) -> Problem {
        Problem(
            .mailboxUnreadable,
            "The mailbox \(server.folder) on \(server.name) can't be read: \(reason)")
    }
}
