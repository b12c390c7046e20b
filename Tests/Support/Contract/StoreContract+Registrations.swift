import Convene
import Testing

extension StoreContract {
    static let registrations: [StoreContract] = [
        within("a registration comes back whole, with everything set and with nothing set") {
            ledger in
            let world = try Gathering(ledger, standing: .nominated)
            var full = Registration(
                event: world.event, person: try ledger.insertSample(try Sample.person("B", "B")),
                role: .interpreter, standing: .confirmed, country: try Sample.country("UZ"),
                gender: .other,
                organisation: try ledger.insert(Organisation(name: "A"), nameKeys: [("A", "a")]),
                stakeholder: .ngo, waitingSince: Sample.minutes(1), invited: true,
                attended: true, completed: true)

            full.id = try ledger.insert(full)

            #expect(try ledger.registration(full.id) == full)
            #expect(try ledger.registration(of: full.person, at: full.event) == full)
            #expect(
                try ledger.registration(world.registration)
                    == Registration(
                        id: world.registration, event: world.event, person: world.person,
                        standing: .nominated))
        },
        within("a registration is written anew; nobody is registered for an event twice") {
            ledger in
            let world = try Gathering(ledger)
            var registration = try #require(try ledger.registration(world.registration))
            registration.standing = .withdrawn
            registration.attended = false

            try ledger.update(registration)

            #expect(try ledger.registration(registration.id) == registration)
            #expect {
                try ledger.insert(registration)
            } throws: {
                $0.isProblem(.registrationExists)
            }
        },
        within("registrations are listed by family name and counted by standing and role") {
            ledger in
            let event = try ledger.insert(try Sample.event())
            for (family, standing, role) in [
                ("C", .confirmed, .participant), ("A", .nominated, .participant),
                ("B", .confirmed, .trainer), ("D", .confirmed, .expert),
            ] as [(String, Standing, Role)] {
                let person = try ledger.insertSample(try Sample.person("X", family))
                _ = try ledger.insert(
                    Registration(event: event, person: person, role: role, standing: standing))
            }

            let all = try ledger.registrations(at: event, standings: [])
            let some = try ledger.registrations(at: event, standings: [.nominated, .declined])

            #expect(all.map(\.person.rawValue) == [2, 3, 1, 4])
            #expect(some.map(\.person.rawValue) == [2])
            for (choice, people) in [
                (RegistrationChoice(limit: 2), [2, 3]),
                (RegistrationChoice(standings: [.confirmed], limit: 2), [3, 1]),
                (RegistrationChoice(roles: [.trainer, .expert]), [3, 4]),
                (RegistrationChoice(country: Country(code: "KZ")), []),
            ] {
                #expect(
                    try ledger.registrations(at: event, choice).map { Int($0.person.rawValue) }
                        == people)
            }
            #expect(try ledger.countRegistrations(at: event) == [.confirmed: 3, .nominated: 1])
            #expect(try ledger.confirmed(at: event, roles: [.participant, .expert]) == 2)
            #expect(try ledger.confirmed(at: event, roles: []) == 0)
            #expect(try ledger.registrations(of: Person.ID(2)).map(\.event) == [event])
        },
        within("who has waited longest is served first, then who came first; among the roles asked")
        { ledger in
            let event = try ledger.insert(try Sample.event())
            for (minute, role, standing) in [
                (5, .participant, .waitlisted), (3, .participant, .waitlisted),
                (3, .participant, .waitlisted), (1, .trainer, .waitlisted),
                (0, .participant, .confirmed),
            ] as [(Int, Role, Standing)] {
                let person = try ledger.insertSample(try Sample.person("X", "\(minute)-Y"))
                _ = try ledger.insert(
                    Registration(
                        event: event, person: person, role: role, standing: standing,
                        waitingSince: Sample.minutes(minute)))
            }

            #expect(try ledger.firstWaiting(at: event, roles: [.participant])?.id.rawValue == 2)
            #expect(try ledger.firstWaiting(at: event, roles: Role.allCases)?.id.rawValue == 4)
            #expect(try ledger.firstWaiting(at: event, roles: [.speaker]) == nil)
        },
        within("the history of a standing comes back in its order") { ledger in
            let world = try Gathering(ledger)
            let changes = [Standing.nominated, .invited, .confirmed].map {
                StandingChange(
                    standing: $0, at: Sample.now, actor: Actor(kind: .link, name: $0.rawValue),
                    reason: "“\($0)”")
            }

            for change in changes { try ledger.insert(change, of: world.registration) }

            #expect(try ledger.standingChanges(of: world.registration) == changes)
        },
    ]

    static let attendance: [StoreContract] = [
        within("the latest mark counts, and the log keeps them all") { ledger in
            let world = try Gathering(ledger)
            let log = [
                world.mark(.absent), world.mark(.present, at: 1),
                world.mark(.present, minute: 1, reason: "came “late”"),
                world.mark(.excused, at: 1, minute: 2),
            ]
            let before = try ledger.isMarked(world.sessions[0])

            for mark in log { try ledger.append(mark) }

            let latest: [Session.ID: AttendanceMark.Mark] = [
                world.sessions[0]: .present, world.sessions[1]: .excused,
            ]
            #expect(!before)
            #expect(try ledger.isMarked(world.sessions[0]))
            #expect(try ledger.latestMarks(of: world.registration) == latest)
            #expect(try ledger.latestMarks(at: world.event) == [world.registration: latest])
            #expect(try ledger.marks(at: world.event, session: nil) == log)
            #expect(
                try ledger.marks(at: world.event, session: world.sessions[1]) == [log[1], log[3]])
        },
        within("the latest head count of a session, country and gender counts") { ledger in
            let world = try Gathering(ledger)
            let uzbekistan = try Sample.country("UZ")
            let counts = [
                (nil, nil, 0, 180), (nil, nil, 0, 200), (uzbekistan, .female, 0, 12),
                (nil, nil, 1, 150), (uzbekistan, nil, 0, 30), (uzbekistan, .female, 0, 13),
            ].map { country, gender, session, number in
                HeadCount(
                    session: world.sessions[session], country: country, gender: gender,
                    number: number, actor: Sample.officer, at: Sample.now, note: "№")
            }

            for count in counts { try ledger.append(count) }

            let latest = try ledger.latestHeadCounts(at: world.event)
            #expect(latest == [counts[1], counts[4], counts[5], counts[3]])
            #expect(try ledger.isMarked(world.sessions[1]))
            #expect(
                try ledger.headCounts(FigureQuery(events: [world.event])).map(\.count) == latest)
            #expect(try ledger.headCounts(FigureQuery(kind: .visit)).isEmpty)
        },
    ]
}
