package import Convene

/// How to reach the mail server and who we are there.
package struct SMTPAccount: Sendable {
    package let url: String
    package let login: MailLogin?
    package let startTLS: StartTLS
    /// How many connections may stand at once, 1 to 16.
    package let connections: Int
    /// After so many mails a connection is closed and a fresh one opened (ENV-20).
    package let mailsPerConnection: Int
    /// The name that we greet with: a host name that resolves (ENV-12); before the URL's.
    package let helloName: String?
    /// What we greet with where nothing else is said.
    package let ownHost: String?
    /// A file of certificates (PEM) to trust instead of the system's.
    package let authority: String?
    package let timeouts: Timeouts
    let server: SMTPServer

    /// - Parameter startTLS: when not said, required, except on this machine.
    /// - Throws: `setting.invalid`, also for a password that would travel in the clear.
    package init(
        url: String, login: MailLogin? = nil, startTLS: StartTLS? = nil, connections: Int = 4,
        mailsPerConnection: Int = 100, helloName: String? = nil, ownHost: String? = nil,
        authority: String? = nil,
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
        self.ownHost = ownHost
        self.authority = authority
        self.timeouts = timeouts
        try check()
    }

    /// What the server is greeted with; where it is empty, libcurl says the machine's short name.
    package var greeting: String { helloName ?? server.helloName ?? ownHost ?? "" }

    private func check() throws {
        guard (1...16).contains(connections) else { throw Problem.mailConnections(connections) }
        guard mailsPerConnection >= 1 else { throw Problem.mailsPerConnection(mailsPerConnection) }
        guard [helloName, ownHost].allSatisfy({ $0.map(SMTPServer.isHelloName) ?? true }) else {
            throw Problem.mailHelloName
        }
        try login?.check(in: "mail")
        guard login == nil || server.isEncrypted || startTLS == .required || server.isLoopback
        else { throw Problem.mailPasswordInClear }
    }
}

extension SMTPAccount {
    /// The name that a mail server is greeted with where the settings name none: that of our pages,
    /// or of the domain that mail comes from, whichever others can look up first. The machine's own is
    /// often no more than `office-pc`, which servers refuse (ENV-12).
    package static func publicName(of page: String, or sender: EmailAddress) -> String? {
        let host = page.split(separator: "/").dropFirst().first?.prefix { $0 != ":" }
        let domain = sender.text.split(separator: "@").last
        return [host, domain].lazy.compactMap { $0.map(String.init) }.first(where: isPublicName)
    }

    /// Whether it is a name below a domain, and no address.
    package static func isPublicName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return SMTPServer.isHelloName(text) && labels.count > 1 && !labels.contains("")
            && labels.last?.allSatisfy(\.isNumber) == false
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
        /// For so long a connection that carries nothing is kept: two minutes, as libcurl has it.
        package var idle: Duration

        package init(
            connect: Duration = .seconds(30), response: Duration = .seconds(600),
            block: Duration = .seconds(180), idle: Duration = .seconds(118)
        ) {
            self.connect = connect
            self.response = response
            self.block = block
            self.idle = idle
        }
    }
}
