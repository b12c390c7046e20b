import Convene
import ConveneTestSupport
import Testing

@Suite struct AuditBookTests {
    @Test func `every write leaves its entries, and the chain of them holds`() async throws {
        let world = try await World()
        var entries = try await world.audit.verify()
        let acts: [(String, () async throws -> Void)] = [
            ("programme", { try await world.programme() }),
            ("edit of it", { _ = try await world.programmes.edit(.museums) { $0.title = "New" } }),
            ("event", { try await world.event(capacity: 2) }),
            ("edit of it", { _ = try await world.events.edit(.kyiv) { $0.city = "Lviv" } }),
            ("status", { _ = try await world.events.move(.kyiv, to: .open, reason: "") }),
            (
                "session",
                { _ = try await world.sessions.edit(1, of: .kyiv) { $0.title = "Opening" } }
            ),
            ("person", { try await world.person(.grace) }),
            (
                "organisation",
                { _ = try await world.organisations.edit("O1") { $0.city = "Astana" } }
            ),
            ("nomination", { try await world.nominate(.ada) }),
            ("registration", { try await world.register(.alan) }),
            ("invitation", { try await world.invite(.people([.ada])) }),
            (
                "answer",
                {
                    _ = try await world.invitations.answer(
                        .accepted, from: .ada, to: .kyiv, by: .mail)
                }
            ),
            ("mark", { try await world.mark(.ada, sessions: [1]) }),
            (
                "count",
                {
                    _ = try await world.attendance.count(
                        9, country: nil, gender: nil, at: .kyiv, session: .numbers([1]))
                }
            ),
            ("withdrawal", { try await world.move(.ada, to: .withdrawn) }),
            ("mail taken back", { _ = try await world.post.cancel(.all(.queued, nil)) }),
            (
                "list",
                {
                    _ = try await world.people.enter(
                        CaseList.nominations.sheet(), ListOptions())
                }
            ),
        ]

        for (name, act) in acts {
            try await act()
            let now = try await world.audit.verify()
            #expect(now > entries, "\(name)")
            entries = now
        }
    }

    @Test func `an entry says who did what to what, and when`() async throws {
        let world = try await World()
        world.clock.move(minutes: 7)
        let event = try await world.event()

        let entry = try await world.audit.latest(limit: 1).first

        #expect(entry?.act == .add)
        #expect(entry?.subject == .event(event.id))
        #expect(entry?.actor == world.officer)
        #expect(entry?.at == world.clock.now)
        #expect(entry?.details == #"{"code":"kyiv-2011","title":"Event kyiv-2011"}"#)
    }

    @Test func `what is refused leaves no entry`() async throws {
        let world = try await World()
        try await world.event()
        let entries = try await world.audit.verify()

        await expect(refusal: .eventExists) { try await world.event() }

        #expect(try await world.audit.verify() == entries)
    }

    @Test func `an entry that something else wrote is found`() async throws {
        let world = try await World()
        try await world.event()
        let now = world.clock.now
        try await world.office.store.write { ledger in
            try ledger.append(
                at: now, actor: Actor(kind: .terminal, name: "stranger"), act: .remove,
                subject: .register, details: "{}", detailsDigest: [1], digest: [2])
        }

        let problem = await expect(refusal: .auditBroken) { try await world.audit.verify() }

        #expect(problem?.message.contains("entry 3") == true)
    }

    @Test(arguments: ["title", "actor"])
    func `an entry that was changed is found`(what: String) async throws {
        let world = try await World()
        try await world.event()
        let copy = try await World(chance: .seeded(7), founded: false)
        let entries = try await world.office.store.read {
            try $0.auditEntries(after: nil, limit: 10)
        }

        try await copy.office.store.write { ledger in
            for sealed in entries {
                let changes = sealed.entry.act == .add
                let entry = sealed.entry
                try ledger.append(
                    at: entry.at,
                    actor: changes && what == "actor"
                        ? Actor(kind: .terminal, name: "somebody else") : entry.actor,
                    act: entry.act, subject: entry.subject,
                    details: changes && what == "title" ? #"{"code":"x"}"# : entry.details,
                    detailsDigest: sealed.detailsDigest, digest: sealed.digest)
            }
        }

        await expect(refusal: .auditBroken) { try await copy.audit.verify() }
    }

    @Test func `quotes and line breaks stay within the JSON of an entry`() async throws {
        let world = try await World()
        _ = try await world.events.add(
            Event(code: .kyiv, kind: .seminar, title: "A \"quoted\" \\ title\nin two lines\u{1}"))

        let entry = try await world.audit.latest(limit: 1).first

        #expect(
            entry?.details
                == #"{"code":"kyiv-2011","title":"A \"quoted\" \\ title\nin two lines\u0001"}"#)
    }

    @Test func `a register is founded once`() async throws {
        let world = try await World()

        await expect(refusal: .registerExists) {
            try await world.office.frontDoor(world.officer).found(rehearsal: false)
        }
    }

    @Test func `where nothing was founded there is no register`() async throws {
        let world = try await World(founded: false)

        await expect(refusal: .registerMissing) {
            try await world.office.frontDoor(world.officer).card()
        }
    }
}
