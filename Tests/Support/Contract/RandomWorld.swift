import Convene
import Testing

/// A register full of chance, the same on every run: figures that an engine counts in it are held
/// against a count that takes every registration in hand.
struct RandomWorld {
    private(set) var programmes: [Programme] = []
    private(set) var events: [Event] = []
    private(set) var sessions: [Event.ID: [Session]] = [:]
    private(set) var registrations: [Registration] = []
    /// The latest marks.
    private(set) var marks: [Registration.ID: [Session.ID: AttendanceMark.Mark]] = [:]
    private var dice = Dice(seed: 2011)

    /// Writes 5 programmes, 40 events, 500 people and 3,000 registrations with their attendance.
    init(_ ledger: any Ledger) throws {
        try fillProgrammes(ledger)
        for number in 1...40 { try fillEvent(number, ledger) }
        let organisations = try (1...10).map { number in
            try ledger.insert(Organisation(name: "O\(number)"), nameKeys: [("O", "o\(number)")])
        }
        let people = try (1...500).map { number in
            try ledger.insertSample(try Sample.person("P", "F\(number)"))
        }
        var taken: Set<[Int64]> = []
        while registrations.count < 3000 {
            let event = dice.one(of: events)
            let person = dice.one(of: people)
            guard taken.insert([event.id.rawValue, person.rawValue]).inserted else { continue }
            try fillRegistration(of: person, at: event, organisations, ledger)
        }
    }

    private mutating func fillProgrammes(_ ledger: any Ledger) throws {
        for number in 1...5 {
            var programme = Programme(code: try Code("p\(number)"), title: "P")
            programme.parent = number > 3 ? programmes[0].id : nil
            programme.id = try ledger.insert(programme)
            programmes.append(programme)
        }
    }

    private mutating func fillEvent(_ number: Int, _ ledger: any Ledger) throws {
        var event = Event(
            code: try Code("e\(number)"), kind: dice.one(of: Event.Kind.allCases), title: "E")
        event.programme = dice.chance(70) ? dice.one(of: programmes).id : nil
        event.completionPercent = dice.one(of: [50, 80, 100])
        let year = 2008 + dice.number(below: 5)
        if dice.chance(60) { event.dates = try Sample.days("\(year)-03-01", "\(year)-03-05") }
        if dice.chance(50) { event.term = try Term("Q\(1 + dice.number(below: 4)) \(year + 1)") }
        event.id = try ledger.insert(event)
        events.append(event)
        for number in 1...(1 + dice.number(below: 4)) {
            var session = Session(
                event: event.id, number: number, day: try Sample.day("\(year)-03-0\(number)"),
                counts: dice.chance(80))
            session.id = try ledger.insert(session)
            sessions[event.id, default: []].append(session)
        }
    }

    private mutating func fillRegistration(
        of person: Person.ID, at event: Event, _ organisations: [Organisation.ID],
        _ ledger: any Ledger
    ) throws {
        var registration = Registration(
            event: event.id, person: person, role: dice.one(of: Role.allCases),
            standing: dice.chance(60) ? .confirmed : dice.one(of: Standing.allCases),
            gender: dice.one(of: Gender.allCases))
        registration.country =
            dice.chance(90)
            ? try Sample.country(dice.one(of: ["KZ", "UZ", "KG", "UA", "FJ", "FR", "RU"])) : nil
        registration.organisation = dice.chance(60) ? dice.one(of: organisations) : nil
        registration.stakeholder = dice.chance(80) ? dice.one(of: StakeholderGroup.allCases) : nil
        registration.invited = dice.chance(70)
        registration.id = try ledger.insert(registration)
        if registration.invited || dice.chance(50) { try invite(registration, ledger) }
        try mark(registration, ledger)
        let present = countingPresent(registration)
        registration.attended = registration.standing == .confirmed && present > 0
        registration.completed =
            registration.attended
            && present * 100 >= event.completionPercent * counting(event.id).count
        try ledger.update(registration)
        registrations.append(registration)
    }

    private func invite(_ registration: Registration, _ ledger: any Ledger) throws {
        _ = try ledger.insert(
            Invitation(
                registration: registration.id, calendarUID: "\(registration.id.rawValue)",
                madeAt: Sample.now, sentAt: registration.invited ? Sample.now : nil))
    }

    private mutating func mark(_ registration: Registration, _ ledger: any Ledger) throws {
        for session in sessions[registration.event] ?? [] {
            for _ in 0..<dice.number(below: 3) {
                let mark = dice.one(
                    of: [.present, .present, .absent, .excused] as [AttendanceMark.Mark])
                try ledger.append(
                    AttendanceMark(
                        registration: registration.id, session: session.id, mark: mark,
                        method: .sheet, actor: Sample.officer, at: Sample.now))
                marks[registration.id, default: [:]][session.id] = mark
            }
        }
    }

    private func counting(_ event: Event.ID) -> [Session] {
        (sessions[event] ?? []).filter(\.counts)
    }

    private func countingPresent(_ registration: Registration) -> Int {
        counting(registration.event)
            .filter { marks[registration.id]?[$0.id] == .present }.count
    }
}

/// SplitMix64: chance that a seed brings back.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(limit))
    }

    mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    mutating func one<Element>(of choice: [Element]) -> Element {
        choice[number(below: choice.count)]
    }
}
