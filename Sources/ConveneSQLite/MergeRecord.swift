import Convene

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date
import class FoundationEssentials.JSONDecoder
import class FoundationEssentials.JSONEncoder

/// How what can be undone is kept in the register’s file: JSON, which only undoing it reads.
enum MergeRecord {
    static func text(of record: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    }

    static func value<Record: Decodable>(_ type: Record.Type, in text: String) throws -> Record {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

struct PersonMergeRecord: Codable {
    private var before: PersonRecord
    private var after: PersonRecord
    private var gone: PersonRecord
    private var moved: [Int64]
    private var setAside: [SetAside]
    private var messages: [Owner]

    private struct SetAside: Codable {
        var registration: RegistrationRecord
        var changes: [Change]
        var stays: Int64
    }

    private struct Change: Codable {
        var standing: String
        var at: Int64
        var actorKind: String
        var actor: String
        var reason: String
    }

    private struct Owner: Codable {
        var message: Int64
        var event: Int64
        var purpose: String
        var person: Int64
        var registration: Int64?
        var revision: Int
    }

    init(_ merge: PersonMerge) {
        before = PersonRecord(merge.before)
        after = PersonRecord(merge.after)
        gone = PersonRecord(merge.gone)
        moved = merge.moved.map(\.rawValue)
        setAside = merge.setAside.map { aside in
            SetAside(
                registration: RegistrationRecord(aside.registration),
                changes: aside.changes.map {
                    Change(
                        standing: $0.standing.rawValue, at: $0.at.milliseconds,
                        actorKind: $0.actor.kind.rawValue, actor: $0.actor.name, reason: $0.reason)
                }, stays: aside.stays.rawValue)
        }
        messages = merge.messages.map {
            Owner(
                message: $0.message.rawValue, event: $0.event.rawValue,
                purpose: $0.purpose.rawValue, person: $0.person.rawValue,
                registration: $0.registration?.rawValue, revision: $0.revision)
        }
    }

    var merge: PersonMerge {
        PersonMerge(
            before: before.person, after: after.person, gone: gone.person,
            moved: moved.map { .init($0) },
            setAside: setAside.map { aside in
                .init(
                    registration: aside.registration.registration,
                    changes: aside.changes.map {
                        StandingChange(
                            standing: Standing(rawValue: $0.standing) ?? .nominated,
                            at: Date(milliseconds: $0.at),
                            actor: Actor(
                                kind: Actor.Kind(rawValue: $0.actorKind) ?? .system,
                                name: $0.actor), reason: $0.reason)
                    }, stays: .init(aside.stays))
            },
            messages: messages.compactMap { owner in
                Message.Purpose(rawValue: owner.purpose).map { purpose in
                    .init(
                        message: .init(owner.message), event: .init(owner.event),
                        purpose: purpose, person: .init(owner.person),
                        registration: owner.registration.map { .init($0) },
                        revision: owner.revision)
                }
            })
    }
}

/// A person as a merge remembers them.
private struct PersonRecord: Codable {
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
private struct RegistrationRecord: Codable {
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
