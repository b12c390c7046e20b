import Convene
import ConveneTestSupport
import Testing

/// Taking back lists of programmes, events, plans and attendance.
@Suite struct ListUndoingTests {
    private func world() async throws -> World {
        let world = try await World()
        _ = try await world.programmes.enter(.reading("code,title,start\nram,Museums,2010\n"))
        _ = try await world.events.enter(
            .reading(
                "code,title,kind,when,organisers\nkyiv,Museums,seminar,2011-10,Museum of Samples\n")
        )
        return world
    }

    private func undo(_ batch: ImportBatch.ID?, in world: World) async throws -> ImportUndoing {
        let batch = try #require(batch)
        let preview = try await world.imports.undoing(batch)
        let done = try await world.imports.undo(batch)
        #expect(preview == done)
        return done
    }

    @Test func `programmes and their stages go as they came`() async throws {
        let world = try await World()
        let report = try await world.programmes.enter(CaseList.programmes.sheet())

        let undone = try await undo(report.batch, in: world)

        #expect(undone.programmes.count == 8)
        #expect(try await world.programmes.list().isEmpty)
        #expect(try await world.audit.verify() > 0)
        #expect(try await world.programmes.enter(CaseList.programmes.sheet()).new == 8)
    }

    @Test func `a programme that a list changed goes back to what it was`() async throws {
        let world = try await world()
        let before = try await world.programmes.programme(Code("ram"))
        let report = try await world.programmes.enter(
            .reading(
                """
                code,title,start,countries,targets,parent
                ram,Roads,2012,KZ;UA,seminar=8,net
                net,Network,2012,,,
                """))

        let undone = try await undo(report.batch, in: world)

        #expect(undone.restored == ["ram"])
        #expect(undone.programmes.count == 1)
        #expect(try await world.programmes.programme(Code("ram")) == before)
    }

    @Test func `what somebody has changed since stays as it is`() async throws {
        let world = try await world()
        let report = try await world.programmes.enter(.reading("code,title\nram,Roads\n"))
        _ = try await world.programmes.edit(Code("ram")) { $0.agreement = "signed" }

        let undone = try await undo(report.batch, in: world)

        #expect(undone.restored.isEmpty)
        #expect(undone.changedSince == ["ram"])
        let programme = try await world.programmes.programme(Code("ram"))
        #expect([programme.title, programme.agreement] == ["Roads", "signed"])
    }

    @Test func `a programme stays that has events, stages or activities by now`() async throws {
        let world = try await World()
        let report = try await world.programmes.enter(.reading("code,title\nram,Museums\n"))
        let programme = try await world.programmes.programme(Code("ram"))
        try await world.event(of: programme)
        try await world.programme(try Code("ram-2"), stageOf: programme)

        let problem = await expect(refusal: .importKept) {
            try await world.imports.undo(try #require(report.batch))
        }

        #expect(
            problem?.details == [
                "ram has events by now: kyiv-2011.", "ram has stages by now: ram-2.",
            ])
        #expect(try await world.programmes.list().count == 2)
    }

    @Test func `events go as they came, and as they were`() async throws {
        let world = try await world()
        let before = try await world.events.file(Code("kyiv"))
        let report = try await world.events.enter(
            .reading(
                """
                code,title,kind,when,capacity,organisers
                kyiv,Roads,visit,2011-10-03/2011-10-05,20,Museum of Roads
                baku,Roads,visit,2012-05-01/2012-05-02,,Museum of Roads
                """))
        _ = try await world.events.move(Code("kyiv"), to: .open, reason: "")

        let undone = try await undo(report.batch, in: world)

        #expect(undone.events.count == 1)
        #expect(undone.restored == ["kyiv"])
        var expected = before.event
        expected.status = .open
        let file = try await world.events.file(Code("kyiv"))
        #expect(file.event == expected)
        #expect(file.sessions.isEmpty)
        #expect(file.organisations.map(\.name) == ["Museum of Samples"])
        #expect(try await world.events.list().count == 1)
    }

    @Test func `an event stays that somebody has built upon`() async throws {
        let world = try await World()
        let report = try await world.events.enter(
            .reading(
                """
                code,title,kind,when
                a,Roads,seminar,2012-05-01/2012-05-02
                b,Roads,seminar,2012-05-01
                c,Roads,seminar,2012-05-01
                """))
        try await world.nominate(.ada, at: try Code("a"))
        _ = try await world.events.move(Code("b"), to: .open, reason: "")
        _ = try await world.attendance.count(
            9, country: nil, gender: nil, at: Code("c"), session: .only)

        let problem = await expect(refusal: .importKept) {
            try await world.imports.undo(try #require(report.batch))
        }

        #expect(
            problem?.details == [
                "a has people on its list: 1.", "b was changed since.",
                "Attendance was taken at session 1 of c.",
            ])
        #expect(try await world.events.list().count == 3)
    }

