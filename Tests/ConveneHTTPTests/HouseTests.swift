import Convene
import ConveneBootstrap
import ConvenePages
import ConveneTestSupport
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import ConveneHTTP

@Suite struct HouseTests {
    @Test(arguments: ["/", "/nothing", "/ready", "/assets/convene.css", "/api/v1/nothing"])
    func `every answer has the headers that keep browsers safe`(path: String) async throws {
        let exchange = try await Exchange(try await World())

        let answer = try await exchange.get(path)

        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.requestID] != nil)
    }

    @Test func `a health check is answered with a word that no browser takes for a page`()
        async throws
    {
        let answer = try await Exchange(try await World()).get("/health")

        #expect(String(buffer: answer.body) == "ok\n")
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `no page has script or style of its own`() throws {
        for (name, bytes) in Pages.files where name.hasSuffix(".mustache") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("style=") && !text.contains("<style"), "\(name)")
            #expect(!text.contains(/\son[a-z]+=/), "\(name)")
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
        }
    }

    @Test func `a program is refused as RFC 9457 has it`() async throws {
        let exchange = try await Exchange(try await World())

        let answer = try await exchange.get("/api/v1/nothing")

        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
        let object = try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8))
        #expect(object.status == 404)
    }

    private struct Answer: Decodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let request: String
    }

    @Test func `a service is well when it can read its register`() async throws {
        let exchange = try await Exchange(try await World())

        #expect(try await exchange.get("/health").text == "ok\n")
        #expect(try await exchange.get("/ready").text == "ready\n")
    }

    @Test func `requests are counted by the pattern of their route`() async throws {
        let exchange = try await Exchange(try await World())
        _ = try await exchange.get("/answer/secret")

        let text = try await exchange.get("/metrics").text

        #expect(
            text.contains(
                #"convene_requests_total{method="GET",route="/answer/{token}",status="404"} 1"#))
        #expect(
            text.contains(#"convene_request_seconds_bucket{route="/answer/{token}",le="+Inf"} 1"#))
        #expect(!text.contains("secret"))
    }

    @Test func `forms beyond so many a minute are refused, and pages are not`() async throws {
        let exchange = try await Exchange(
            try await World(), settings: ["CONVENE_HTTP_FORMS_PER_MINUTE": "1"])
        // Enough that a machine which takes half a minute for a few still sees one refused.
        let statuses = try await exchange.several(
            [HTTPRequest.Method](repeating: .post, count: 30) + [.get], "/u/x")

        #expect(statuses.first == 404)
        #expect(Set(statuses) == [404, 429])
        #expect(statuses.last == 404)
    }

    @Test(arguments: [
        ("/office/people", false), ("/office/events/kyiv-2011", false), ("/office/audit", false),
        ("/office/sign-in", true), ("/office/events/kyiv-2011/acts", true),
        ("/office/people/P1", true),
    ])
    func `of officers' forms those are counted that write`(path: String, isCounted: Bool)
        async throws
    {
        let exchange = try await Exchange(
            try await World(), settings: ["CONVENE_HTTP_FORMS_PER_MINUTE": "1"])

        let statuses = try await exchange.several(
            [HTTPRequest.Method](repeating: .post, count: 30), path)

        #expect(statuses.contains(429) == isCounted)
    }

    @Test func `at the door more come in a minute than elsewhere`() async throws {
        let exchange = try await Exchange(
            try await World(), settings: ["CONVENE_HTTP_FORMS_PER_MINUTE": "3"])

        let statuses = try await exchange.several(
            [HTTPRequest.Method](repeating: .post, count: 30),
            "/office/events/kyiv-2011/check-in/1")

        #expect(!statuses.contains(429))
    }

    @Test func `what is too large is not read`() async throws {
        let exchange = try await Exchange(
            try await World(),
            settings: ["CONVENE_HTTP_BODY_LIMIT": "1000", "CONVENE_HTTP_LIST_LIMIT": "1000"])

        let answer = try await exchange.send(
            .post, "/events/x/register", [.contentType: "application/x-www-form-urlencoded"],
            body: String(repeating: "a", count: 2000))

        #expect(answer.status == .contentTooLarge)
    }

    @Test func `a request that takes too long is told so`() async throws {
        let exchange = try await Exchange(
            try await World(), settings: ["CONVENE_HTTP_TIMEOUT": "1"])
        let entrance = Entrance(
            house: exchange.house,
            desk: CallbackResponder<Visit> { _, _ in
                try await Task.sleep(for: .seconds(60))
                return Response(status: .ok)
            })

        let answer = try await Application(responder: entrance).test(.router) { client in
            try await client.execute(uri: "/", method: .get)
        }

        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "10")
    }

    @Test(arguments: ["/", "/api/v1/x"])
    func `a fault of ours is shown by its number only`(path: String) async throws {
        struct Secret: Error { let path = "/secret/place" }
        let exchange = try await Exchange(try await World())
        let entrance = Entrance(
            house: exchange.house, desk: CallbackResponder<Visit> { _, _ in throw Secret() })

        let answer = try await Application(responder: entrance).test(.router) { client in
            try await client.execute(uri: path, method: .get)
        }

        let number = try #require(answer.headers[.requestID])
        #expect(answer.status == .internalServerError)
        #expect(answer.text.contains(number))
        #expect(!answer.text.contains("ecret"))
    }

    @Test(arguments: [
        ("", "10.1.2.3", nil, "10.1.2.3"), ("10.0.0.0/8", "10.1.2.3", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.0/8", "11.1.2.3", "1.2.3.4", "11.1.2.3"),
        ("10.0.0.0/8", "10.1.2.3", "9.9.9.9, 1.2.3.4, 10.0.0.7", "1.2.3.4"),
        ("10.0.0.0/8", "10.1.2.3", "unknown", "10.1.2.3"),
        ("::1", "::1", "2001:db8::7", "2001:db8::7"),
    ])
    func `a proxy is believed only where it is known`(
        proxies: String, from: String, forwarded: String?, address: String
    ) async throws {
        let exchange = try await Exchange(
            try await World(), settings: ["CONVENE_HTTP_PROXIES": proxies])
        var fields = HTTPFields()
        if let forwarded { fields[.forwardedFor] = forwarded }

        #expect(exchange.house.origin(of: fields, connectedFrom: from) == address)
    }

    @Test func `a range of addresses is its first bits`() throws {
        #expect(try AddressRange("10.0.0.0/8").contains("10.255.0.1"))
        #expect(try !AddressRange("10.0.0.0/9").contains("10.128.0.1"))
        #expect(try AddressRange("127.0.0.1").contains("::ffff:127.0.0.1"))
        #expect(try !AddressRange("::/0").contains("127.0.0.1"))
        for wrong in ["", "10.0.0.0/33", "host", "10.0.0.0/x"] {
            #expect(throws: Problem.self) { try AddressRange(wrong) }
        }
    }
}
