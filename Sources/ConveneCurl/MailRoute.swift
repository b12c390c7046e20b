package import Convene

/// Where mail goes, decided by the scheme of `mail.url`.
package enum MailRoute {
    /// The mailer for `smtp://`, `smtps://` or `file:`. Nothing is connected or written yet.
    ///
    /// - Parameter account: how to reach a mail server; asked for only where there is one.
    /// - Throws: `setting.invalid`
    package static func mailer(
        for url: String, pace: Pace = Pace(), account: (_ url: String) throws -> SMTPAccount
    ) throws -> any Mailer {
        if DirectoryMailer.isFolderURL(url) { return try DirectoryMailer(url) }
        return CurlMailer(try account(url), pace: pace)
    }

    /// Whether mail sent there stays on this machine, as a rehearsal's must: `file:`, 127.0.0.0/8,
    /// ::1 or localhost. What can't be read does not.
    package static func isLoopbackOrFile(_ url: String) -> Bool {
        if DirectoryMailer.isFolderURL(url) { return true }
        return (try? SMTPServer(url))?.isLoopback ?? false
    }
}
