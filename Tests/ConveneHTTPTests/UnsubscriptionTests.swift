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

        for _ in 1...2 {
            let answer = try await exchange.send(
                .post, path, [.contentType: type], body: Self.body(type))
            #expect(answer.status == .ok)
        }

        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        #expect(mailer.parcels.isEmpty)
    }

    /// A mail program on the web sends its click from a page of its own.
    @Test(
        arguments: ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
        [("Origin", "https://webmail.example.org"), ("Sec-Fetch-Site", "cross-site")])
    func `no check of where a click comes from stands before it (UNS-2)`(
        type: String, header: (String, String)
    ) async throws {
        let (world, exchange, path) = try await world()
        let name = try #require(HTTPField.Name(header.0))
        let headers: HTTPFields = [.contentType: type, name: header.1]
        let short = path.replacing("/unsubscribe/", with: "/u/")

        for path in [short, path] {
            let answer = try await exchange.send(.post, path, headers, body: Self.body(type))
            #expect(answer.status == .ok)
        }
        let other = try await exchange.send(.post, "/answer/x", headers, body: Self.body(type))

        #expect(other.status == .forbidden)
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        #expect(mailer.parcels.isEmpty)
    }

    private static func body(_ type: String) -> String {
        type.hasPrefix("multipart")
            ? "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            : "List-Unsubscribe=One-Click"
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
