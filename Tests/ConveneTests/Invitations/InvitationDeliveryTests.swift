import Convene
import ConveneTestSupport
import Testing

@Suite struct InvitationDeliveryTests {
    @Test func `the list says whose mail did not arrive`() async throws {
        let world = try await World()
        try await world.event()
        for guest in 1...4 { try await world.nominate(.guest(guest)) }
        try await world.invite(.people((1...4).map { PersonDraft.guest($0).mention }))
        _ = try await world.post.suppress(
            EmailAddress(stored: "guest2@example.net"), reason: "they rang")
        _ = try await world.post.hold(.these([Message.ID(4)]))
        let report = try await world.deliver(by: RecordingMailer([.failed, .sent]))

        let lines = try await world.invitations.list(.kyiv)

        #expect(
            lines.sorted { $0.line.person.id.rawValue < $1.line.person.id.rawValue }
                .map(\.delivery) == [.notDelivered, .notDelivered, .sent, .waiting])
        #expect(report.suppressed == 1)
        let file = try await world.invitations.file(PersonDraft.guest(1).mention, to: .kyiv)
        #expect(file.line.delivery == .notDelivered)
    }

    @Test func `a mail that came later and arrived makes it good`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.guest(1))
        try await world.invite(.all)
        try await world.deliver(by: RecordingMailer([.unwanted]))
        _ = try await world.post.retry(.these([Message.ID(1)]))
        try await world.deliver()

        #expect(try await world.invitations.list(.kyiv).map(\.delivery) == [.sent])
    }

    @Test func `a plan that has nothing left to do knows it`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.guest(1))
        try await world.invite(.all)
        try await world.deliver()

        for selection in [InvitationDesk.Selection.all, .nominated] {
            let plan = try await world.invitations.plan(selection, to: .kyiv)

            #expect(plan.count == 0)
            #expect(plan.doneBefore == 1)
        }
    }

    @Test func `where nobody is on the list, nothing is done yet`() async throws {
        let world = try await World()
        try await world.event()

        #expect(try await world.invitations.plan(.nominated, to: .kyiv).doneBefore == nil)
    }
}
