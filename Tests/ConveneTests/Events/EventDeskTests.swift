import Convene
import ConveneTestSupport
import Testing

@Suite struct EventDeskTests {
    @Test func `dates make a session for each day`() async throws {
        let world = try await World()

        try await world.event()

        let sessions = try await world.sessions.list(.kyiv)
        #expect(sessions.map(\.number) == [1, 2, 3, 4, 5])
        #expect(sessions.first?.day.text == "2011-10-03")
        #expect(sessions.last?.day.text == "2011-10-07")
        #expect(sessions.count(where: { $0.counts }) == 5)
    }

    @Test(
        arguments: [
            ("2011-10-03/2011-10-07", 5), ("2011-10-03", 1), ("October 2011", 0), ("Q4 2011", 0),
            ("2011", 0),
        ])
    func `a term exact to its days is the dates`(term: String, days: Int) async throws {
        let world = try await World()

        let event = try await world.event(dates: nil, term: Term(term))

        #expect((event.dates != nil) == (days > 0))
        #expect(try await world.sessions.list(.kyiv).count == days)
    }

    @Test func `a new term exact to its days moves the dates`() async throws {
        let world = try await World()
        try await world.event(dates: nil, term: Term("2011"))

        let change = try await world.events.edit(.kyiv) { $0.term = try Term("3-7 October 2011") }

        #expect(change.event.dates == .octoberWeek)
        #expect(try await world.sessions.list(.kyiv).count == 5)
    }

    @Test func `sessions follow the dates, the first day to the first, with their titles`()
        async throws
    {
        let world = try await World()
        try await world.event()
        _ = try await world.sessions.edit(1, of: .kyiv) { $0.title = "Opening" }

        _ = try await world.events.edit(.kyiv) { $0.dates = .days(15_249, 15_250) }

        let sessions = try await world.sessions.list(.kyiv)
        #expect(sessions.map(\.number) == [1, 2])
        #expect(sessions.map(\.title) == ["Opening", ""])
    }

    @Test func `a day on which attendance was taken can't fall away`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, as: .absent, sessions: [5])

        await expect(refusal: .sessionMarked) {
            try await world.events.edit(.kyiv) { $0.dates = .days(15_250, 15_253) }
        }

        #expect(try await world.sessions.list(.kyiv).count == 5)
    }

    @Test(arguments: [0, -1])
    func `a capacity leaves at least one seat`(capacity: Int) async throws {
        let world = try await World()

        await expect(refusal: .eventCapacity) { try await world.event(capacity: capacity) }
    }

    @Test(arguments: ["0", "-3", "many", "1.5", ""])
    func `a capacity is written as a number`(text: String) async throws {
        await expect(refusal: .eventCapacity) { try Event.capacity(text) }
    }

    @Test func `dates longer than a year are a slip`() async throws {
        let world = try await World()

        await expect(refusal: .eventDates) { try await world.event(dates: .days(15_250, 15_650)) }
    }

    @Test(arguments: [0, 101])
    func `completion is a share`(percent: Int) async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .valueInvalid) {
            try await world.events.edit(.kyiv) { $0.completionPercent = percent }
        }
    }

    @Test(arguments: ["", " \n"])
    func `an event needs a title`(title: String) async throws {
        let world = try await World()

        await expect(refusal: .valueInvalid) {
            try await world.events.add(Event(code: .kyiv, kind: .seminar, title: title))
        }
    }

    @Test func `a code is given once, and an edit can't take another's`() async throws {
        let world = try await World()
        try await world.event()
        try await world.event(.baku, dates: .octoberWeekend)

        await expect(refusal: .eventExists) { try await world.event() }
        await expect(refusal: .eventExists) {
            try await world.events.edit(.baku) { $0.code = .kyiv }
        }
    }

    @Test(arguments: ["", " ", "-kyiv", "kyiv 2011", "ky\niv", "kyiv;drop", "../kyiv"])
    func `what can't be typed can't be a code`(text: String) async throws {
        let problem = await expect(refusal: .valueInvalid) { try Code(text) }

        #expect(problem?.message.contains("\n") == false)
    }

    @Test func `a code may be of 60 letters of any script, and of no more`() async throws {
        let longest = String(repeating: "ж", count: 60)

        let code = try Code(longest.uppercased())

        #expect(code.text == longest)
        await expect(refusal: .valueInvalid) { try Code(longest + "ж") }
    }

    @Test func `what is not there is not found`() async throws {
        let world = try await World()

        await expect(refusal: .eventUnknown) { try await world.events.event(.kyiv) }
    }

    @Test func `an edit that changes nothing leaves no trace`() async throws {
        let world = try await World()
        try await world.event()
        let entries = try await world.audit.verify()

        let change = try await world.events.edit(.kyiv) { $0.city = "Kyiv" }

        #expect(change.mails == 0)
        #expect(try await world.audit.verify() == entries)
    }

    @Test func `organisers alone can be changed, and the audit tells`() async throws {
        let world = try await World()
        let event = try await world.event()

        for _ in 1...2 {
            _ = try await world.events.edit(
                .kyiv, organisations: [.init(name: "Museum of Samples", part: .organiser)]
            ) { _ in }
        }

        let organisers = try await world.events.file(.kyiv).organisations
        #expect(organisers.map(\.name) == ["Museum of Samples"])
        let entries = try await world.audit.latest(of: .event(event.id), limit: 10)
        #expect(entries.map(\.act) == [.edit, .add])
    }
}
