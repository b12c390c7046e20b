package import Convene

/// Where mail goes, decided by the scheme of `mail.url`.
package enum MailRoute {
    /// The mailer for `smtp://`, `smtps://` or `file:`. Nothing is connected or written yet.
    ///
    /// What follows the URL matters to the SMTP forms only; see ``SMTPAccount``.
    ///
    /// - Throws: `setting.invalid`
    package static func mailer(
        for url: String, user: String? = nil, password: String? = nil,
        startTLS: SMTPAccount.StartTLS? = nil, connections: Int = 4,
        mailsPerConnection: Int = 100, helloName: String? = nil, authority: String? = nil,
        timeouts: SMTPAccount.Timeouts = SMTPAccount.Timeouts()
    ) throws -> any Mailer {
        if DirectoryMailer.isFolderURL(url) { return try DirectoryMailer(url) }
        return CurlMailer(
            try SMTPAccount(
                url: url, user: user, password: password, startTLS: startTLS,
                connections: connections, mailsPerConnection: mailsPerConnection,
                helloName: helloName, authority: authority, timeouts: timeouts))
    }

    /// Whether mail sent there stays on this machine, as a rehearsal's must: `file:`, 127.0.0.0/8,
    /// ::1 or localhost. What can't be read does not.
    package static func isLoopbackOrFile(_ url: String) -> Bool {
        if DirectoryMailer.isFolderURL(url) { return true }
        return (try? SMTPServer(url))?.isLoopback ?? false
    }
}
