import Convene
import ConveneTestSupport
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ConveneHTTP

@Suite struct HouseTests {
    @Test(arguments: ["/", "/nothing", "/health", "/assets/convene.css", "/api/v1/nothing"])
    func `every answer has the headers that keep browsers safe`(path: String) async throws {
        let exchange = try await Exchange(try await World())

        let answer = try await exchange.get(path)

        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[try #require(HTTPField.Name("X-Request-Id"))] != nil)
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
            try await World(), settings: ["CONVENE_HTTP_FORMS_PER_MINUTE": "2"])
        let responder = exchange.house.responder()
        _ = responder

        let statuses = try await exchange.several(
            [HTTPRequest.Method](repeating: .post, count: 3) + [.get], "/u/x")

        #expect(statuses == [404, 404, 429, 404])
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

    @Test func `a fault of ours is shown by its number only`() async throws {
        struct Secret: Error { let path = "/secret/place" }
        let exchange = try await Exchange(try await World())
        let visit = Refusal(Secret())

        let text = String(buffer: try await visit.problem(number: "0123").collected())

        #expect(visit.status == .internalServerError)
        #expect(text.contains("0123"))
        #expect(!text.contains("secret"))
        _ = exchange
    }
}
