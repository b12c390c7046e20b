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
        var invitation: InvitationRecord?
        /// By its number the state of each mail; nothing in records of before invitations gave way.
        var takenBack: [Int64: String]?
        var incoming: [Int64]?
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
                }, stays: aside.stays.rawValue,
                invitation: aside.invitation.map { InvitationRecord($0) },
                takenBack: Dictionary(
                    uniqueKeysWithValues: aside.takenBack.map { ($0.rawValue, $1.rawValue) }),
                incoming: aside.incoming.map(\.rawValue))
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
                    }, stays: .init(aside.stays), invitation: aside.invitation?.invitation,
                    takenBack: Dictionary(
                        uniqueKeysWithValues: (aside.takenBack ?? [:]).compactMap { id, state in
                            Message.State(rawValue: state).map { (.init(id), $0) }
                        }), incoming: (aside.incoming ?? []).map { .init($0) })
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
