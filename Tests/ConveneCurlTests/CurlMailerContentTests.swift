import Convene
import Testing

@testable import ConveneCurl

@Suite(.timeLimit(.minutes(5))) struct CurlMailerContentTests {
    @Test(arguments: [8192, 65_535, 65_536, 65_537, 1_048_576])
    func `a mail of any size arrives byte for byte (ENV-17, ENV-18, ENV-24)`(_ count: Int)
        async throws
    {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)
        let bytes = [UInt8].lines(count: count)

        let delivery = await mailer.deliver(try .sample(bytes: bytes))

        #expect(delivery.outcome == .sent)
        #expect(bytes.count == count)
        #expect(server.mails == [bytes])
    }

    @Test(arguments: 0...6)
    func `a dot at the edge of a buffer arrives once (ENV-17)`(_ shift: Int) async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)
        var bytes = [UInt8].lines(count: 65_536 - shift)
        bytes += Array(".\r\n..\r\n.x\r\n\r\n.\r\nend\r\n".utf8)

        let delivery = await mailer.deliver(try .sample(bytes: bytes))

        #expect(delivery.outcome == .sent)
        #expect(server.mails == [bytes])
    }

    @Test func `the caller is asked once, after 354 and before the mail can arrive (BOX-4)`()
        async throws
    {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)
        let asked = Tally()

        let delivery = await mailer.deliver(try .sample(bytes: .lines(count: 300_000))) {
            #expect(server.commands.last == "DATA")
            #expect(server.mails.isEmpty)
            asked.add()
        }

        #expect(delivery.outcome == .sent)
        #expect(asked.count == 1)
    }

    @Test func `a mail has one recipient, and asks for no report of its delivery (ENV-7, ENV-23)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["DSN", "SIZE 10000000"])
        let mailer = try CurlMailer(server)

        _ = await mailer.deliver(try .samples(2))

        #expect(
            server.commands.filter { $0.hasPrefix("RCPT") } == [
                "RCPT TO:<guest@example.net>", "RCPT TO:<guest@example.net>",
            ])
        #expect(server.commands.allSatisfy { !$0.contains("NOTIFY") && !$0.contains("RET=") })
    }

    @Test
    func `a mail larger than the server takes does not leave, and the next one does (ENV-19)`()
        async throws
    {
        let server = try ScriptedServer(offers: ["SIZE 10000"])
        let mailer = try CurlMailer(server)
        let large = try Parcel.sample(bytes: .lines(count: 20_000))

        let deliveries = await mailer.deliver([try .sample(), large, large, try .sample()])

        #expect(deliveries.map(\.outcome) == [.sent, .failed, .failed, .sent])
        #expect(deliveries[1].reply.contains("takes no more than 10 KB"))
        #expect(server.mails.count == 2)
        #expect(server.commands.contains { $0.hasSuffix(" SIZE=\(large.bytes.count)") })
    }

    @Test func `a mail that the caller holds back does not leave (BOX-4, ENV-18)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)

        let delivery = await mailer.deliver(try .sample()) {
            throw Problem(.registerBusy, "The register is in use.")
        }
        await server.ended()

        #expect(
            delivery
                == Delivery(
                    outcome: .notStarted,
                    reply: "The mail was held back before it left: The register is in use."))
        #expect(server.mails.isEmpty)
        #expect(server.strayBytes == 0)
    }

    @Test func `a mail held back does not spoil the next one (BOX-4)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)

        let deliveries = await mailer.deliver(try .samples(2)) {
            if $0 == 0 { throw Problem(.registerBusy, "In use.") }
        }

        #expect(deliveries.map(\.outcome) == [.notStarted, .sent])
        #expect(server.mails.count == 1)
    }

    @Test func `the caller is not asked when the recipient is refused (BOX-4)`() async throws {
        let server = try ScriptedServer { $0.step == .recipient ? .say("550 5.1.1 nobody") : nil }
        let mailer = try CurlMailer(server)
        let asked = Tally()

        _ = await mailer.deliver(try .sample()) { asked.add() }

        #expect(asked.count == 0)
    }

    @Test func `a mail with a bare line feed is refused before anything is said (ENV-16)`()
        async throws
    {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)
        let bytes = Array("Subject: x\r\n\r\none\n.\nMAIL FROM:<evil@example.com>\r\n".utf8)

        let delivery = await mailer.deliver(try .sample(bytes: bytes))

        #expect(
            delivery
                == Delivery(outcome: .failed, reply: "Line 3 of the mail ends in a bare LF."))
        #expect(server.connectionCount == 0)
    }
}

extension [UInt8] {
    /// So many bytes of mail in lines, of which many begin with a dot.
    static func lines(count: Int) -> [UInt8] {
        let pattern = Array("The quick brown fox\r\n.\r\n..two\r\n.x and more\r\n\r\n".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count + pattern.count + 3 <= count { bytes += pattern }
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: count - bytes.count - 2)
        return bytes + [13, 10]
    }
}
