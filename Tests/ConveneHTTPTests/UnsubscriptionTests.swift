import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene

@Suite struct UnsubscriptionTests {
    /// A world, and the path of a List-Unsubscribe link to Ada.
    private func world() async throws -> (World, Exchange, String) {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        let id = try await world.people.person(.ada).id
        let token = try await world.office.write(as: world.officer) { deed in
            try deed.postmark().text(.optOut(id, .invitations))
        }
        return (world, try await Exchange(world), "/unsubscribe/\(token)")
    }

    @Test(arguments: [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
    ])
    func `one click unsubscribes at once, without cookie or redirect (UNS-2)`(type: String)
        async throws
    {
        let (world, exchange, path) = try await world()
        let body =
            type.hasPrefix("multipart")
            ? "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            : "List-Unsubscribe=One-Click"

        for _ in 1...2 {
            let answer = try await exchange.send(.post, path, [.contentType: type], body: body)
            #expect(answer.status == .ok)
        }

        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        #expect(mailer.parcels.isEmpty)
    }

    @Test(arguments: [HTTPRequest.Method.get, .head, .options])
    func `looking unsubscribes nobody (LNK-1, UNS-3)`(method: HTTPRequest.Method) async throws {
        let (world, exchange, path) = try await world()
        let before = try await world.audit.verify()

        for _ in 1...2 { _ = try await exchange.send(method, path) }

        #expect(try await world.audit.verify() == before)
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        #expect(mailer.parcels.count == 1)
    }

    @Test func `the page asks first, and then says that it is done`() async throws {
        let (_, exchange, path) = try await world()

        let before = try await exchange.get(path)
        _ = try await exchange.send(.post, path)
        let after = try await exchange.get(path)

        #expect(before.text.contains("<button type=\"submit\">"))
        #expect(!after.text.contains("<button type=\"submit\">"))
    }
}
