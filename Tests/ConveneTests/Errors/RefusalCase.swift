import Convene
import ConveneTestSupport
import Testing

/// One refusal, and the least that brings it about in a new world.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let code: Problem.Code
    let act: @Sendable (World) async throws -> Void

    init(_ code: Problem.Code, _ act: @escaping @Sendable (World) async throws -> Void) {
        self.code = code
        self.act = act
    }

    var testDescription: String { code.rawValue }

    static let all =
        values + lists + events + people + registrations + applications + accounts + once
        + plans + mail + webhooks
        + register
}

extension RefusalCase {
    private static let values = [
        RefusalCase(.addressInvalid) { _ in _ = try EmailAddress("per.berg(at)example.org") },
        RefusalCase(.countryUnknown) { _ in _ = try Country.reading("Atlantis") },
        RefusalCase(.genderUnknown) { _ in _ = try Gender.reading("unsure") },
        RefusalCase(.nameInvalid) { _ in _ = try PersonName(given: "12", family: "Example") },
        RefusalCase(.stakeholderUnknown) { _ in _ = try StakeholderGroup.reading("fans") },
        RefusalCase(.termUnclear) { _ in _ = try Term("soon") },
        RefusalCase(.valueInvalid) { _ in _ = try Code("kyiv 2011") },
        RefusalCase(.zoneUnknown) { _ in _ = try Zone("Kyiv time") },
    ]

    private static let lists = [
        RefusalCase(.listHeadings) { world in
            _ = try await world.people.enter(.reading("Name,Hat\nAda Example,56\n"), ListOptions())
        },
        RefusalCase(.listFaults) { world in
            _ = try await world.people.enter(CaseList.broken.sheet(), ListOptions())
        },
        RefusalCase(.eraseSending) { world in
            try await world.event()
            try await world.nominate(.ada)
            try await world.invite()
            try await world.abandon(afterData: true)
            _ = try await world.people.erase(PersonDraft.ada.mention)
        },
        RefusalCase(.importUnknown) { _ = try await $0.imports.undo(.init(9)) },
        RefusalCase(.importUndone) { world in
            let report = try await world.people.enter(
                .reading("given_name,family_name\nAda,Example\n"), ListOptions())
            for _ in 1...2 { _ = try await world.imports.undo(report.batch ?? .init(0)) }
        },
        RefusalCase(.importKept) { world in
            try await world.event()
            let report = try await world.registrations.enter(
                .reading("given_name,family_name,email\nAda,Example,ada@example.org\n"),
                at: .kyiv, as: .registered, ListOptions())
            _ = try await world.attendance.mark(
                [.init(.present, nil)], at: .kyiv, sessions: .all, reason: "")
            _ = try await world.imports.undo(report.batch ?? .init(0))
        },
    ]

    private static let events = [
        RefusalCase(.programmeUnknown) { _ = try await $0.programmes.programme(.museums) },
        RefusalCase(.programmeExists) { world in
            for _ in 1...2 { try await world.programme() }
        },
        RefusalCase(.programmeParent) { world in
            let programme = try await world.programme()
            _ = try await world.programmes.edit(.museums) { $0.parent = programme.id }
        },
        RefusalCase(.programmeYears) { world in
            _ = try await world.programmes.add(
                Programme(code: .museums, title: "Museums", startYear: 2011, endYear: 2008))
        },
        RefusalCase(.eventUnknown) { _ = try await $0.events.event(.kyiv) },
        RefusalCase(.eventExists) { world in
            for _ in 1...2 { try await world.event() }
        },
        RefusalCase(.eventDates) { try await $0.event(dates: .days(15_250, 15_650)) },
        RefusalCase(.eventNoDates) { world in
            try await world.event(dates: nil)
            _ = try await world.events.move(.kyiv, to: .held, reason: "")
        },
        RefusalCase(.eventNoTerm) { world in
            try await world.event(dates: nil)
            try await world.invite()
        },
        RefusalCase(.eventStatus) { world in
            try await world.event()
            _ = try await world.events.move(.kyiv, to: .closed, reason: "")
            try await world.register(.ada)
        },
        RefusalCase(.eventCapacity) { try await $0.event(capacity: 0) },
        RefusalCase(.eventFull) { world in
            try await world.event(capacity: 1)
            try await world.register(.ada)
            try await world.nominate(.grace)
            try await world.move(.grace, to: .confirmed)
        },
        RefusalCase(.sessionUnknown) { world in
            try await world.event()
            _ = try await world.sessions.remove(6, of: .kyiv)
        },
        RefusalCase(.sessionOutside) { world in
            try await world.event()
            let day = Day(daysSince1970: 15_255)
            _ = try await world.sessions.add(to: .kyiv, day: day)
        },
        RefusalCase(.sessionTimes) { world in
            try await world.event()
            _ = try await world.sessions.edit(1, of: .kyiv) { session in
                session.starts = TimeOfDay("14:00")
                session.ends = TimeOfDay("09:30")
            }
        },
        RefusalCase(.sessionMarked) { world in
            try await world.event()
            try await world.register(.ada)
            try await world.mark(.ada, sessions: [2])
            _ = try await world.sessions.remove(2, of: .kyiv)
        },
    ]

    private static let people = [
        RefusalCase(.organisationUnknown) {
            _ = try await $0.organisations.organisation("Ministry of Samples")
        },
        RefusalCase(.organisationAmbiguous) { world in
            for name in ["Museum of Samples", "Museum of Examples"] {
                _ = try await world.organisations.add(Organisation(name: name))
            }
            _ = try await world.organisations.organisation("Museum")
        },
        RefusalCase(.organisationExists) { world in
            for _ in 1...2 {
                _ = try await world.organisations.add(Organisation(name: "Museum of Samples"))
            }
        },
        RefusalCase(.personUnknown) { _ = try await $0.people.person(PersonMention("Ada")) },
        RefusalCase(.personAmbiguous) { world in
            try await world.person(.ada)
            var other = PersonDraft.ada
            other.person.addresses = []
            try await world.person(other)
            _ = try await world.people.person(PersonMention("Ada Example"))
        },
        RefusalCase(.addressTaken) { world in
            for _ in 1...2 { try await world.person(.ada) }
        },
        RefusalCase(.mergeSame) { world in
            let ada = PersonMention(try await world.person(.ada).id)
            _ = try await world.people.merge(ada, .ada)
        },
        RefusalCase(.mergeEvent) { world in
            try await world.event()
            try await world.register(.ada, .grace)
            _ = try await world.people.merge(.ada, .grace)
        },
        RefusalCase(.mergeUnknown) { world in
            _ = try await world.people.unmerge(PersonMention("P9"))
        },
        RefusalCase(.mergeChanged) { world in
            for draft in [PersonDraft.ada, .grace] { try await world.person(draft) }
            _ = try await world.people.merge(.ada, .grace)
            _ = try await world.people.edit(.ada) { $0.position = "Director" }
            _ = try await world.people.unmerge(PersonMention("P2"))
        },
    ]
}
