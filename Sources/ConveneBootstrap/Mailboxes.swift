package import Convene
import ConveneCurl
import ConveneLetters

extension Premises {
    /// The mailbox that answers and reports come back to.
    ///
    /// - Parameter place: an `imaps://` address, the path of a Maildir, an mbox or a mail, or `-` for one mail
    ///   on standard input; nothing means what the settings say.
    /// - Throws: `mailbox.not-set`, `mailbox.unreadable`, `mail.rehearsal`, `setting.invalid`.
    package func mailbox(_ place: String? = nil) async throws -> any Mailbox {
        guard let place = place ?? settings.mailbox.url else { throw Problem.mailboxNotSet }
        guard IMAPMailbox.isAddress(place) else {
            return try MailFile.mailbox(at: place.withoutScheme)
        }
        let card = try await office.frontDoor(actor).card()
        guard !card.rehearsal || IMAPMailbox.isLoopback(place) else {
            throw Problem(
                .mailRehearsal,
                "This register was begun as a rehearsal: it reads mail from files or from this machine"
                    + " only.")
        }
        return try settings.mailbox.imap(place)
    }

    /// Takes a mail apart.
    package var mailReader: @Sendable (RawMail) -> IncomingMail { MailReader.read }
}

extension MailboxSettings {
    fileprivate func imap(_ url: String) throws -> IMAPMailbox {
        let encryption = try startTLS.map { text in
            guard let choice = SMTPAccount.StartTLS(rawValue: text) else {
                throw Problem(
                    .settingInvalid,
                    "mailbox.starttls is never or required; “\(text.prefix(20))” is neither.")
            }
            return choice
        }
        return try IMAPMailbox(
            url: url, login: try login(), startTLS: encryption, authority: authority)
    }

    private func login() throws -> MailLogin? {
        try MailLogin(
            user: user, password: password,
            token: try TokenCommand.token(token, or: tokenCommand, in: "mailbox"), in: "mailbox")
    }
}

extension String {
    /// The path of `maildir:PATH`, `mbox:PATH` or `file:PATH`.
    fileprivate var withoutScheme: String {
        for scheme in ["maildir:", "mbox:", "file:"] where hasPrefix(scheme) {
            return String(dropFirst(scheme.count))
        }
        return self
    }
}

extension Problem {
    fileprivate static let mailboxNotSet = Problem(
        .mailboxNotSet,
        "There is no mailbox to read yet: set mailbox.url in convene.yaml, or CONVENE_MAILBOX_URL, to"
            + " imaps://imap.example.org or the path of a Maildir; or say --from.")
}