    @Test func `an event goes when the list of its people has gone`() async throws {
        let world = try await World()
        let events = try await world.events.enter(.reading("code,title,kind\na,Roads,seminar\n"))
        let people = try await world.registrations.enter(
            .reading("given_name,family_name\nAda,Example\n"), at: Code("a"), as: .nominated,
            ListOptions())

        let problem = await expect(refusal: .importKept) {
            try await world.imports.undo(try #require(events.batch))
        }
        _ = try await undo(people.batch, in: world)
        _ = try await undo(events.batch, in: world)

        #expect(problem?.details.last?.contains("undo it first") == true)
        #expect(try await world.events.list().isEmpty)
        #expect(try await world.imports.batches().allSatisfy { $0.undoneAt != nil })
    }

    @Test func `an event whose guests know its dates keeps them`() async throws {
        let world = try await World()
        try await world.event()
        try await world.nominate(.ada)
        let report = try await world.events.enter(
            .reading("code,title,kind\nkyiv-2011,Roads,seminar\n"))
        try await world.invite()
        _ = try await world.deliver()

        let problem = await expect(refusal: .importKept) {
            try await world.imports.undo(try #require(report.batch))
        }

        #expect(problem?.details.first?.contains("convene event edit") == true)
    }

    @Test func `a plan goes with the programme that it made`() async throws {
        let world = try await World()
        let report = try await world.plans.enter(CaseList.plan.sheet())

        let undone = try await undo(report.batch, in: world)

        #expect(undone.activities.count == 42)
        #expect(undone.programmes.count == 1)
        #expect(try await world.programmes.list().isEmpty)
    }

    @Test func `a changed plan goes back, but for what is ticked since`() async throws {
        let world = try await World()
        _ = try await world.plans.enter(
            .reading(
                "year,number,title,steps\n2021,1,Roads,a\n2021,2,Museums,b\n", file: "plan.csv"))
        let before = try await world.plans.file(ActivityMention("2021-1")).line.activity
        let report = try await world.plans.enter(
            .reading(
                "year,number,title,steps\n2021,1,Bridges,c\n2021,2,Schools,b\n2021,3,New,\n",
                file: "plan.csv"),
            of: Code("plan"))
        _ = try await world.plans.tick(ActivityMention("2021-2"), .all)

        let undone = try await undo(report.batch, in: world)

        #expect(undone.restored == ["2021-1"])
        #expect(undone.changedSince == ["2021-2"])
        #expect(undone.activities.count == 1)
        #expect(try await world.plans.file(ActivityMention("2021-1")).line.activity == before)
    }

    @Test func `an activity that was ticked or linked keeps its plan`() async throws {
        let world = try await World()
        let report = try await world.plans.enter(
            .reading("year,number,title\n2021,1,Roads\n2021,2,Museums\n", file: "plan.csv"))
        try await world.event()
        _ = try await world.plans.tick(ActivityMention("2021-1"), .all)
        _ = try await world.plans.link(ActivityMention("2021-2"), to: [.kyiv])

        let problem = await expect(refusal: .importKept) {
            try await world.imports.undo(try #require(report.batch))
        }

        #expect(
            problem?.details == [
                "2021-1 was changed since.", "2021-2 is carried out by kyiv-2011.",
                "plan has activities by now: 2021-1.",
            ])
    }

    @Test func `the marks of a sheet go, but for those that were corrected`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada, .grace)
        try await world.mark(.ada, as: .absent, sessions: [1])
        _ = try await world.attendance.take(
            .reading("person,session_1,session_2\nP1,present,present\nP2,present,absent\n"),
            at: .kyiv)
        try await world.mark(.grace, as: .excused, sessions: [1])
        let batch = try await world.imports.batches().first

        let undone = try await undo(batch?.id, in: world)

        #expect(batch?.list == .attendance)
        #expect(undone.marks.count == 3)
        #expect(undone.changedSince == ["Grace Sample at session 1"])
        let log = try await world.attendance.log(.kyiv).map {
            "\($0.person.name.given) \($0.session.number) \($0.mark.mark.rawValue)"
        }
        #expect(Set(log) == ["Ada 1 absent", "Grace 1 present", "Grace 1 excused"])
        #expect(try await world.registration(of: .ada).attended == false)
        #expect(try await world.audit.verify() > 0)
    }

    @Test func `a list of an earlier version, which did not keep what it changed, stays`()
        async throws
    {
        let world = try await world()
        let programme = try await world.programmes.programme(Code("ram"))
        let batch = try await world.office.store.write { ledger in
            let batch = try ledger.insert(
                ImportBatch(
                    list: .programmes, file: "old.csv", digest: [1], rows: 1,
                    at: world.clock.now, actor: world.officer))
            try ledger.insert(
                .init(line: 2, subject: .programme(programme.id), made: true), of: batch)
            return batch
        }

        let problem = await expect(refusal: .importKept) { try await world.imports.undo(batch) }

        #expect(problem?.details.count == 1)
        #expect(try await world.programmes.list().count == 1)
    }

    @Test func `a sheet that says nothing new is no list`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        let sheet = try Sheet.reading("person,session_1\nP1,present\n")
        _ = try await world.attendance.take(sheet, at: .kyiv)

        _ = try await world.attendance.take(sheet, at: .kyiv)

        #expect(try await world.imports.batches().count == 1)
    }
}
