import Convene
import Testing

@testable import ConveneCurl

@Suite(.timeLimit(.minutes(5)), .enabled(if: EncryptedServer.isPossible))
struct CurlMailerEncryptionTests {
    @Test(arguments: [false, true])
    func `a certificate that nobody vouches for is refused (ENV-5, ENV-13)`(_ startTLS: Bool)
        async throws
    {
        let server = try await EncryptedServer(startTLS: startTLS)
        let mailer = CurlMailer(try account(at: server, startTLS: startTLS, authority: nil))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
        #expect(delivery.reply.contains("can't be encrypted"))
        let commands = try server.commands()
        #expect(commands.allSatisfy { ["EHLO", "STAR"].contains($0.prefix(4)) })
    }

    @Test(arguments: [false, true])
    func `login and mail go over a connection that is encrypted and verified (ENV-13, ENV-14)`(
        _ startTLS: Bool
    ) async throws {
        let server = try await EncryptedServer(startTLS: startTLS)
        let mailer = CurlMailer(
            try account(at: server, startTLS: startTLS, authority: server.certificate))

        let deliveries = await mailer.deliver(try .samples(2))

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        let verbs = try server.commands().map { $0.prefix(4) }
        let hello: [Substring] = startTLS ? ["EHLO", "STAR", "EHLO", "AUTH"] : ["EHLO", "AUTH"]
        #expect(Array(verbs.prefix(hello.count)) == hello)
        #expect(verbs.count { $0 == "EHLO" } == (startTLS ? 2 : 1))
        #expect(verbs.count { $0 == "DATA" } == 2)
    }

    @Test(arguments: [8192, 65_535, 65_536, 65_537, 1_000_000])
    func `a mail of any size arrives over such a connection (ENV-24)`(_ count: Int) async throws {
        let server = try await EncryptedServer(startTLS: false)
        let mailer = CurlMailer(
            try account(at: server, startTLS: false, authority: server.certificate))
        let bytes = [UInt8].lines(count: count)

        let deliveries = await mailer.deliver([try .sample(bytes: bytes), try .sample()])

        #expect(deliveries.map(\.outcome) == [.sent, .sent])
        #expect(try server.commands().contains("mail of \(bytes.count) octets"))
    }

    @Test func `a handshake that breaks says nothing about us: it is tried again later (ENV-5)`()
        async throws
    {
        let server = try ScriptedServer { $0.step == .greeting ? .close : nil }
        let mailer = CurlMailer(try SMTPAccount(url: "smtps://127.0.0.1:\(server.port)"))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .unreachable)
    }

    @Test func `a certificate for another name is refused (ENV-13)`() async throws {
        let server = try await EncryptedServer(startTLS: false)
        let mailer = CurlMailer(
            try SMTPAccount(
                url: "smtps://127.0.0.1:\(server.port)", authority: server.certificate))

        let delivery = await mailer.deliver(try .sample())

        #expect(delivery.outcome == .refusedUs)
    }

    private func account(
        at server: EncryptedServer, startTLS: Bool, authority: String?
    ) throws -> SMTPAccount {
        try SMTPAccount(
            url: "\(startTLS ? "smtp" : "smtps")://localhost:\(server.port)",
            login: .init("office", .password("secret")), startTLS: startTLS ? .required : nil,
            authority: authority)
    }
}
