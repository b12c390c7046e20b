import Convene
import ConveneTestSupport
import Testing

/// What those who were invited are owed when an event is at another time, told or not.
@Suite struct GuestNewsTests {
    /// Ada and Grace are invited to an event, and their invitations have arrived.
    private func world(dates: ClosedRange<Day> = .days(15_250, 15_250)) async throws -> World {
        let world = try await World()
        try await world.event(dates: dates)
        try await world.nominate(.ada, .grace)
        try await world.invite()
        try await world.deliver()
        return world
    }

    @Test func `the times of a single day's sessions are told as new dates are (ICS-9)`()
        async throws
    {
        let world = try await world()

        let change = try await world.sessions.edit(1, of: .kyiv) { $0.isFrom("09:00", to: "17:00") }

        #expect(change.mails == 2)
        #expect(try await world.mail(to: .ada) == ["invitation sent", "change queued"])
        let calendar = try await world.lastLetter(to: .ada)?.calendar
        #expect(calendar?.text.contains("SEQUENCE:1\r\n") == true)
    }

    @Test func `another time is another revision, told or not (ICS-9)`() async throws {
        let world = try await world()

        let change = try await world.sessions.edit(1, of: .kyiv, telling: false) {
            $0.isFrom("09:00", to: "17:00")
        }

        #expect(change.mails == 0)
        #expect(try await world.mail(to: .ada) == ["invitation sent"])
        #expect(try await world.sequence(of: .ada) == 1)
    }

    @Test(arguments: ["edit", "list", "session added", "session removed", "postpone"])
    func `whatever changes the time without telling raises the revision (ICS-9)`(way: String)
        async throws
    {
        let world = try await world()
        let day = Day(daysSince1970: 15_250)
        _ = try await world.sessions.edit(1, of: .kyiv) { $0.isFrom("09:00", to: "12:00") }
        _ = try await world.sessions.add(
            to: .kyiv, day: day, starts: TimeOfDay("13:00"), ends: TimeOfDay("17:00"))
        let before = try await world.sequence(of: .ada)

        switch way {
        case "edit":
            _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .octoberWeekend }
        case "list":
            let list = "code,title,kind,when\nkyiv-2011,Event kyiv-2011,regional-training,"
            _ = try await world.events.enter(.reading(list + "2011-10-01/2011-10-02\n"))
        case "session added":
            _ = try await world.sessions.add(
                to: .kyiv, day: day, starts: TimeOfDay("18:00"), ends: TimeOfDay("20:00"),
                telling: false)
        case "session removed": _ = try await world.sessions.remove(2, of: .kyiv, telling: false)
        default:
            _ = try await world.events.move(.kyiv, to: .postponed, reason: "", telling: false)
        }

        #expect(try await world.sequence(of: .ada) == before + 1)
    }

    @Test func `the entry of somebody who has declined rises too, for they may come back (ICS-9)`()
        async throws
    {
        let world = try await world()
        _ = try await world.invitations.answer(.declined, from: .ada, to: .kyiv, by: .link)

        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        #expect(try await world.mail(to: .ada) == ["invitation sent"])
        #expect(try await world.sequence(of: .ada) == 1)
    }

    @Test func `what leaves the time as it is raises nothing`() async throws {
        let world = try await world()

        _ = try await world.events.edit(.kyiv, telling: false) { $0.venue = "Hall 1" }
        _ = try await world.sessions.edit(1, of: .kyiv) { $0.title = "Opening" }

        #expect(try await world.sequence(of: .ada) == 0)
        #expect(try await world.mail(to: .ada) == ["invitation sent"])
    }

    @Test func `other times of a session are told, times where there were none are not`()
        async throws
    {
        let world = try await world(dates: .octoberWeekend)

        let first = try await world.sessions.edit(1, of: .kyiv) { $0.isFrom("09:00", to: "17:00") }
        let noon = try #require(TimeOfDay("13:00"))
        let parted = try await world.sessions.split(1, of: .kyiv, at: noon)
        let later = try await world.sessions.edit(1, of: .kyiv) { $0.isFrom("10:00", to: "13:00") }

        #expect([first, parted, later].map(\.mails) == [0, 0, 2])
    }

    @Test(arguments: [Event.Status.held, .cancelled])
    func `the sessions of an event that is over are told to nobody`(status: Event.Status)
        async throws
    {
        let world = try await world()
        _ = try await world.events.move(.kyiv, to: status, reason: "", telling: false)

        let change = try await world.sessions.edit(1, of: .kyiv) { $0.isFrom("09:00", to: "17:00") }

        #expect(change.mails == 0)
    }

    @Test func `whom no mail has reached hears of no change and of no cancellation`()
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        _ = try await world.post.cancel(.these([Message.ID(1)]))

        let change = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }
        let end = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect([change.mails, end.mails] == [0, 0])
        #expect(try await world.mail(to: .ada) == ["invitation cancelled"])
        #expect(try await world.registration(of: .ada).invited == false)
    }

    @Test func `who has a place has heard of it, even before the mail that confirms it`()
        async throws
    {
        let world = try await World()
        try await world.openEvent()
        _ = try await world.apply(.ada)

        let end = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(end.mails == 1)
        #expect(
            try await world.mail(to: .ada) == ["confirmation cancelled", "cancellation queued"])
    }

    @Test func `who has answered has heard of it, whatever became of the mail`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver(by: RecordingMailer([.failed]))
        _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .telephone)

        let end = try await world.events.move(.kyiv, to: .cancelled, reason: "no funds")

        #expect(end.mails == 1)
        #expect(try await world.mail(to: .ada) == ["invitation failed", "cancellation queued"])
    }
}

