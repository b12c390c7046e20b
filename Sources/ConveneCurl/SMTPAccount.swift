import Convene

/// How to reach the mail server and who we are there.
package struct SMTPAccount: Sendable {
    package let url: String
    package let login: Login?
    package let startTLS: StartTLS
    /// How many connections may stand at once, 1 to 16.
    package let connections: Int
    /// After so many mails a connection is closed and a fresh one opened (ENV-20).
    package let mailsPerConnection: Int
    /// The name that we greet with: a host name that resolves (ENV-12); before the URL's.
    package let helloName: String?
    /// A file of certificates (PEM) to trust instead of the system's.
    package let authority: String?
    package let timeouts: Timeouts
    let server: SMTPServer

    /// - Parameter startTLS: when not said, required, except on this machine.
    /// - Throws: `setting.invalid`, also for a password that would travel in the clear.
    package init(
        url: String, login: Login? = nil, startTLS: StartTLS? = nil, connections: Int = 4,
        mailsPerConnection: Int = 100, helloName: String? = nil, authority: String? = nil,
        timeouts: Timeouts = Timeouts()
    ) throws {
        server = try SMTPServer(url)
        self.url = url
        self.login = login
        self.startTLS =
            server.isEncrypted ? .never : startTLS ?? (server.isLoopback ? .never : .required)
        self.connections = connections
        self.mailsPerConnection = mailsPerConnection
        self.helloName = helloName
        self.authority = authority
        self.timeouts = timeouts
        try check()
    }

    private func check() throws {
        guard (1...16).contains(connections) else { throw Problem.mailConnections(connections) }
        guard mailsPerConnection >= 1 else { throw Problem.mailsPerConnection(mailsPerConnection) }
        guard helloName.map(SMTPServer.isHelloName) ?? true else { throw Problem.mailHelloName }
        guard login?.isUsable ?? true else { throw Problem.mailCredentials }
        guard login == nil || server.isEncrypted || startTLS == .required || server.isLoopback
        else { throw Problem.mailPasswordInClear }
    }
}

extension SMTPAccount {
    /// Who we are to the server, and how we prove it.
    package struct Login: Sendable {
        package let user: String
        package let secret: Secret

        /// - Throws: `setting.invalid` when the user or the secret is missing, or both secrets are
        ///   there.
        package init?(user: String?, password: String?, token: String?) throws {
            switch (user, password, token) {
            case (nil, nil, nil): return nil
            case (let user?, let password?, nil): self.init(user, .password(password))
            case (let user?, nil, let token?): self.init(user, .token(token))
            default: throw Problem.mailCredentials
            }
        }

        package init(_ user: String, _ secret: Secret) {
            self.user = user
            self.secret = secret
        }

        fileprivate var isUsable: Bool {
            let secret =
                switch secret {
                case .password(let text), .token(let text): text
                }
            return !user.isEmpty && ![user, secret].contains { $0.utf8.contains(0) }
        }
    }

    package enum Secret: Sendable {
        case password(String)
        /// A bearer token of OAuth 2.0 (RFC 7628).
        case token(String)
    }

    /// Whether a connection to `smtp://` is to be encrypted before anything else is said.
    ///
    /// There is no "if the server can": whoever stands in between could then say it can't (ENV-13).
    package enum StartTLS: String, Sendable, CaseIterable {
        case never, required
    }

    /// How long to wait; the defaults are those of RFC 5321 §4.5.3.2, the longest of its replies
    /// for all of them (ENV-1).
    package struct Timeouts: Sendable, Equatable {
        /// Until the TCP connection stands.
        package var connect: Duration
        /// For each reply, the one after the final dot included; counted in whole seconds.
        package var response: Duration
        /// For the server to take a further block of the mail.
        package var block: Duration

        package init(
            connect: Duration = .seconds(30), response: Duration = .seconds(600),
            block: Duration = .seconds(180)
        ) {
            self.connect = connect
            self.response = response
            self.block = block
        }
    }
}
