import Convene

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

/// A person as a merge remembers them.
struct PersonRecord: Codable {
    var id: Int64
    var name: [String]
    var otherName: [String]?
    var gender: String
    var country: String?
    var addresses: [String]
    var organisation: Int64?
    var stakeholder: String?
    var position: String
    var languages: String
    var notes: String

    init(_ person: Person) {
        id = person.id.rawValue
        name = person.name.parts
        otherName = person.otherName?.parts
        gender = person.gender.rawValue
        country = person.country?.code
        addresses = person.addresses.map(\.text)
        organisation = person.organisation?.rawValue
        stakeholder = person.stakeholder?.rawValue
        position = person.position
        languages = person.languages.stored
        notes = person.notes
    }

    var person: Person {
        Person(
            id: .init(id), name: PersonName(parts: name),
            otherName: otherName.map { PersonName(parts: $0) },
            gender: Gender(rawValue: gender) ?? .undisclosed,
            country: country.flatMap { Country(code: $0) },
            addresses: addresses.map { EmailAddress(stored: $0) },
            organisation: organisation.map { .init($0) },
            stakeholder: stakeholder.flatMap { StakeholderGroup(rawValue: $0) },
            position: position, languages: .init(stored: languages), notes: notes)
    }
}

extension PersonName {
    fileprivate var parts: [String] { [given, family, patronymic] }

    fileprivate init(parts: [String]) {
        let all = parts + ["", "", ""]
        self.init(stored: all[0], family: all[1], patronymic: all[2])
    }
}

/// A registration as a merge remembers it.
struct RegistrationRecord: Codable {
    var id: Int64
    var event: Int64
    var person: Int64
    var role: String
    var standing: String
    var country: String?
    var gender: String
    var organisation: Int64?
    var stakeholder: String?
    var waitingSince: Int64?
    var invited: Bool

    init(_ registration: Registration) {
        id = registration.id.rawValue
        event = registration.event.rawValue
        person = registration.person.rawValue
        role = registration.role.rawValue
        standing = registration.standing.rawValue
        country = registration.country?.code
        gender = registration.gender.rawValue
        organisation = registration.organisation?.rawValue
        stakeholder = registration.stakeholder?.rawValue
        waitingSince = registration.waitingSince?.milliseconds
        invited = registration.invited
    }

    var registration: Registration {
        Registration(
            id: .init(id), event: .init(event), person: .init(person),
            role: Role(rawValue: role) ?? .participant,
            standing: Standing(rawValue: standing) ?? .nominated,
            country: country.flatMap { Country(code: $0) },
            gender: Gender(rawValue: gender) ?? .undisclosed,
            organisation: organisation.map { .init($0) },
            stakeholder: stakeholder.flatMap { StakeholderGroup(rawValue: $0) },
            waitingSince: waitingSince.map { Date(milliseconds: $0) }, invited: invited)
    }
}

/// An invitation as a merge remembers it, with the numbers of its answers and the hashes of its
/// links.
struct InvitationRecord: Codable {
    private var id: Int64
    private var registration: Int64
    private var calendarUID: String
    private var sequence: Int
    private var tagged: Bool
    private var madeAt: Int64
    private var sentAt: Int64?
    private var answer: String?
    private var answeredAt: Int64?
    private var cancelledAt: Int64?
    private var joins: Int64?
    private var answers: [Int64]
    private var links: [Data]
    private var stampSequence: Int?
    private var stampAt: Int64?

    init(_ aside: PersonMerge.SetAsideInvitation) {
        let invitation = aside.invitation
        id = invitation.id.rawValue
        registration = invitation.registration.rawValue
        calendarUID = invitation.calendarUID
        sequence = invitation.sequence
        tagged = invitation.tagged
        madeAt = invitation.madeAt.milliseconds
        sentAt = invitation.sentAt?.milliseconds
        answer = invitation.answer?.rawValue
        answeredAt = invitation.answeredAt?.milliseconds
        cancelledAt = invitation.cancelledAt?.milliseconds
        joins = aside.joins?.rawValue
        answers = aside.trail.answers
        links = aside.trail.links.map { Data($0) }
        stampSequence = aside.trail.stamp?.sequence
        stampAt = aside.trail.stamp?.at.milliseconds
    }

    var invitation: PersonMerge.SetAsideInvitation {
        .init(
            invitation: Invitation(
                id: .init(id), registration: .init(registration), calendarUID: calendarUID,
                sequence: sequence, tagged: tagged, madeAt: Date(milliseconds: madeAt),
                sentAt: sentAt.map { Date(milliseconds: $0) },
                answer: answer.flatMap { Invitation.Answer(rawValue: $0) },
                answeredAt: answeredAt.map { Date(milliseconds: $0) },
                cancelledAt: cancelledAt.map { Date(milliseconds: $0) }),
            joins: joins.map { .init($0) },
            trail: InvitationTrail(
                answers: answers, links: links.map { Array($0) },
                stamp: stampSequence.flatMap { sequence in
                    stampAt.map { CalendarStamp(sequence: sequence, at: Date(milliseconds: $0)) }
                }))
    }
}