/// A postponed event, which is on again with other dates.
@Suite struct PostponedEventTests {
    /// Ada is invited, and has heard that the event is postponed.
    private func world() async throws -> World {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver()
        _ = try await world.events.move(.kyiv, to: .postponed, reason: "snow")
        return world
    }

    @Test func `new dates are told, and come into the calendar, when it is on again (ICS-10)`()
        async throws
    {
        let world = try await world()
        try await world.deliver()

        let agreed = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }
        let open = try await world.events.move(.kyiv, to: .open, reason: "")

        #expect([agreed.mails, open.mails] == [0, 1])
        #expect(
            try await world.mail(to: .ada) == ["invitation sent", "change sent", "change queued"])
        let letter = try await world.lastLetter(to: .ada)
        #expect(letter?.plain.contains("2011-10-01/2011-10-02") == true)
        #expect(letter?.calendar?.method == .request)
        #expect(letter?.calendar?.text.contains("SEQUENCE:2\r\n") == true)
    }

    @Test func `it can be on again without telling`() async throws {
        let world = try await world()
        try await world.deliver()
        _ = try await world.events.edit(.kyiv) { $0.dates = .octoberWeekend }

        let open = try await world.events.move(.kyiv, to: .open, reason: "", telling: false)

        #expect(open.mails == 0)
        #expect(try await world.sequence(of: .ada) == 2)
    }

    @Test func `a mail that takes the entry out of calendars is not lost to a later edit (ICS-11)`()
        async throws
    {
        let world = try await world()

        _ = try await world.events.edit(.kyiv) { $0.venue = "Hall 1" }

        #expect(
            try await world.mail(to: .ada) == [
                "invitation sent", "change cancelled", "change queued",
            ])
        #expect(try await world.lastLetter(to: .ada)?.calendar?.method == .cancel)
    }

    @Test func `dates that are taken away are taken out of calendars (ICS-11)`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        try await world.invite()
        try await world.deliver()

        _ = try await world.events.edit(.kyiv) { $0.dates = nil }

        #expect(try await world.lastLetter(to: .ada)?.calendar?.method == .cancel)
    }
}

extension Session {
    fileprivate mutating func isFrom(_ start: String, to end: String) {
        (starts, ends) = (TimeOfDay(start), TimeOfDay(end))
    }
}

extension World {
    func sequence(of person: PersonMention) async throws -> Int {
        try await invitations.file(person, to: .kyiv).line.invitation.sequence
    }

    /// What the last mail to somebody says.
    func lastLetter(to person: PersonMention) async throws -> Letter? {
        let id = try await people.person(person).id
        guard let message = try await outbox().last(where: { $0.person == id }) else { return nil }
        return try await post.file(message.id).content?.letter
    }
}
