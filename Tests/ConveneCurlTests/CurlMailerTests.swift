import Convene
import Testing

@testable import ConveneCurl

@Suite(.timeLimit(.minutes(5))) struct CurlMailerTests {
    @Test func `a mail that the server takes is sent, with its words kept (ENV-6)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(
            delivery
                == Delivery(
                    outcome: .sent, code: 250, enhanced: "2.0.0", reply: "250 2.0.0 taken as 1-1"))
        #expect(
            server.commands.prefix(4) == [
                "EHLO mail.example.org", "MAIL FROM:<office@example.org>",
                "RCPT TO:<guest@example.net>", "DATA",
            ])
    }

    @Test(arguments: [
        Case(.greeting, "554 5.7.1 go away", .refusedUs),
        Case(.greeting, "421 4.3.2 too many of you", .unreachable),
        Case(.hello, "550 5.0.0 not you", .refusedUs),
        Case(.hello, "451 4.0.0 later", .unreachable),
        Case(.login, "535 5.7.8 wrong password", .refusedUs),
        Case(.login, "454 4.7.0 directory down", .unreachable),
        Case(.sender, "550 5.7.1 not this sender", .refusedUs),
        Case(.sender, "451 4.1.8 sender's domain not found", .retry),
        Case(.sender, "552 5.3.4 too large", .failed),
        Case(.recipient, "550 5.1.1 nobody here", .failed),
        Case(.recipient, "450 4.2.0 greylisted", .retry),
        Case(.recipient, "451 4.7.1 try later", .retry),
        Case(.recipient, "530 5.7.0 log in first", .refusedUs),
        Case(.data, "554 5.5.1 no", .failed),
        Case(.data, "451 4.3.0 later", .retry),
        Case(.body, "554 5.6.0 content", .failed),
        Case(.body, "452 4.3.1 disk full", .retry),
        Case(.body, "421 4.3.2 closing", .retry),
        Case(.body, "550 5.7.515 domain not authenticated", .refusedUs),
        Case(.body, "550 5.7.26 domain not authenticated", .refusedUs),
    ])
    func `the server's first digit and the step decide (ENV-3, ENV-4, ENV-5, ENV-6, BLK-3)`(
        _ sample: Case
    ) async throws {
        let server = try ScriptedServer(offers: ["AUTH PLAIN"]) {
            $0.step == sample.step ? .say(sample.line) : nil
        }
        let mailer = try CurlMailer(server, user: "office", password: "not in any reply")

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == sample.outcome)
        #expect(delivery.code == Int(sample.line.prefix(3)))
        #expect(delivery.reply == sample.line)
    }

    @Test func `all lines of a reply are kept (ENV-6)`() async throws {
        let server = try ScriptedServer {
            $0.step == .recipient
                ? .say(["550-5.1.1 Nobody of this name", "550-5.1.1 is here.", "550 5.1.1 Sorry."])
                : nil
        }
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.code == 550)
        #expect(delivery.enhanced == "5.1.1")
        #expect(delivery.reply == "550 5.1.1 Nobody of this name is here. Sorry.")
    }

    @Test func `any 2yz after the data is a yes (ENV-3)`() async throws {
        let server = try ScriptedServer { $0.step == .body ? .say("251 2.0.0 forwarded") : nil }
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .sent)
        #expect(delivery.code == 251)
    }

    @Test func `a connection lost after the final dot leaves the mail unknown (ENV-2)`()
        async throws
    {
        let server = try ScriptedServer { $0.step == .body ? .close : nil }
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .unknown)
        #expect(delivery.code == nil)
        #expect(server.mails.count == 1)
        #expect(server.connectionCount == 1)
    }

    @Test func `a reply that does not come in time leaves the mail unknown (ENV-1, ENV-2)`()
        async throws
    {
        let server = try ScriptedServer { $0.step == .body ? .silence : nil }
        let mailer = try CurlMailer(server, response: .seconds(1))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .unknown)
        #expect(server.mails.count == 1)
    }

    @Test func `a server that stops reading is left, and the mail goes again (ENV-1)`()
        async throws
    {
        let gate = Gate(opensAt: 2)
        let server = try ScriptedServer { $0.step == .data ? .sayAndStall("354 go", gate) : nil }
        let mailer = try CurlMailer(server, block: .seconds(1))

        let delivery = await mailer.deliver(try .sample(bytes: .lines(count: 8_000_000)))
        _ = gate.pass()

        #expect(delivery.outcome == .retry)
        #expect(delivery.reply.contains("before the mail was through"))
    }

    @Test func `a connection lost before the final dot means that the mail goes again (ENV-2)`()
        async throws
    {
        let server = try ScriptedServer { $0.step == .data ? .sayAndClose("354 go") : nil }
        let mailer = try CurlMailer(server)

        // More than the sockets hold between them: it can't all be gone before the line is.
        let delivery = await mailer.deliver(try .sample(bytes: .lines(count: 16_000_000)))

        #expect(delivery.outcome == .retry)
        #expect(server.mails.isEmpty)
    }

    @Test(arguments: [ScriptedServer.Step.sender, .recipient, .data])
    func `a fresh connection that breaks before the mail means that it goes again (ENV-3)`(
        _ step: ScriptedServer.Step
    ) async throws {
        let server = try ScriptedServer { $0.step == step ? .close : nil }
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .retry)
        #expect(server.connectionCount == 1)
    }

    @Test(arguments: [ScriptedServer.Step.greeting, .hello])
    func `a server that hangs up at the door is unreachable (ENV-3)`(
        _ step: ScriptedServer.Step
    ) async throws {
        let server = try ScriptedServer { $0.step == step ? .close : nil }
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .unreachable)
    }

    @Test func `a greeting may take longer than the connection (ENV-1)`() async throws {
        // The one wait on the clock: what is tested is that the shorter limit has run out.
        let pause = Gate(opensAt: 2)
        let server = try ScriptedServer { moment in
            if moment.step == .greeting { _ = pause.pass(within: 2.5) }
            return nil
        }
        let account = try SMTPAccount(
            url: server.url, timeouts: SMTPAccount.Timeouts(connect: .seconds(1)))

        let delivery = await CurlMailer(account).deliver(try .sample())

        #expect(delivery.outcome == .sent)
    }

    @Test func `a port where nobody listens is unreachable, in a sentence`() async throws {
        let port = try ScriptedServer().port
        let mailer = CurlMailer(try SMTPAccount(url: "smtp://127.0.0.1:\(port)"))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .unreachable)
        #expect(delivery.code == nil)
        #expect(delivery.reply.hasPrefix("The mail server 127.0.0.1:\(port) can't be reached: "))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let step: ScriptedServer.Step
        let line: String
        let outcome: Delivery.Outcome

        init(_ step: ScriptedServer.Step, _ line: String, _ outcome: Delivery.Outcome) {
            self.step = step
            self.line = line
            self.outcome = outcome
        }

        var testDescription: String { "\(step): \(line)" }
    }
}
