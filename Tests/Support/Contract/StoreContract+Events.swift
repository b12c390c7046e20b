import Convene
import Testing

extension StoreContract {
    static let programmes: [StoreContract] = [
        within("a programme comes back whole, with everything set and with nothing set") { ledger in
            let bare = Programme(code: try Code("bare"), title: "")
            var full = Programme(
                code: try Code("фонд-2011"), title: "O'Neill; «Наследие» -- \"x\"\n2",
                startYear: 2011,
                endYear: 2013, countries: [try Sample.country("UZ"), try Sample.country("KZ")],
                targets: [
                    .init(measure: .women, goal: 100), .init(measure: .events(.workshop), goal: 8),
                    .init(measure: .countries, goal: 10),
                ], agreement: "№ 12/ФР")

            full.parent = try ledger.insert(bare)
            full.id = try ledger.insert(full)

            #expect(try ledger.programme(full.id) == full)
            #expect(try ledger.programme(code: full.code) == full)
            #expect(try ledger.programmes().map(\.code.text) == ["bare", "фонд-2011"])
            #expect(try ledger.programme(Programme.ID(9)) == nil)
        },
        within("a programme is written anew with its lists; its code is its own") { ledger in
            _ = try ledger.insert(Programme(code: try Code("a"), title: "A"))
            var other = Programme(
                code: try Code("b"), title: "B", countries: [try Sample.country("KZ")])
            other.id = try ledger.insert(other)
            other.countries = [try Sample.country("FJ")]
            other.targets = [.init(measure: .people, goal: 5)]

            try ledger.update(other)
            let written = try ledger.programme(other.id)
            other.code = try Code("a")

            #expect(written?.countries.map(\.code) == ["FJ"])
            #expect(written?.targets.count == 1)
            #expect { try ledger.update(other) } throws: { $0.isProblem(.programmeExists) }
            #expect { try ledger.insert(other) } throws: { $0.isProblem(.programmeExists) }
        },
    ]

    static let events: [StoreContract] = [
        within("an event comes back whole, with everything set and with nothing set") { ledger in
            var bare = Event(code: try Code("bare"), kind: .other, title: "")
            var full = Event(
                code: try Code("full"), kind: .expertMeeting, title: "Совещание ‘экспертов’",
                term: try Term("Q3 2011"), dates: try Sample.days("2011-10-03", "2011-10-03"),
                city: "Алматы", country: try Sample.country("KZ"), venue: "Hall \"B\"",
                zone: try Zone("Asia/Almaty"), mode: .hybrid, capacity: 1, completionPercent: 50,
                languages: [.russian, .english], description: "a\r\nb",
                contact: try Contact("Ада Пример <ada@example.org>"), status: .postponed)

            full.programme = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            bare.id = try ledger.insert(bare)
            full.id = try ledger.insert(full)

            #expect(try ledger.event(bare.id) == bare)
            #expect(try ledger.event(full.id) == full)
            #expect(try ledger.event(code: full.code) == full)
        },
        within("events come by their first day or else their term, the undated last") { ledger in
            let programme = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            for (code, term, first) in [
                ("none", nil, nil), ("late", nil, "2012-01-01"), ("term", "2011", nil),
                ("both", "2010", "2011-06-01"), ("a", nil, "2012-01-01"),
            ] as [(String, String?, String?)] {
                var event = Event(code: try Code(code), kind: .visit, title: code)
                event.term = try term.map { try Term($0) }
                event.dates = try first.map { try Sample.days($0, $0) }
                event.programme = term == nil ? nil : programme
                _ = try ledger.insert(event)
            }

            let all = try ledger.events(of: nil)
            let some = try ledger.events(of: [programme])

            #expect(all.map(\.code.text) == ["term", "both", "a", "late", "none"])
            #expect(some.map(\.code.text) == ["term", "both"])
            #expect(try ledger.events(of: []) == [])
        },
        within("an event's code is its own") { ledger in
            _ = try ledger.insert(try Sample.event("one"))
            var other = try Sample.event("two")
            other.id = try ledger.insert(other)
            other.code = try Code("one")

            #expect { try ledger.insert(other) } throws: { $0.isProblem(.eventExists) }
            #expect { try ledger.update(other) } throws: { $0.isProblem(.eventExists) }
        },
        within("changes of status come back in their order") { ledger in
            let event = try ledger.insert(try Sample.event())
            let changes = [Event.Status.open, .postponed, .open].enumerated().map {
                number, status in
                EventStatusChange(
                    event: event, status: status, at: Sample.minutes(number),
                    actor: Sample.officer, reason: "№\(number)")
            }

            for change in changes { try ledger.insert(change) }

            #expect(try ledger.statusChanges(of: event) == changes)
        },
        within("sessions come by number, and may change places") { ledger in
            let event = try ledger.insert(try Sample.event())
            var sessions = [
                Session(
                    event: event, number: 2, title: "Экскурсия", day: try Sample.day("2011-10-04"),
                    starts: TimeOfDay("09:05"), ends: TimeOfDay("24:00"), counts: false),
                Session(event: event, number: 1, day: try Sample.day("2011-10-03")),
            ]
            for index in sessions.indices {
                sessions[index].id = try ledger.insert(sessions[index])
            }
            let before = try ledger.sessions(of: event)
            (sessions[0].number, sessions[1].number) = (1, 2)

            try ledger.update(sessions)

            #expect(before.map(\.id) == [sessions[1].id, sessions[0].id])
            #expect(try ledger.sessions(of: event) == sessions)
        },
        within("a session goes, unless somebody was marked at it") { ledger in
            let world = try Gathering(ledger)
            let spare = try ledger.insert(
                Session(event: world.event, number: 3, day: try Sample.day("2011-10-05")))
            try ledger.append(world.mark(.present))

            try ledger.remove(spare)

            #expect { try ledger.remove(world.sessions[0]) } throws: {
                $0.isProblem(.sessionMarked)
            }
            #expect(try ledger.sessions(of: world.event).map(\.id) == world.sessions)
        },
        within("who organises an event comes in the order of naming, and is written anew") {
            ledger in
            let event = try ledger.insert(try Sample.event())
            let parts = try [("Б", Organisation.Part.host), ("А", .organiser), ("Б", .funder)].map {
                name, part in
                let known = try ledger.organisation(nameKey: name)
                let id =
                    try known
                    ?? ledger.insert(Organisation(name: name), nameKeys: [(name, name)])
                return Participation(organisation: id, name: name, part: part)
            }

            try ledger.set(parts, of: event)
            let first = try ledger.participations(in: event)
            try ledger.set([parts[1]], of: event)

            #expect(first == parts)
            #expect(try ledger.participations(in: event) == [parts[1]])
        },
    ]
}
