import Convene
import Testing

@testable import ConveneCurl

/// What is said on a connection that stands.
@Suite struct SMTPTalkTests {
    @Test(arguments: [([], 5), (["PIPELINING"], 3)])
    func `a server that reads on while it answers is told all before the mail at once`(
        _ offers: [String], _ readings: Int
    ) async throws {
        let server = try ScriptedServer(offers: offers)

        let delivery = await (try CurlMailer(server)).deliver(try .sample())

        #expect(delivery.outcome == .sent)
        #expect(
            server.commands.prefix(4) == [
                "EHLO mail.example.org", "MAIL FROM:<office@example.org>",
                "RCPT TO:<guest@example.net>", "DATA",
            ])
        // EHLO, what comes before the mail, the mail; QUIT may still be on its way.
        #expect((readings...readings + 1).contains(server.readings))
    }

    @Test(arguments: [8192, 65_535, 65_536, 65_537, 1_000_000])
    func `a mail of any size arrives after such a beginning (ENV-24)`(_ count: Int) async throws {
        let server = try ScriptedServer(offers: Self.offers)
        let bytes = [UInt8].lines(count: count)

        let deliveries = await (try CurlMailer(server)).deliver([
            try .sample(bytes: bytes), try .sample(),
        ])

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.mails.first == bytes)
        #expect(server.commands[1].hasSuffix(" SIZE=\(bytes.count)"))
    }

    @Test(arguments: [[], Self.offers], [ScriptedServer.Step.sender, .recipient, .data])
    func `a refusal costs neither the connection nor the next mail (ENV-20)`(
        _ offers: [String], _ step: ScriptedServer.Step
    ) async throws {
        let refusing = ScriptedServer.refusing(from: step)
        let server = try ScriptedServer(offers: offers, script: refusing)

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [step == .sender ? .refusedUs : .failed, .sent])
        #expect(deliveries.first?.code == 550)
        #expect(server.connectionCount == 1)
        #expect(server.count(of: "RSET") == 1)
        #expect(server.mails.count == 1)
    }

    @Test func `where the data are taken for a refused recipient, nothing is sent (ENV-3)`()
        async throws
    {
        let server = try ScriptedServer(offers: Self.offers) { moment in
            moment.step == .recipient && moment.connection == 1 ? .say("550 5.1.1 nobody") : nil
        }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))
        await server.ended()

        #expect(deliveries.map(\.outcome) == [.failed, .sent])
        #expect(server.connectionCount == 2)
        #expect(server.mails.count == 1)
        #expect(server.strayBytes == 0)
    }

    @Test(arguments: [ScriptedServer.Step.sender, .recipient, .data])
    func `a 421 to such a beginning costs one more connection (ENV-20)`(
        _ step: ScriptedServer.Step
    ) async throws {
        let server = try ScriptedServer(offers: Self.offers) { moment in
            moment.step == step && moment.connection == 1 && moment.mail == 2
                ? .sayAndClose("421 4.4.2 enough on this connection") : nil
        }

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
    }

    @Test func `a mail that is held back after such a beginning does not leave (BOX-4, ENV-18)`()
        async throws
    {
        let server = try ScriptedServer(offers: Self.offers)

        let deliveries = await (try CurlMailer(server)).deliver(try .samples(2)) {
            if $0 == 0 { throw CancellationError() }
        }
        await server.ended()

        #expect(deliveries.map(\.outcome) == [.notStarted, .sent])
        #expect(server.mails.count == 1)
        #expect(server.strayBytes == 0)
    }

    @Test func `a mail that is cleared late has left but for its end (BOX-4)`() async throws {
        let server = try ScriptedServer()
        let bytes = [UInt8].lines(count: 300_000)
        let waits = Tally()
        let clearance = Clearance {
            false
        } wait: {
            #expect(server.commands.last == "DATA")
            #expect(server.mails.isEmpty)
            waits.add()
        }

        let deliveries = await (try CurlMailer(server)).handOver([
            try .sample(bytes: bytes), try .sample(),
        ]) { $0 == 0 ? clearance : .given }

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.mails.first == bytes)
        #expect(waits.count == 1)
    }

    @Test func `a mail that gets no clearance in the end does not arrive (BOX-4, ENV-18)`()
        async throws
    {
        let server = try ScriptedServer()
        let parcel = try Parcel.sample()
        let refused = Clearance {
            false
        } wait: {
            throw CancellationError()
        }

        let deliveries = await (try CurlMailer(server)).handOver([parcel, parcel]) {
            $0 == 0 ? refused : .given
        }
        await server.ended()

        #expect(deliveries.map(\.outcome) == [.notStarted, .sent])
        #expect(server.mails == [parcel.bytes])
        #expect(server.strayBytes == parcel.bytes.count - 2)
        #expect(server.connectionCount == 2)
    }

    @Test func `a server that answers nonsense is asked again later`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .sender ? .say("354 what mail") : nil
        }

        let delivery = await (try CurlMailer(server)).deliver(try .sample())

        #expect(delivery.outcome == .retry)
        #expect(server.mails.isEmpty)
    }

    @Test func `a line without end is not read for ever`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .sender ? .say(String(repeating: "2", count: 200_000)) : nil
        }

        let delivery = await (try CurlMailer(server)).deliver(try .sample())

        #expect(delivery.outcome == .retry)
        #expect(delivery.reply.contains("not SMTP"))
    }

    @Test(arguments: [
        ("a\r\n", "a\r\n"), (".\r\n", "..\r\n"), ("a.\r\n..b\r\n", "a.\r\n...b\r\n"),
        (".a\r\n.\r\nb.c\r\n", "..a\r\n..\r\nb.c\r\n"), ("", ""),
    ])
    func `a dot at the beginning of a line gets another (ENV-17)`(_ mail: String, _ wire: String) {
        #expect(
            String(decoding: DotStuffing.ended(Array(mail.utf8)), as: UTF8.self) == wire + ".\r\n")
    }

    private static let offers = ["PIPELINING", "SIZE 10000000"]
}

extension ScriptedServer {
    /// A server that refuses the first mail at a step, and answers as RFC 5321 has it to what was said
    /// after that step before the refusal was read.
    fileprivate static func refusing(from step: Step) -> Script {
        let steps: [Step] = [.sender, .recipient, .data]
        let refused = steps.drop { $0 != step }
        let resets = Tally()
        return { moment in
            if moment.step == .reset { resets.add() }
            guard refused.contains(moment.step), resets.count == 0 else { return nil }
            return .say(moment.step == step ? "550 5.1.1 no" : "503 5.5.1 bad sequence")
        }
    }
}
