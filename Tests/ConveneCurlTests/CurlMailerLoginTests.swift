import Convene
import FoundationEssentials
import Testing

@testable import ConveneCurl

@Suite(.timeLimit(.minutes(5))) struct CurlMailerLoginTests {
    @Test func `a login is said once for a connection (ENV-14, ENV-20)`() async throws {
        let server = try ScriptedServer(offers: ["SIZE 10000000", "AUTH PLAIN LOGIN"])
        let mailer = try CurlMailer(server, user: "office", password: "secret")

        let deliveries = await mailer.deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.count(of: "AUTH") == 1)
        #expect(server.commands.contains(Data("\0office\0secret".utf8).base64EncodedString()))
    }

    @Test(arguments: [[], ["SIZE 1000"], ["AUTH=PLAIN"], ["XAUTH PLAIN"]])
    func `where no login is offered, not even the sender is named (ENV-14)`(_ offers: [String])
        async throws
    {
        let server = try ScriptedServer(offers: offers)
        let mailer = try CurlMailer(server, user: "office", password: "secret")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(delivery.reply.contains("offers no login"))
        #expect(server.count(of: "MAIL") == 0)
    }

    @Test func `where no login is known to us, not even the sender is named (ENV-14)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["AUTH CLAIRVOYANCE"])
        let mailer = try CurlMailer(server, user: "office", password: "secret")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(server.count(of: "MAIL") == 0)
    }

    @Test func `a server that knows no EHLO gets no mail without the login (ENV-14)`()
        async throws
    {
        let server = try ScriptedServer { $0.step == .hello ? .say("502 5.5.1 what?") : nil }
        let mailer = try CurlMailer(server, user: "office", password: "secret")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(server.count(of: "MAIL") == 0)
    }

    @Test(arguments: ["XOAUTH2", "OAUTHBEARER"])
    func `a token is said in the server's way, and no other login is tried (ENV-15)`(
        _ mechanism: String
    ) async throws {
        let server = try ScriptedServer(offers: ["AUTH PLAIN LOGIN CRAM-MD5 \(mechanism)"])
        let mailer = try CurlMailer(server, user: "office", token: "ya29.token")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .sent)
        #expect(server.count(of: "AUTH") == 1)
        #expect(server.count(of: "AUTH \(mechanism)") == 1)
        let words = server.commands.flatMap { $0.split(separator: " ") }
            .compactMap { Data(base64Encoded: String($0)) }
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(words.contains { $0.contains("auth=Bearer ya29.token\u{1}") })
    }

    @Test func `where no token is taken, nothing leaves and no password is tried (ENV-15)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["AUTH PLAIN LOGIN"])
        let mailer = try CurlMailer(server, user: "office", token: "ya29.token")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(server.count(of: "AUTH") == 0)
        #expect(server.count(of: "MAIL") == 0)
    }

    @Test func `a token that the server repeats is not kept`() async throws {
        let server = try ScriptedServer(offers: ["AUTH XOAUTH2"]) { moment in
            moment.step == .login ? .say("535 5.7.8 ya29.token has expired") : nil
        }
        let mailer = try CurlMailer(server, user: "office", token: "ya29.token")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(delivery.reply == "535 5.7.8 [removed] has expired")
    }

    @Test func `a password that the server repeats is not kept`() async throws {
        let token = Data("\0office\0open sesame".utf8).base64EncodedString()
        let server = try ScriptedServer(offers: ["AUTH PLAIN"]) { moment in
            moment.step == .login ? .say("535 5.7.8 not open sesame, not \(token)") : nil
        }
        let mailer = try CurlMailer(server, user: "office", password: "open sesame")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(delivery.reply == "535 5.7.8 not [removed], not [removed]")
    }

    @Test func `where STARTTLS is required and not offered, nothing leaves (ENV-13)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["AUTH PLAIN"])
        let mailer = try CurlMailer(
            server, user: "office", password: "secret", startTLS: .required)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(delivery.reply.contains("can't be encrypted"))
        #expect(server.count(of: "AUTH") == 0)
        #expect(server.count(of: "MAIL") == 0)
    }

    @Test(
        arguments: [
            ("454 4.7.0 not just now", Delivery.Outcome.unreachable),
            ("554 5.7.0 never", .refusedUs),
        ])
    func `where STARTTLS is refused, nothing leaves (ENV-5, ENV-13)`(
        _ line: String, _ outcome: Delivery.Outcome
    ) async throws {
        let server = try ScriptedServer(offers: ["STARTTLS"]) {
            $0.step == .startTLS ? .say(line) : nil
        }
        let mailer = try CurlMailer(server, startTLS: .required)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == outcome)
        #expect(server.count(of: "MAIL") == 0)
    }
}
