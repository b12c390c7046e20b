import Convene
import Testing

@testable import ConveneCurl

@Suite(.timeLimit(.minutes(5))) struct CurlMailerConnectionTests {
    @Test func `mails one after another share a connection (ENV-20)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)

        let deliveries = await mailer.deliver(try .samples(10))

        #expect(deliveries.allSatisfy { $0.outcome == .sent })
        #expect(server.connectionCount == 1)
        #expect(server.count(of: "EHLO") == 1)
        #expect(server.mails.count == 10)
    }

    @Test func `a connection carries so many mails and no more (ENV-20)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server, connections: 1, mailsPerConnection: 3)

        let deliveries = await mailer.deliver(try .samples(7))

        #expect(deliveries.allSatisfy { $0.outcome == .sent })
        #expect(server.connectionCount == 3)
        #expect(server.mails.count == 7)
    }

    @Test func `four mails are under way at once (ENV-21)`() async throws {
        let gate = Gate(opensAt: 4)
        let server = try ScriptedServer { moment in
            moment.step == .body && !gate.pass() ? .say("451 4.0.0 not side by side") : nil
        }
        let mailer = try CurlMailer(server, connections: 4)

        let outcomes = await withTaskGroup { group in
            for _ in 1...4 {
                group.addTask { (try? await mailer.deliver(.sample()))?.outcome }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes == [.sent, .sent, .sent, .sent])
        #expect(server.connectionCount == 4)
    }

    @Test(arguments: [ScriptedServer.Step.sender, .recipient, .data])
    func `a 421 on a kept connection costs one more connection, not the mail (ENV-20)`(
        _ step: ScriptedServer.Step
    ) async throws {
        let server = try ScriptedServer { moment in
            moment.step == step && moment.connection == 1 && moment.mail == 2
                ? .sayAndClose("421 4.4.2 enough on this connection") : nil
        }
        let mailer = try CurlMailer(server)
        let asked = Tally()

        let deliveries = await mailer.deliver(try .samples(2)) { if $0 == 1 { asked.add() } }

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
        #expect(asked.count == 1)
    }

    @Test func `a kept connection that dies costs one more connection, not the mail (ENV-20)`()
        async throws
    {
        let server = try ScriptedServer { moment in
            moment.step == .sender && moment.connection == 1 && moment.mail == 2 ? .close : nil
        }
        let mailer = try CurlMailer(server)

        let deliveries = await mailer.deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
    }

    @Test func `a server that says 421 again is asked later (ENV-3, ENV-20)`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .sender && (moment.connection > 1 || moment.mail > 1)
                ? .sayAndClose("421 4.4.2 enough") : nil
        }
        let mailer = try CurlMailer(server)

        let delivery = try #require(await mailer.deliver(try .samples(2)).last)

        #expect(delivery.outcome == .retry)
        #expect(delivery.code == 421)
        #expect(server.connectionCount == 2)
    }

    @Test func `a connection closed while idle is replaced (ENV-20)`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .body && moment.connection == 1
                ? .sayAndClose("250 2.0.0 taken, and goodbye") : nil
        }
        let mailer = try CurlMailer(server)

        let deliveries = await mailer.deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(server.connectionCount == 2)
    }

    @Test func `a refused recipient does not hold up the next mail (ENV-20)`() async throws {
        let recipients = Tally()
        let server = try ScriptedServer { moment in
            guard moment.step == .recipient else { return nil }
            recipients.add()
            return recipients.count == 1 ? .say("550 5.1.1 nobody") : nil
        }
        let mailer = try CurlMailer(server)

        let deliveries = await mailer.deliver([
            try .sample(to: "nobody@example.net"), try .sample(),
        ])

        #expect(deliveries.map(\.outcome) == [.failed, .sent])
        #expect(server.connectionCount == 1)
    }

    @Test func `a server that never answers QUIT is not waited for (ENV-22)`() async throws {
        let server = try ScriptedServer { moment in
            moment.step == .quit ? .silence : nil
        }
        let mailer = try CurlMailer(
            server, connections: 1, mailsPerConnection: 2, response: .seconds(600))

        let deliveries = await mailer.deliver(try .samples(3))
        await server.ended()

        #expect(deliveries.map(\.outcome) == [.sent, .sent, .sent])
        #expect(server.count(of: "QUIT") == 2)
    }

    @Test func `the connection ends with its line (ENV-22)`() async throws {
        let server = try ScriptedServer()
        let mailer = try CurlMailer(server)

        let first = await mailer.deliver(try .sample())
        await server.ended()
        let second = await mailer.deliver(try .sample())

        #expect([first.outcome, second.outcome] == [.sent, .sent])
        #expect(server.connectionCount == 2)
    }
}
