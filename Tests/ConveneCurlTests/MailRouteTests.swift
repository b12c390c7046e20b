import Convene
import Testing

@testable import ConveneCurl

@Suite struct MailRouteTests {
    @Test(
        arguments: [
            ("smtp://relay.example.org", "relay.example.org", 25, nil, false),
            ("SMTP://Relay.Example.org:587/", "relay.example.org", 587, nil, false),
            ("smtp://127.0.0.1:2525/app.example.org", "127.0.0.1", 2525, "app.example.org", false),
            ("smtps://relay.example.org", "relay.example.org", 465, nil, true),
            ("smtps://[2001:db8::1]:4650/x", "2001:db8::1", 4650, "x", true),
        ] as [(String, String, Int, String?, Bool)])
    func `a server's URL is read (ENV-12)`(
        _ url: String, _ host: String, _ port: Int, _ hello: String?, _ isEncrypted: Bool
    ) throws {
        let server = try SMTPServer(url)

        #expect(server.host == host)
        #expect(server.port == port)
        #expect(server.helloName == hello)
        #expect(server.isEncrypted == isEncrypted)
    }

    @Test(
        arguments: [
            "", "relay.example.org:25", "http://relay.example.org", "smtp:relay.example.org",
            "smtp://", "smtp://:25", "smtp://a:0", "smtp://a:65536", "smtp://a:2x", "smtp://a:",
            "smtp://user:secret@a.example.org", "smtp://a.example.org/x/y", "smtp://a/%0D%0AMAIL",
            "smtp://a?x", "smtp://a#b", "smtp://a\\b", "smtp://a b", "smtp://[::1", "smtp://[::1]x",
            "smtp://a/x y", "file:", "file://host/mail",
        ])
    func `what is none of the three forms is refused, naming them`(_ url: String) {
        let problem = #expect(throws: Problem.self) { try Self.mailer(url) }

        #expect(problem?.code == .settingInvalid)
        for form in ["smtp://", "smtps://", "file:"] {
            #expect(problem?.message.contains(form) == true)
        }
    }

    @Test(
        arguments: [
            ("smtp://127.0.0.1", true), ("smtp://127.255.0.9:25", true),
            ("smtps://localhost:465", true), ("smtp://LOCALHOST", true), ("smtp://[::1]:25", true),
            ("file:mail", true), ("FILE:/var/mail", true),
            ("smtp://127.0.0.1.example.org", false), ("smtp://localhost.example.org", false),
            ("smtp://127.0.0.1@relay.example.org", false), ("smtp://127.1", false),
            ("smtp://127.0.0.256", false), ("smtp://128.0.0.1", false),
            ("smtp://[::2]", false), ("smtp://0.0.0.0", false), ("smtp://relay.example.org", false),
            ("file:", false), ("", false), ("http://127.0.0.1", false),
        ])
    func `a rehearsal's mail stays on the machine`(_ url: String, _ stays: Bool) {
        #expect(MailRoute.isLoopbackOrFile(url) == stays)
    }

    @Test func `the scheme decides which mailer answers`() throws {
        #expect(try Self.mailer("file:mail/") is DirectoryMailer)
        #expect(try Self.mailer("smtp://relay.example.org") is CurlMailer)
    }

    @Test(
        arguments: [
            ("smtp://relay.example.org:587", SMTPAccount.StartTLS.required),
            ("smtp://127.0.0.1:2525", .never), ("smtps://relay.example.org", .never),
        ])
    func `encryption is required wherever mail leaves the machine (ENV-13)`(
        _ url: String, _ startTLS: SMTPAccount.StartTLS
    ) throws {
        #expect(try SMTPAccount(url: url).startTLS == startTLS)
    }

    @Test func `a password does not cross the network in the clear (ENV-13)`() {
        #expect(throws: Problem.mailPasswordInClear) {
            try SMTPAccount(
                url: "smtp://relay.example.org", login: .init("u", .password("p")), startTLS: .never
            )
        }
    }

    @Test(
        arguments: [
            ("u", nil, nil), (nil, "p", nil), (nil, nil, "t"), ("u", "p", "t"), ("", "p", nil),
            ("u\0", "p", nil), ("u", nil, "t\0"),
        ] as [(String?, String?, String?)])
    func `a user and one secret belong together (ENV-14, ENV-15)`(
        _ user: String?, _ password: String?, _ token: String?
    ) {
        #expect(throws: Problem.mailCredentials("mail")) {
            try SMTPAccount(
                url: "smtps://relay.example.org",
                login: .init(user: user, password: password, token: token, in: "mail"))
        }
    }

    @Test(
        arguments: [
            ("https://convene.example.org/office", "a@example.net", "convene.example.org"),
            ("https://convene.example.org:8443", "a@example.net", "convene.example.org"),
            ("http://127.0.0.1:8080", "a@example.net", "example.net"),
            ("http://[::1]:8080", "a@example.net", "example.net"),
            ("http://localhost", "a@example.net", "example.net"),
        ] as [(String, String, String?)])
    func `we greet by a name that others can look up (ENV-12)`(
        _ page: String, _ sender: String, _ name: String?
    ) throws {
        let sender = try EmailAddress(sender)

        #expect(SMTPAccount.publicName(of: page, or: sender) == name)
    }

    @Test func `a name that is set goes before the address's, and that before our own (ENV-12)`()
        throws
    {
        func greeting(_ url: String, _ name: String?) throws -> String {
            try SMTPAccount(url: url, helloName: name, ownHost: "own.example.org").greeting
        }

        #expect(
            try greeting("smtps://a.example.org/x.example.org", "y.example.org") == "y.example.org")
        #expect(try greeting("smtps://a.example.org/x.example.org", nil) == "x.example.org")
        #expect(try greeting("smtps://a.example.org", nil) == "own.example.org")
    }

    private static func mailer(_ url: String) throws -> any Mailer {
        try MailRoute.mailer(for: url) { try SMTPAccount(url: $0) }
    }

    @Test(arguments: [0, 17, -1])
    func `there are 1 to 16 connections`(_ connections: Int) {
        #expect(throws: Problem.mailConnections(connections)) {
            try SMTPAccount(url: "smtps://relay.example.org", connections: connections)
        }
    }

    @Test(arguments: ["", "a b", "a\r\nMAIL FROM:<x>", "a/b"])
    func `the name in the greeting is a host's (ENV-12)`(_ name: String) {
        #expect(throws: Problem.mailHelloName) {
            try SMTPAccount(url: "smtps://relay.example.org", helloName: name)
        }
    }
}
