import Convene
import ConveneTestSupport
import Testing

@Suite struct ForgottenMailTests {
    /// Kyiv, from 3 to 7 October 2011, with two mails sent, one failed and one that waits.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace, .alan)
        try await world.invite()
        try await world.deliver(by: RecordingMailer([.sent, .failed, .sent]))
        try await world.nominate(.sophie)
        try await world.invite(.people([PersonDraft.sophie.mention]))
        return world
    }

    @Test func `what mails said is forgotten, that they were sent is not (BOX-14)`() async throws {
        let world = try await world()
        let before = try await world.outbox()

        let forgotten = try await world.post.forget(endedBefore: .on("2011-10-08"))

        #expect(forgotten.map(\.event) == [.kyiv])
        #expect(forgotten.map(\.ended) == [.on("2011-10-07")])
        #expect(forgotten.map(\.mails) == [3])
        let after = try await world.outbox()
        #expect(after.map(\.state) == [.sent, .failed, .sent, .queued])
        #expect(after.map(\.endedAt) == before.map(\.endedAt))
        #expect(after.map(\.address) == before.map(\.address))
        #expect(after.allSatisfy { $0.reply.isEmpty })
        for message in after {
            let file = try await world.post.file(message.id)
            #expect((file.content == nil) == (message.state != .queued))
            #expect(file.attempts.compactMap(\.delivery).allSatisfy { $0.reply.isEmpty })
        }
    }

    @Test func `mail that has not left leaves with its words`() async throws {
        let world = try await world()
        _ = try await world.post.forget(endedBefore: .on("2011-10-08"))
        let mailer = RecordingMailer.willing()

        try await world.deliver(by: mailer)

        #expect(mailer.parcels.count == 1)
    }

    @Test(
        arguments: [
            ("2011-10-07", 0), ("2011-10-08", 3), ("2012-01-01", 3),
        ])
    func `an event's mail goes from the day after its last day on`(day: String, mails: Int)
        async throws
    {
        let world = try await world()

        let plan = try await world.post.forgetting(endedBefore: .on(day))

        #expect(plan.reduce(0) { $0 + $1.mails } == mails)
        #expect(try await world.post.file(.init(1)).content != nil)
    }

    @Test func `it happens once, and the audit tells of it`() async throws {
        let world = try await world()

        _ = try await world.post.forget(endedBefore: .on("2012-01-01"))
        let again = try await world.post.forget(endedBefore: .on("2012-01-01"))

        #expect(again == [])
        let event = try await world.events.event(.kyiv)
        let entry = try await world.audit.latest(of: .event(event.id), limit: 1).first
        #expect(entry?.act == .forgetMail)
        #expect(entry?.details.contains("\"3\"") == true)
        _ = try await world.audit.verify()
    }

    @Test func `what came back goes too, unless somebody is still to look at it`() async throws {
        let (world, mailer) = try await World.withSentInvitations()
        let sender = try #require(mailer.parcels.first).sender.text
        try await world.fetch(.bounce(to: sender, status: "5.1.1"))
        let mail = try await world.mail()
        try await world.fetch(
            "From: guest1@example.net\nSubject: Re\nIn-Reply-To: <\(mail.headerID)>\n\nLunch?\n")

        let plan = try await world.post.forgetting(endedBefore: .on("2012-01-01"))
        let done = try await world.post.forget(endedBefore: .on("2012-01-01"))

        let kept = try await world.inTray.list().map(\.incoming)
        #expect(plan.map(\.replies) == [1])
        #expect(done.map(\.replies) == [1])
        #expect(kept.first { $0.kind == .bounce }.map { $0.subject + $0.header + $0.words } == "")
        #expect(kept.first { $0.kind == .reply }?.words == "Lunch?")
    }

    @Test func `an event without dates ends with its term, one put off has no end`() async throws {
        let world = try await World()
        try await world.event(dates: nil, term: Term("October 2011"))
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver()

        let planned = try await world.post.forgetting(endedBefore: .on("2011-11-01"))
        _ = try await world.events.move(.kyiv, to: .postponed, reason: "", telling: false)

        #expect(planned.map(\.ended.text) == ["2011-10-31"])
        #expect(try await world.post.forgetting(endedBefore: .on("2015-01-01")) == [])
    }

    @Test func `the rule counts days back from today`() async throws {
        let world = try await World()

        #expect(world.post.forgettingDay(days: 30).text == "2011-08-02")
    }

    @Test func `what was forgotten is not sent again`() async throws {
        let world = try await world()
        _ = try await world.post.forget(endedBefore: .on("2012-01-01"))

        _ = try await world.post.retry(.these([.init(2)]))
        try await world.deliver()

        #expect(try await world.outbox()[1].state == .cancelled)
    }
}
