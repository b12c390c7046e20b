import ConveneSQLite
import ConveneTestSupport
import Crypto
import Foundation
import Testing

@testable import Convene

/// How deliveries go out: signed, tried again, given up, taken over.
@Suite struct WebhookRoundTests {
    @Test func `a call is signed as the Standard Webhooks specification says`() async throws {
        let (world, hook, secret) = try await Self.world()
        let courier = RecordingCourier.willing()

        _ = try await world.tell(by: courier)

        let call = try #require(courier.calls.first)
        let fields = Dictionary(uniqueKeysWithValues: call.headers.map { ($0.name, $0.value) })
        let signed =
            "\(fields["webhook-id"] ?? "").1314867600." + String(decoding: call.body, as: UTF8.self)
        let seal = HMAC<SHA256>.authenticationCode(
            for: Data(signed.utf8), using: SymmetricKey(data: secret.bytes))
        #expect(fields["webhook-timestamp"] == "1314867600")
        #expect(fields["webhook-signature"] == "v1," + Data(seal).base64EncodedString())
        #expect(try await world.told(hook.id).map(\.state) == [.delivered])
    }

    @Test func `what fails is tried again after growing pauses, under the same number`()
        async throws
    {
        let (world, hook, _) = try await Self.world()
        let courier = RecordingCourier([.failing, .unreachable, .ok])

        _ = try await world.tell(by: courier)
        let atOnce = try await world.tell(by: courier)
        world.clock.move(minutes: 0.1)
        _ = try await world.tell(by: courier)
        world.clock.move(minutes: 4.9)
        let early = try await world.tell(by: courier)
        world.clock.move(minutes: 1)
        let late = try await world.tell(by: courier)

        #expect((atOnce.failed, early.failed, late.delivered) == (0, 0, 1))
        #expect(courier.calls.count == 3)
        #expect(Set(courier.calls.map { $0.headers[0].value }).count == 1)
        #expect(Set(courier.calls.map { $0.headers[2].value }).count == 3)
        let told = try await world.told(hook.id)
        #expect(told.map(\.attempts) == [3])
        #expect(told.first?.status == 200)
    }

    @Test
    func
        `after ten attempts within three days and a quarter it is given up, until somebody retries`()
        async throws
    {
        let (world, hook, _) = try await Self.world()
        let failing = RecordingCourier(then: .failing)
        let start = world.clock.now

        while let next = try await world.tell(by: failing).nextDue { world.clock.move(to: next) }

        #expect(failing.calls.count == 10)
        #expect((3 * 86_400..<3.5 * 86_400).contains(world.clock.now.timeIntervalSince(start)))
        #expect(try await world.told(hook.id).map(\.state) == [.givenUp])

        let again = try await world.webhooks.retry(of: hook.id)
        let report = try await world.tell(by: RecordingCourier([.ok]))
        #expect(again.count == 1)
        #expect(report.delivered == 1)
    }

    @Test(arguments: [(60.0, 60.0), (1, 5.5), (10_000_000, 86_400)])
    func `a receiver says when to come again, within a day`(asked: Double, most: Double)
        async throws
    {
        let (world, _, _) = try await Self.world()
        let start = world.clock.now
        let busy = WebhookReply(status: 503, text: "busy", retryAfter: asked)

        let next = try await world.tell(by: RecordingCourier([busy])).nextDue

        let pause = try #require(next).timeIntervalSince(start)
        #expect((min(asked, 5)...most).contains(pause.rounded(.down)) || pause <= most)
        #expect(pause >= min(asked, 86_400))
    }

    @Test func `a receiver that is gone turns its webhook off`() async throws {
        let (world, hook, _) = try await Self.world()
        _ = try await world.webhooks.test(hook.id)
        let courier = RecordingCourier([.gone])

        let report = try await world.tell(by: courier)
        try await world.event(.baku)
        let after = try await world.tell(by: courier)

        #expect(report.turnedOff == [hook.id])
        #expect(after.failed == 0)
        #expect(try await world.webhooks.webhook(hook.id).webhook.isEnabled == false)
        #expect(try await world.audit.latest(limit: 5).contains { $0.act == .disable })
        #expect(try await world.told(hook.id).map(\.state) == [.givenUp, .queued])
    }

