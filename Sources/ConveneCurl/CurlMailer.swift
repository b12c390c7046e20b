package import Convene

/// Mail over SMTP, through libcurl.
///
/// Each line is an easy handle with a connection that is kept from mail to mail (ENV-20), on a
/// thread of its own; never `curl_multi`, which waits for one server at a time (ENV-21).
package struct CurlMailer: Mailer {
    package let pace: Pace
    private let account: SMTPAccount

    package init(_ account: SMTPAccount, pace: Pace = Pace()) {
        self.account = account
        self.pace = pace
    }

    package var connections: Int { account.connections }

    package func line() -> any MailLine { SMTPLine(account) }
}
