import Convene

extension Problem {
    static let mailURLInvalid = Problem(
        .settingInvalid,
        """
        mail.url is one of smtp://host:port[/our-name], smtps://host:port[/our-name] or \
        file:folder; user and password have settings of their own.
        """)

    /// - Parameter section: the settings that the login stands in.
    static func mailCredentials(_ section: String) -> Problem {
        Problem(
            .settingInvalid,
            "\(section).user belongs together with either \(section).password or a token"
                + " (\(section).token, \(section).token-command): set both, or neither.")
    }

    static let mailPasswordInClear = Problem(
        .settingInvalid,
        """
        The password would cross the network unencrypted: use smtps://, or require STARTTLS.
        """)

    static let mailHelloName = Problem(
        .settingInvalid,
        """
        The name that we greet the mail server with is a host name like mail.example.org: \
        letters, digits, hyphens and dots.
        """)

    static func mailConnections(_ number: Int) -> Problem {
        Problem(.settingInvalid, "The connections to the mail server are 1 to 16, not \(number).")
    }

    static func mailsPerConnection(_ number: Int) -> Problem {
        Problem(.settingInvalid, "A connection carries at least one mail, not \(number).")
    }
}
