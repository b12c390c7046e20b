import ConveneTestSupport
import FoundationEssentials
import Testing

@testable import Convene

/// What webhooks are told.
@Suite struct WebhookTests {
    @Test func `a change is queued with the act that made it, by number and never by name`()
        async throws
    {
        let world = try await World()
        try await world.event()
        let hook = try await world.webhooks.add(.example).line.webhook

        try await world.register(.ada)

        let told = try await world.told(hook.id)
        #expect(
            told.map(\.change) == ["organisation.added", "person.added", "registration.confirmed"])
        #expect(
            told.last?.body
                == #"{"type":"registration.confirmed","timestamp":"2011-09-01T09:00:00Z","#
                + #""data":{"event":"kyiv-2011","person":"P1","role":"participant","standing":"confirmed"}}"#
        )
        #expect(!told.contains { $0.body.contains("Ada") || $0.body.contains("example.org") })
    }

    @Test func `what is rolled back is told to nobody`() async throws {
        let world = try await World()
        try await world.event()
        let hook = try await world.webhooks.add(.example).line.webhook

        await expect(refusal: .addressInvalid) {
            try await world.office.write(as: world.officer) { deed in
                _ = try deed.add(
                    Event(code: .baku, kind: .seminar, title: "Shops"), organisations: [])
                _ = try EmailAddress("none")
            }
        }

        #expect(try await world.told(hook.id) == [])
    }

    @Test(arguments: [
        (["registration"], 2), (["registration.withdrawn"], 1), (["event", "person"], 0),
        ([], 3),
    ])
    func `a webhook hears of what it wants to hear of`(words: [String], count: Int) async throws {
        let world = try await World()
        try await world.event()
        try await world.person(.edsger)
        let hook = try await world.webhooks.add(
            .example, changes: try words.map { try ChangeWord($0) }
        ).line.webhook

        _ = try await world.registrations.enter(.edsger, at: .kyiv, as: .registered)
        try await world.move(.edsger, to: .withdrawn)
        _ = try await world.sessions.add(to: .kyiv, day: Day(daysSince1970: 15_251))

        #expect(try await world.told(hook.id).count == count)
    }

    @Test func `a webhook of an event or a programme hears of nothing else`() async throws {
        let world = try await World()
        let programme = try await world.programme()
        try await world.event(of: programme)
        try await world.event(.baku)
        let ofEvent = try await world.webhooks.add(.example, event: .baku).line.webhook
        let ofProgramme = try await world.webhooks.add(.example, programme: .museums).line.webhook

        try await world.register(.ada)
        try await world.register(.alan, at: .baku)

        #expect(try await world.told(ofEvent.id).map(\.change) == ["registration.confirmed"])
        let told = try await world.told(ofProgramme.id)
        #expect(told.map(\.change) == ["registration.confirmed"])
        #expect(told.first?.body.contains("kyiv-2011") == true)
    }

    @Test func `a webhook that is off is told nothing, and later what it had missed before`()
        async throws
    {
        let world = try await World()
        let hook = try await world.webhooks.add(.example).line.webhook
        try await world.event()
        _ = try await world.webhooks.set(isEnabled: false, of: hook.id)
        try await world.event(.baku)
        let courier = RecordingCourier.willing()

        let off = try await world.tell(by: courier)
        _ = try await world.webhooks.set(isEnabled: true, of: hook.id)
        let on = try await world.tell(by: courier)

        #expect(off.delivered == 0)
        #expect(on.delivered == 1)
    }

    @Test func `the secret stands in no audit entry, and slips into no text`() async throws {
        let world = try await World()
        let (line, secret) = try await world.webhooks.add(
            WebhookURL("https://hooks.example.org/key-1234"))

        let entries = try await world.audit.latest(limit: 100)
        let texts = entries.map(\.details) + ["\(secret)", String(reflecting: secret), "\(line)"]

        let encoded = secret.text.dropFirst(6)
        #expect(secret.text.hasPrefix("whsec_") && secret.bytes.count == 32)
        #expect(!texts.contains { $0.contains(encoded) || $0.contains("\(secret.bytes)") })
        #expect(!entries.contains { $0.details.contains("key-1234") })
    }

    @Test func `accounts that are not admins neither see webhooks nor make any`() async throws {
        let world = try await World()
        let actor = try await world.account(as: .organiser)
        let desk = world.office.webhookDesk(actor)

        await expect(refusal: .accessDenied) { try await desk.list() }
        await expect(refusal: .accessDenied) { try await desk.add(.example) }
    }

    @Test func `every kind of change has a name of its own`() {
        #expect(Set(Change.all.map(\.name)).count == Change.all.count)
        #expect(Change.all.allSatisfy { $0.name.wholeMatch(of: /[a-z]+\.[a-z-]+/) != nil })
    }

    @Test func `whoever is forgotten goes from what receivers said`() async throws {
        let world = try await World()
        try await world.person(.ada)
        let hook = try await world.webhooks.add(.example).line.webhook
        _ = try await world.webhooks.test(hook.id)
        _ = try await world.tell(
            by: RecordingCourier(then: WebhookReply(status: 200, text: "Ada was seen")))

        _ = try await world.people.erase(.ada)

        #expect(try await world.told(hook.id).first?.reply == "")
    }
}

extension World {
    /// What a webhook was and is to be told, in the order in which it happened.
    func told(_ id: Webhook.ID) async throws -> [WebhookDelivery] {
        try await webhooks.deliveries(of: id, limit: 1000).reversed()
    }

    func tell(by courier: any Courier, as sender: Sender = .main) async throws -> WebhookReport {
        try await office.webhookDesk(.system).deliver(by: courier, as: sender)
    }
}
