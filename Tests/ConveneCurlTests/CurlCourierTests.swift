import ConveneTestSupport
import Foundation
import Testing

@testable import Convene
@testable import ConveneCurl

/// Calls of webhooks over a real connection.
@Suite struct CurlCourierTests {
    @Test func `a call is one POST of JSON with the headers of the specification`() throws {
        let receiver = try HTTPReceiver(answer: Self.ok)
        defer { receiver.end() }

        let reply = Self.courier().post(Self.call("http://127.0.0.1:\(receiver.port)/hook?a=b"))

        #expect(reply == WebhookReply(status: 200, text: "taken"))
        let request = try #require(receiver.requests.first)
        #expect(request.hasPrefix("POST /hook?a=b HTTP/1.1\r\n"))
        #expect(request.contains("Content-Type: application/json\r\n"))
        #expect(request.contains("webhook-id: msg_1\r\n"))
        #expect(request.contains("webhook-signature: v1,"))
        #expect(!request.contains("Expect"))
        #expect(request.hasSuffix("\r\n\r\n{\"type\":\"x\"}"))
    }

    @Test func `a redirect is not followed`() throws {
        let elsewhere = try HTTPReceiver(answer: Self.ok)
        let receiver = try HTTPReceiver(
            answer: "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(elsewhere.port)/\r\n"
                + "Content-Length: 0\r\n\r\n")
        defer { [elsewhere, receiver].forEach { $0.end() } }

        let reply = Self.courier().post(Self.call("http://127.0.0.1:\(receiver.port)/"))

        #expect(reply.status == 302)
        #expect(elsewhere.requests.isEmpty)
    }

    @Test func `of a long answer the beginning is kept, without what a terminal would obey`() throws
    {
        let receiver = try HTTPReceiver(
            answer: "HTTP/1.1 500 No\r\n\r\n\u{1B}[2J" + String(repeating: "x", count: 3_000_000))
        defer { receiver.end() }

        let reply = Self.courier().post(Self.call("http://127.0.0.1:\(receiver.port)/"))

        #expect(reply.status == 500)
        #expect(reply.text.hasPrefix(" [2Jxxx"))
        #expect(reply.text.count == 1000)
    }

    @Test func `the receiver's word on when to come again is read`() throws {
        let receiver = try HTTPReceiver(
            answer: "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")
        defer { receiver.end() }

        let reply = Self.courier().post(Self.call("http://127.0.0.1:\(receiver.port)/"))

        #expect(reply.retryAfter == 120)
    }

    @Test func `whoever does not answer is waited for no longer than that`() throws {
        let receiver = try HTTPReceiver(answer: nil)
        defer { receiver.end() }
        let start = ContinuousClock.now

        let reply = Self.courier(whole: 1).post(Self.call("http://127.0.0.1:\(receiver.port)/"))

        #expect(reply.status == nil)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `a name that leads to this machine is not connected to, unless that is allowed`()
        async throws
    {
        let receiver = try HTTPReceiver(answer: Self.ok)
        defer { receiver.end() }
        // By this name libcurl itself knows loopback, as RFC 6761 wants; ours does not take it for here.
        let call = Self.call("http://hooks.localhost:\(receiver.port)/")

        let refused = Self.courier().post(call)
        let allowed = Self.courier { $0 == [127, 0, 0, 1] || $0.count == 16 }.post(call)

        #expect(refused.status == nil)
        #expect(refused.text.contains("webhooks.allow"))
        #expect(allowed.status == 200)
        #expect(receiver.requests.count == 1)
    }

    @Test(arguments: [
        "http://10.255.255.1/", "http://169.254.169.254/", "http://[fe80::1]/", "http://0.0.0.0/",
        "http://2130706433/", "http://0x7f.1/",
    ])
    func `private addresses are not connected to, however they are written`(url: String) {
        let start = ContinuousClock.now

        let reply = Self.courier().post(Self.call(url))

        #expect(reply.status == nil)
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntaken"

    private static func courier(
        whole: Int = 10, allows: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
    ) -> CurlCourier {
        CurlCourier(patience: .init(connect: 5, whole: whole), allows: allows)
    }

    private static func call(_ url: String) -> WebhookCall {
        WebhookCall(
            WebhookDelivery(
                webhook: .init(1), uid: "msg_1", change: "x", body: #"{"type":"x"}"#,
                madeAt: WorldClock.start, dueAt: WorldClock.start),
            to: WebhookURL(stored: url), secret: WebhookSecret(bytes: [1, 2, 3]), at: 1_314_867_600,
            digest: { _ in [UInt8](repeating: 7, count: 32) })
    }
}
