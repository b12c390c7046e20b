import Convene
import ConveneTestSupport
import Testing

@Suite struct EventListTests {
    /// A world with the programmes and events of the demonstration.
    private func world() async throws -> World {
        let world = try await World()
        _ = try await world.programmes.enter(CaseList.programmes.sheet())
        _ = try await world.events.enter(CaseList.events.sheet())
        return world
    }

    @Test func `the programmes come in whole, stages below their programmes`() async throws {
        let world = try await World()

        let report = try await world.programmes.enter(CaseList.programmes.sheet())

        #expect([report.rows, report.new] == [8, 8])
        let whole = try await world.programmes.programme(Code("ram"))
        let stage = try await world.programmes.programme(Code("ram-2"))
        #expect(stage.parent == whole.id)
        #expect(stage.targets.map(\.goal) == [8, 2, 10])
        #expect(stage.countries.count == 10)
        #expect(whole.agreement.isEmpty == false)
    }

    @Test func `the events come in whole, with their dates as far as they are known`() async throws
    {
        let world = try await world()

        let training = try await world.events.event(Code("kyiv-2011-training"))
        let seminar = try await world.events.file(Code("aktau-2016"))
        let council = try await world.events.event(Code("hermitage-council"))

        #expect(training.term?.text == "2011-10")
        #expect(training.dates == nil)
        #expect(training.capacity == 40)
        #expect(seminar.sessions.count == 2)
        #expect(seminar.organisations.map(\.part) == [.organiser, .coOrganiser, .coOrganiser])
        #expect(council.term == nil)
        #expect(try await world.events.list().count == 6)
    }

    @Test func `the same lists twice change nothing`() async throws {
        let world = try await world()

        let programmes = try await world.programmes.enter(CaseList.programmes.sheet())
        let events = try await world.events.enter(CaseList.events.sheet())

        #expect([programmes.known, programmes.unchanged, programmes.new] == [8, 8, 0])
        #expect([events.known, events.unchanged, events.new] == [6, 6, 0])
    }

    @Test func `what a list has no column for stays as it was`() async throws {
        let world = try await world()
        let code = try Code("kyiv-2011-training")
        _ = try await world.events.edit(code) {
            $0.venue = "Hall 1"
            $0.mailText = "Bring a picture of your museum."
            $0.answerBy = Day("2011-09-15")
            $0.dates = .octoberWeek
        }
        _ = try await world.programmes.edit(Code("ram-2")) { $0.agreement = "signed" }

        _ = try await world.events.enter(CaseList.events.sheet())
        _ = try await world.programmes.enter(
            .reading("code,title\nram-2,Stage II\n"))

        let event = try await world.events.event(code)
        #expect(event.venue == "Hall 1")
        #expect(event.mailText == "Bring a picture of your museum.")
        #expect(event.answerBy == Day("2011-09-15"))
        #expect(event.dates == .octoberWeek)
        let stage = try await world.programmes.programme(Code("ram-2"))
        #expect(stage.title == "Stage II")
        #expect(stage.targets.count == 3)
        #expect(stage.agreement == "signed")
        #expect(stage.parent != nil)
    }

    @Test(
        arguments: [
            ("x,seminar,Title,,", "The same code"), ("y,party,Title,,", "kind"),
            ("y,seminar,Title,nowhere,", "no programme"), (",seminar,Title,,", "code is missing"),
            ("y,seminar,,,", "title is missing"), ("y,seminar,Title,,0", "capacity"),
            ("a b,seminar,Title,,", "can't be a code"),
        ])
    func `every fault of a list of events has its line`(row: String, message: String) async throws {
        let world = try await World()
        let sheet = try Sheet.reading(
            "code,kind,title,programme,capacity\nx,seminar,Title,,\n\(row)\n")

        let report = try await world.events.preview(sheet)
        await expect(refusal: .listFaults) { try await world.events.enter(sheet) }

        #expect(report.faults.map(\.line) == [3])
        #expect(report.faults.first?.message.contains(message) == true)
        #expect(try await world.events.list().isEmpty)
    }

    @Test(
        arguments: [
            ("x,Title,,,", "The same code"), ("y,Title,2014,2011,", "before it starts"),
            ("y,Title,soon,,", "not a year"), ("y,Title,,,people", "not a target"),
            ("y,Title,,,people=5;people=6", "twice"), ("y,,,,", "title is missing"),
        ])
    func `every fault of a list of programmes has its line`(row: String, message: String)
        async throws
    {
        let world = try await World()
        let sheet = try Sheet.reading("code,title,start,end,targets\nx,Title,,,\n\(row)\n")

        let report = try await world.programmes.preview(sheet)
        await expect(refusal: .listFaults) { try await world.programmes.enter(sheet) }

        #expect(report.faults.map(\.line) == [3])
        #expect(report.faults.first?.message.contains(message) == true)
        #expect(try await world.programmes.list().isEmpty)
    }

    @Test func `a list can't make a programme a stage of its own stage`() async throws {
        let world = try await world()

        await expect(refusal: .programmeParent) {
            try await world.programmes.enter(
                .reading("code,title,parent\nram,Running a Museum,ram-2\n"))
        }

        #expect(try await world.programmes.programme(Code("ram")).parent == nil)
    }
}
