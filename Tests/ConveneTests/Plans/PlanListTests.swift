import Convene
import ConveneTestSupport
import Testing

@Suite struct PlanListTests {
    @Test func `the country's plan comes in whole, steps in their order with their terms`()
        async throws
    {
        let world = try await World()

        let report = try await world.plan()

        #expect([report.rows, report.new, report.known] == [42, 42, 0])
        let lines = try await world.plans.list()
        let years = Dictionary(grouping: lines, by: \.activity.year).mapValues(\.count)
        #expect(years == [2021: 16, 2022: 12, 2023: 14])
        #expect(lines.map(\.activity.steps.count).reduce(0, +) == 80)
        let conference = try await world.activity(.conference)
        #expect(
            conference.steps.map { "\($0.title): \($0.term?.text ?? "")" } == [
                "Dates agreed jointly: January 2023",
                "Concept of the conference developed: March 2023",
                "List of participants formed: April 2023", "Invitations distributed: April 2023",
                "Conference held: 3rd quarter of 2023",
            ])
        #expect(conference.steps.last?.term?.first == Day("2023-07-01"))
        let heritage = try await world.activity(ActivityMention("2023-2"))
        #expect(heritage.term?.last == Day("2023-09-30"))
    }

    @Test func `the same plan twice changes nothing, and leaves no trace`() async throws {
        let world = try await World()
        try await world.plan()
        let entries = try await world.audit.latest(limit: 1000).count

        let report = try await world.plans.enter(CaseList.plan.sheet())

        #expect([report.known, report.unchanged, report.new] == [42, 42, 0])
        #expect(report.batch == nil)
        #expect(try await world.audit.latest(limit: 1000).count == entries)
    }

    @Test func `a changed plan changes what it says, tells so, and keeps what is done`()
        async throws
    {
        let world = try await World()
        try await world.plan(
            of: .museums,
            .reading(
                "year,number,title,steps,term\n2021,1,Visit,\"Dates\nHeld\",2021\n2021,2,B,,\n"))
        _ = try await world.plans.tick(.visit, .numbers([1]))
        let changed = try Sheet.reading(
            """
            year,number,title,steps,term
            2021,1,Visit,"Programme | May 2021
            dates",Q2 2021
            2021,3,C,,2021

            """)

        let preview = try await world.plans.preview(changed)
        let report = try await world.plans.enter(changed, of: .museums)

        for said in [preview, report] {
            #expect([said.new, said.known, said.unchanged] == [1, 1, 0])
            #expect(
                said.notes.dropFirst() == [
                    "2021-2 is in the register and not in the list; it stays.",
                    "2021-1: term 2021 → Q2 2021; new step “Programme”; without “Held”;"
                        + " step “Dates” → “dates”.",
                ])
        }
        let activity = try await world.activity(.visit)
        #expect(activity.steps.map(\.title) == ["Programme", "dates"])
        #expect(activity.steps.map { $0.done != nil } == [false, true])
        #expect(activity.state == .underWay)
        #expect(try await world.plans.list().map(\.activity.number) == [1, 2, 3])
    }

    @Test func `a step that is done and no longer in the list stays at the end`() async throws {
        let world = try await World()
        try await world.plan(
            of: .museums, .reading("year,number,title,steps\n2021,1,Visit,\"Dates\nHeld\"\n"))
        _ = try await world.plans.tick(.visit, .numbers([1]))

        let report = try await world.plans.enter(
            .reading("year,number,title,steps\n2021,1,Visit,\"Agenda\nHeld\"\n"), of: .museums)

        let activity = try await world.activity(.visit)
        #expect(activity.steps.map(\.title) == ["Agenda", "Held", "Dates"])
        #expect(activity.steps.map { $0.done != nil } == [false, false, true])
        #expect(report.notes.contains("2021-1: “Dates” is done and not in the list; it stays."))
    }

    @Test func `what a list has no column for stays as it was`() async throws {
        let world = try await World()
        try await world.plan()

        _ = try await world.plans.enter(
            .reading("year,number,title\n2021,7,Kits\n"), of: .museums)

        let activity = try await world.activity(.microscience)
        #expect(activity.title == "Kits")
        #expect(activity.steps.count == 3)
        #expect(activity.term?.text == "September-October 2021")
    }

    @Test(
        arguments: [
            ("2021,1,Again,,", "number", "stands on line 2 already"),
            ("21,2,Title,,", "year", "not a year"), (",2,Title,,", "year", "year is missing"),
            ("2021,two,Title,,", "number", "number of an activity"),
            ("2021,0,Title,,", "number", "number of an activity"),
            ("2021,,Title,,", "number", "number is missing"),
            ("2021,2,,,", "title", "title is missing"), ("2021,2,Title,,soon", "term", "not clear"),
            ("2021,2,Title,Dates | soon,", "steps", "not clear"),
            ("2021,2,Title,| March 2021,", "steps", "names no step"),
        ])
    func `every fault of a plan has its line, its column and its value`(
        row: String, column: String, message: String
    ) async throws {
        let world = try await World()
        try await world.programme()
        let sheet = try Sheet.reading("year,number,title,steps,term\n2021,1,Title,,2021\n\(row)\n")

        let report = try await world.plans.preview(sheet)
        await expect(refusal: .listFaults) { try await world.plans.enter(sheet, of: .museums) }

        #expect(report.faults.map(\.line) == [3])
        #expect(report.faults.map(\.column) == [column])
        #expect(report.faults.first?.message.contains(message) == true)
        #expect(try await world.plans.list().isEmpty)
    }

    @Test(arguments: [
        "Год,№,Номер,Мероприятие,Механизм,Срок", "Year,,No.,Activity,Mechanism,Timeframe",
    ])
    func `the headings of a plan are those that people write`(headings: String) async throws {
        let world = try await World()

        try await world.plan(
            of: .museums, .reading("\(headings)\n2021,,1,Visit,Dates,II квартал 2021\n"))

        let activity = try await world.activity(.visit)
        #expect(activity.steps.map(\.title) == ["Dates"])
        #expect(activity.due == Day("2021-06-30"))
    }

    @Test func `all faults of a plan come in one report`() async throws {
        let world = try await World()
        let sheet = try Sheet.reading(
            "year,number,title,steps,term\n21,0,,Dates | soon,later\n2021,1,Title,,2021\n")

        let report = try await world.plans.preview(sheet)

        #expect(report.faults.map(\.column) == ["title", "year", "number", "term", "steps"])
        #expect(report.faults.map(\.value) == ["", "21", "0", "later", "Dates | soon"])
    }

    @Test func `a term outside the year is taken, and pointed out`() async throws {
        let world = try await World()

        let report = try await world.plan(
            of: .museums, .reading("year,number,title,term\n2021,1,Visit,March 2022\n"))

        #expect(report.notes.contains("Line 2: 2021-1 has a term outside its year, March 2022."))
    }

    @Test func `without a name, a plan is that of the programme of just its years`() async throws {
        let world = try await World()
        _ = try await world.programmes.enter(CaseList.programmes.sheet())

        let report = try await world.plans.enter(CaseList.plan.sheet())

        let code = try Code("tm-2021-2023")
        #expect(try await world.plans.list(PlanFilter(programme: code)).count == 42)
        #expect(report.notes.first?.hasPrefix("The plan is that of tm-2021-2023") == true)
    }

    @Test func `where no programme comes near, the plan has one of its own`() async throws {
        let world = try await World()

        let report = try await world.plans.enter(CaseList.plan.sheet())
        let again = try await world.plans.enter(CaseList.plan.sheet())

        let programme = try await world.programmes.programme(Code("country-action-plan"))
        #expect(programme.title == "Country action plan, 2021–2023")
        #expect([programme.startYear, programme.endYear] == [2021, 2023])
        #expect(report.new == 42)
        #expect(again.unchanged == 42)
    }

    @Test func `another plan of the same years never falls upon the one that there is`()
        async throws
    {
        let world = try await World()
        try await world.plan()
        let other = try Sheet.reading("year,number,title\n2021,7,Another country's\n")

        await expect(refusal: .planProgramme) { try await world.plans.enter(other) }
        await expect(refusal: .programmeUnknown) {
            try await world.plans.enter(other, of: Code("nowhere"))
        }

        #expect(try await world.activity(.microscience).steps.count == 3)
    }
}
