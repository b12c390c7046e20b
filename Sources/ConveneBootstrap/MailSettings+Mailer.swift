import Convene
import ConveneCurl
import Foundation

extension MailSettings {
    /// - Throws: `setting.invalid`.
    func mailer(_ url: String) throws -> any Mailer {
        try MailRoute.mailer(for: url, pace: pace, account: account)
    }

    /// How the mail server at an address is reached.
    ///
    /// - Throws: `setting.invalid`.
    func account(at url: String) throws -> SMTPAccount {
        try SMTPAccount(
            url: url, login: try login(), startTLS: try encryption(), connections: connections,
            mailsPerConnection: mailsPerConnection, helloName: helloName, ownHost: ownHost,
            authority: authority)
    }

    /// The name that we greet a mail server with where nothing else says it.
    private var ownHost: String? {
        letterhead.flatMap { SMTPAccount.publicName(of: $0.publicURL, or: $0.from) }
    }

    private func login() throws -> MailLogin? {
        try MailLogin(
            user: user, password: password,
            token: try TokenCommand.token(token, or: tokenCommand, in: "mail"), in: "mail")
    }

    private func encryption() throws -> SMTPAccount.StartTLS? {
        try startTLS.map { text in
            guard let choice = SMTPAccount.StartTLS(rawValue: text) else {
                throw Problem(
                    .settingInvalid,
                    "mail.starttls is never or required; “\(text.prefix(20))” is neither.")
            }
            return choice
        }
    }
}