    @Test func `a redirect is an answer that does not take it`() async throws {
        let (world, hook, _) = try await Self.world()

        _ = try await world.tell(by: RecordingCourier([WebhookReply(status: 302, text: "")]))

        #expect(try await world.told(hook.id).map(\.state) == [.queued])
    }

    @Test func `what a sender that died had claimed is told again, and by nobody else before`()
        async throws
    {
        let (world, hook, _) = try await Self.world()
        let courier = RecordingCourier.willing()
        try await world.store.write { ledger in
            var delivery = try #require(try ledger.dueDelivery(of: hook.id, at: world.clock.now))
            delivery.state = .sending
            delivery.attempts = 1
            try ledger.update(
                delivery,
                lease: Lease(owner: "dead", until: world.clock.now.addingTimeInterval(300)))
        }

        let waiting = try await world.tell(by: courier)
        let heir = Sender(owner: "heir") { $0 == "dead" }
        let taken = try await world.tell(by: courier, as: heir)

        #expect((waiting.delivered, taken.delivered) == (0, 1))
        #expect(try await world.told(hook.id).map(\.attempts) == [2])
    }

    @Test func `a lease that has ended gives a delivery back`() async throws {
        let (world, hook, _) = try await Self.world()
        try await world.store.write { ledger in
            var delivery = try #require(try ledger.dueDelivery(of: hook.id, at: world.clock.now))
            delivery.state = .sending
            try ledger.update(delivery, lease: Lease(owner: "lost", until: world.clock.now))
        }
        world.clock.move(minutes: 1)

        #expect(try await world.tell(by: RecordingCourier([.ok])).delivered == 1)
    }

    @Test func `two senders tell nothing twice`() async throws {
        let (world, hook, _) = try await Self.world()
        for _ in 1...30 { _ = try await world.webhooks.test(hook.id) }
        let courier = RecordingCourier.willing()

        async let first = world.tell(by: courier)
        async let second = world.tell(by: courier, as: Sender(owner: "other") { _ in false })

        #expect(try await first.delivered + second.delivered == 31)
        #expect(Set(courier.calls.map { $0.headers[0].value }).count == 31)
    }

    @Test func `a receiver out of reach holds up no other, and a round ends soon`() async throws {
        let (world, hook, _) = try await Self.world()
        for _ in 1...100 { _ = try await world.webhooks.test(hook.id) }

        let down = try await world.tell(by: RecordingCourier(then: .unreachable))
        let up = try await world.tell(by: RecordingCourier.willing())

        #expect(down.failed == 1)
        #expect(up.delivered == 50)
        #expect(up.isMoreDue)
    }

    @Test func `what was told is forgotten after a while`() async throws {
        let (world, hook, _) = try await Self.world()
        world.clock.move(days: 31)
        _ = try await world.webhooks.test(hook.id)

        #expect(try await world.webhooks.forget(olderThan: 30) == 1)
        #expect(try await world.told(hook.id).map(\.change) == ["webhook.tested"])
    }

    @Test func `a webhook goes with all that it was to be told`() async throws {
        let (world, hook, _) = try await Self.world()

        _ = try await world.webhooks.remove(hook.id)

        #expect(try await world.webhooks.list().isEmpty)
        #expect(try await world.tell(by: RecordingCourier()).delivered == 0)
    }

    /// A world with a webhook and one change to tell.
    private static func world() async throws -> (World, Webhook, WebhookSecret) {
        let world = try await World()
        let (line, secret) = try await world.webhooks.add(.example)
        try await world.event()
        return (world, line.webhook, secret)
    }
}
