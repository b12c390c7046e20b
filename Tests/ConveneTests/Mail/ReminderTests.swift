import Convene
import ConveneTestSupport
import Testing

import struct FoundationEssentials.Date

/// Reminders by rule: relative to the start or to the day by which an answer is due.
@Suite struct ReminderTests {
    /// The event is from 3 to 7 October 2011 in Kyiv; it is 1 September. Ada and Grace have their
    /// invitations.
    private func world(_ rules: String, answerBy: Day? = nil) async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada, .grace)
        _ = try await world.events.edit(.kyiv, reminders: ReminderRule.several(rules)) {
            $0.answerBy = answerBy
        }
        try await world.invite()
        try await world.deliver()
        return world
    }

    /// Sends what is due at nine in the morning in Kyiv of the day.
    @discardableResult
    private func send(on day: String, in world: World) async throws -> Int {
        let day = try #require(Day(day))
        let zone = Zone(stored: "Europe/Kyiv")
        world.clock.move(to: zone.instant(day, try #require(TimeOfDay("09:00"))))
        return try await world.deliver().sent
    }

    @Test(arguments: [
        ("7d", "start-7d"), ("2w", "start-14d"), (" start-1d ", "start-1d"),
        ("deadline-0d", "deadline-0d"), ("DEADLINE-2D", "deadline-2d"),
    ])
    func `a rule is written in days or weeks`(written: String, rule: String) throws {
        #expect(try ReminderRule(written).text == rule)
    }

    @Test(arguments: ["", "7", "0d", "d", "-7d", "end-7d", "7d,", "366d", "start-7d-1d", "7 days"])
    func `what says no time is refused`(written: String) async {
        await expect(refusal: .valueInvalid) { try ReminderRule.several(written) }
    }

    @Test func `those who have not answered are reminded when it is time, once a rule`()
        async throws
    {
        let world = try await world("7d,1d")
        _ = try await world.invitations.answer(.accepted, from: .grace, to: .kyiv, by: .letter)

        let sent = try await [
            send(on: "2011-09-25", in: world), send(on: "2011-09-26", in: world),
            send(on: "2011-09-27", in: world), send(on: "2011-10-02", in: world),
        ]

        #expect(sent == [0, 1, 0, 1])
        #expect(
            try await world.mail(to: .ada) == ["invitation sent", "reminder sent", "reminder sent"])
        #expect(try await world.mail(to: .grace) == ["invitation sent"])
        #expect(try await world.post.file(Message.ID(3)).content?.automatic == true)
    }

    @Test func `a reminder moves with the event`() async throws {
        let world = try await world("7d")
        _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .days(15_260, 15_264) }

        let sent = try await [
            send(on: "2011-09-26", in: world), send(on: "2011-10-06", in: world),
        ]

        #expect(sent == [0, 2])
    }

    @Test func `when the event moves after the reminder, it is due again`() async throws {
        let world = try await world("7d")
        try await send(on: "2011-09-26", in: world)
        _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .days(15_260, 15_264) }

        #expect(try await send(on: "2011-10-06", in: world) == 2)
    }

    @Test func `nobody is reminded once the event has begun`() async throws {
        let world = try await world("1d")

        #expect(try await send(on: "2011-10-03", in: world) == 0)
    }

    @Test func `a reminder that waited does not leave once the event has begun (BOX-7)`()
        async throws
    {
        let world = try await world("1d")
        world.clock.move(to: try #require(Day("2011-10-02")).noon)
        try await world.deliver(by: RecordingMailer([.unreachable]))

        try await send(on: "2011-10-03", in: world)

        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder expired"])
    }

    @Test func `nor when the event was moved before it without telling (BOX-10)`() async throws {
        let world = try await world("1d")
        world.clock.move(to: try #require(Day("2011-10-02")).noon)
        try await world.deliver(by: RecordingMailer([.unreachable]))
        _ = try await world.events.edit(.kyiv, telling: false) {
            $0.dates = .days(15_249, 15_250)
        }

        try await world.deliver()

        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder cancelled"])
    }

    @Test func `who answers while the reminder waits does not get it (BOX-10)`() async throws {
        let world = try await world("7d")
        world.clock.move(to: try #require(Day("2011-09-26")).noon)
        try await world.deliver(by: RecordingMailer([.unreachable]))
        for person in [PersonMention.ada, .grace] {
            _ = try await world.invitations.answer(.tentative, from: person, to: .kyiv, by: .letter)
        }

        try await world.deliver(by: RecordingMailer([]))

        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder cancelled"])
    }

    @Test func `the deadline has reminders of its own, and none after it`() async throws {
        let world = try await world("deadline-2d,deadline-0d", answerBy: Day("2011-09-20"))

        let sent = try await [
            send(on: "2011-09-18", in: world), send(on: "2011-09-21", in: world),
        ]

        #expect(sent == [2, 0])
    }

    @Test func `a rule made after its time waits for no time that is past`() async throws {
        let world = try await world("1d")
        world.clock.move(days: 27)
        _ = try await world.events.edit(.kyiv, reminders: ReminderRule.several("7d,1d")) { _ in }

        #expect(try await world.deliver().sent == 0)
        #expect(try await send(on: "2011-10-02", in: world) == 2)
    }

    @Test func `who was invited after its time is not reminded at once`() async throws {
        let world = try await world("7d")
        world.clock.move(days: 27)
        try await world.nominate(.alan)
        try await world.invite()

        try await world.deliver()
        try await world.deliver()

        #expect(try await world.mail(to: .alan) == ["invitation sent"])
        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder sent"])
    }

    @Test func `rules are kept with the event, and what one has done it does not do again`()
        async throws
    {
        let world = try await world("7d")
        try await send(on: "2011-09-26", in: world)

        _ = try await world.events.edit(.kyiv, reminders: ReminderRule.several("1d,7d")) { _ in }

        let file = try await world.events.file(.kyiv)
        #expect(file.reminders.map(\.rule.text) == ["start-7d", "start-1d"])
        #expect(file.reminders.map { $0.doneAt != nil } == [true, false])
        #expect(try await world.deliver().sent == 0)
    }

    @Test
    func `a template that is broken holds up its own reminders only, until it is mended (BOX-7)`()
        async throws
    {
        let world = try await world("7d")
        try await world.nominate(.alan)
        try await world.invite()
        let fault = Problem(.templateFaulty, "reminder.mustache, line 1: a tag has no end.")
        let broken = World(
            beside: world.store, stationery: PlainStationery(fault: fault), clock: world.clock,
            chance: .seeded(7))
        world.clock.move(to: try #require(Day("2011-09-26")).noon)

        let report = try await broken.deliver()

        #expect(report.sent == 1)
        #expect(report.reminderFaults.map(\.event) == [.kyiv])
        #expect(report.reminderFaults.first?.problem == fault)
        #expect(try await world.deliver().sent == 2)
        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder sent"])
    }

    @Test func `a round that takes days reminds when it is time`() async throws {
        let world = try await world("7d")
        for guest in 1...4 { try await world.nominate(.guest(guest)) }
        world.clock.move(to: try #require(Day("2011-09-25")).noon)
        try await world.invite()

        let report = try await world.deliver(by: .willing(pace: try Pace("2/day"))) { _ in
            world.clock.move(hours: 1)
        }

        // Four invitations, and reminders for those two and the two who had theirs by then.
        #expect(report.sent == 8)
        #expect(try await world.mail(to: .ada) == ["invitation sent", "reminder sent"])
    }

    @Test func `an answer is not asked for after the event`() async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .eventDates) {
            try await world.events.edit(.kyiv) { $0.answerBy = Day("2011-10-08") }
        }
    }
}

extension Day {
    fileprivate var noon: Date { Zone.utc.instant(self, .midnight).addingTimeInterval(43_200) }
}
