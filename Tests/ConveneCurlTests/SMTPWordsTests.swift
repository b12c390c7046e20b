import Convene
import Testing

@testable import ConveneCurl

/// What servers say, however they say it.
@Suite(.timeLimit(.minutes(5))) struct SMTPWordsTests {
    @Test(arguments: [
        ["250 2.1.0 fine\n"], ["2", "50 2.1.", "0 fine\r", "\n"],
        ["250-2.1.0 fi", "ne\r\n250", "-2.1.0 and\n250 2.1.0 fine\r\n"],
    ])
    func `a reply may come in pieces, and end its lines as it likes (ENV-6)`(_ pieces: [String])
        async throws
    {
        let server = try ScriptedServer { $0.step == .sender ? .sayInPieces(pieces) : nil }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 1)
    }

    @Test(arguments: [[], ["PIPELINING"]])
    func `only 354 lets the mail begin (ENV-3)`(_ offers: [String]) async throws {
        let server = try ScriptedServer(offers: offers) { moment in
            moment.step == .data && moment.connection == 1 ? .say("250 2.0.0 ok") : nil
        }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.retry, .sent])
        #expect(server.connectionCount == 2)
        #expect(server.mails.count == 1)
    }

    @Test func `after the dot only yes or no is an answer (ENV-3)`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .body && moment.connection == 1 ? .say("354 and more?") : nil
        }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.unknown, .sent])
        #expect(server.connectionCount == 2)
    }

    @Test(arguments: [
        ("552 5.3.4 too large", Delivery.Outcome.failed), ("452 4.3.1 no room now", .retry),
        ("250 2.0.0 taken", .retry),
    ])
    func `what is said while the mail is being sent counts if it is no (ENV-3)`(
        _ words: String, _ outcome: Delivery.Outcome
    ) async throws {
        let server = try ScriptedServer { moment in
            moment.step == .data ? .takeAndClose(octets: 100_000, words) : nil
        }

        let delivery = await (try CurlMailer(server)).deliver(
            try .sample(bytes: .lines(count: 16 << 20)))

        #expect(delivery.outcome == outcome, "\(delivery.reply)")
        #expect((delivery.code == nil) == words.hasPrefix("2"))
    }

    @Test(arguments: [[], ["PIPELINING"]])
    func `a kept connection that was reset costs one more, not the mail (ENV-20)`(
        _ offers: [String]
    ) async throws {
        let server = try ScriptedServer(offers: offers) { moment in
            moment.step == .body && moment.connection == 1 ? .sayAndReset("250 2.0.0 ok") : nil
        }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
    }

    @Test func `a connection that was idle for too long is not used again (ENV-20)`() async throws {
        let server = try ScriptedServer()
        let mailer = CurlMailer(
            try SMTPAccount(url: server.url, timeouts: .init(idle: .zero)))

        let deliveries = await mailer.deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
        #expect(SMTPAccount.Timeouts().idle < .seconds(120))
    }

    @Test func `a mail that is too large is not begun together with others (ENV-19)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["PIPELINING", "SIZE 1000"])

        let deliveries = await (try CurlMailer(server)).deliver([
            try .sample(bytes: .lines(count: 1001)), try .sample(),
        ])

        #expect(deliveries.map(\.outcome) == [.failed, .sent])
        #expect(server.connectionCount == 1)
        #expect(server.strayBytes == 0)
    }

    @Test func `a server that talks on and on is left, and little is kept of it`() async throws {
        let lines = Array(repeating: "550-5.1.1 " + String(repeating: "no ", count: 100), count: 50)
        let essay = try ScriptedServer { moment in
            moment.step == .recipient ? .say(lines + ["550 5.1.1 no"]) : nil
        }
        let endless = try ScriptedServer { moment in
            moment.step == .recipient ? .say(lines + lines + lines + lines + lines) : nil
        }

        let told = await (try CurlMailer(essay)).deliver(try .sample())
        let left = await (try CurlMailer(endless)).deliver(try .sample())

        #expect(told.outcome == .failed)
        #expect(told.reply.utf8.count < 2500)
        #expect(left.outcome == .retry)
        #expect(left.reply.contains("not SMTP"))
    }

    @Test func `a server may think for 150 s about a mail (ENV-1)`() async throws {
        // On a clock that runs a hundred times as fast.
        let server = try ScriptedServer {
            $0.step == .body ? .sayLate("250 2.0.0 at last", seconds: 1.5) : nil
        }
        let usual = SMTPAccount.Timeouts()
        let mailer = CurlMailer(
            try SMTPAccount(
                url: server.url,
                timeouts: .init(response: usual.response / 100, block: usual.block / 100)))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .sent)
        #expect(server.mails.count == 1)
        #expect(usual.response >= .seconds(600))
        #expect(usual.block >= .seconds(180))
    }

    @Test func `a server that refuses us and never answers QUIT is not waited for (ENV-22)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["AUTH PLAIN"]) { moment in
            switch moment.step {
            case .login: .say("535 5.7.8 no")
            case .quit: .silence
            default: nil
            }
        }
        let mailer = try CurlMailer(
            server, user: "office", password: "secret", response: .seconds(600))

        let delivery = await mailer.deliver(try .sample())
        await server.ended()

        #expect(delivery.outcome == .refusedUs)
    }
}
