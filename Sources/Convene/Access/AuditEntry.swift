package import struct FoundationEssentials.Date

/// One line of the audit: who did what to what, and when.
///
/// Each entry's digest covers the digest of the entry before it, so that none can be changed or
/// taken out unseen. It covers the digest of the details rather than the details themselves, which
/// are blanked when the person that they speak of is forgotten.
package struct AuditEntry: Sendable, Equatable {
    package typealias ID = Identifier<AuditEntry>

    package var id: ID
    package var at: Date
    package var actor: Actor
    package var act: Act
    package var subject: Subject
    /// What was done, as JSON, for people who look into it later.
    package var details: String

    package init(
        id: ID, at: Date, actor: Actor, act: Act, subject: Subject, details: String
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.act = act
        self.subject = subject
        self.details = details
    }

    /// What an entry speaks of: a thing of the register by its number.
    package struct Subject: Hashable, Sendable {
        package let kind: Kind
        package let number: Int64

        /// What there is to speak of; the raw value stands in the audit and never changes.
        package enum Kind: String, Sendable, CaseIterable {
            case register, account, token, webhook
            case programme, event, session, question, organisation, person, registration
            case invitation, message, incoming, suppression, activity, outcome
            case list = "import"
        }

        package init(kind: Kind, number: Int64) {
            self.kind = kind
            self.number = number
        }

        package static let register = Subject(kind: .register, number: 1)
        package static func account(_ id: Account.ID) -> Subject {
            Subject(kind: .account, number: id.rawValue)
        }
        package static func token(_ id: AccessToken.ID) -> Subject {
            Subject(kind: .token, number: id.rawValue)
        }
        package static func webhook(_ id: Webhook.ID) -> Subject {
            Subject(kind: .webhook, number: id.rawValue)
        }
        package static func programme(_ id: Programme.ID) -> Subject {
            Subject(kind: .programme, number: id.rawValue)
        }
        package static func event(_ id: Event.ID) -> Subject {
            Subject(kind: .event, number: id.rawValue)
        }
        package static func session(_ id: Session.ID) -> Subject {
            Subject(kind: .session, number: id.rawValue)
        }
        package static func organisation(_ id: Organisation.ID) -> Subject {
            Subject(kind: .organisation, number: id.rawValue)
        }
        package static func person(_ id: Person.ID) -> Subject {
            Subject(kind: .person, number: id.rawValue)
        }
        package static func registration(_ id: Registration.ID) -> Subject {
            Subject(kind: .registration, number: id.rawValue)
        }
        package static func invitation(_ id: Invitation.ID) -> Subject {
            Subject(kind: .invitation, number: id.rawValue)
        }
        package static func message(_ id: Message.ID) -> Subject {
            Subject(kind: .message, number: id.rawValue)
        }
        package static func incoming(_ id: Incoming.ID) -> Subject {
            Subject(kind: .incoming, number: id.rawValue)
        }
        package static func suppression(_ id: Suppression.ID) -> Subject {
            Subject(kind: .suppression, number: id.rawValue)
        }
        package static func activity(_ id: Activity.ID) -> Subject {
            Subject(kind: .activity, number: id.rawValue)
        }
        package static func outcome(_ id: Outcome.ID) -> Subject {
            Subject(kind: .outcome, number: id.rawValue)
        }
        package static func question(_ id: Question.ID) -> Subject {
            Subject(kind: .question, number: id.rawValue)
        }
        package static func list(_ id: ImportBatch.ID) -> Subject {
            Subject(kind: .list, number: id.rawValue)
        }
    }
}

extension AuditEntry {
    /// What can be done to the register; the raw value stands in the audit and never changes.
    package enum Act: String, Sendable, CaseIterable {
        case found, restore
        case add, edit, remove, merge, unmerge
        case tellApart = "tell-apart"
        case open, close, cancel, postpone, hold
        case nominate, register, confirm, waitlist, moveUp = "move-up"
        case decline, withdraw, reject
        case invite, answer, remind
        case mark, unmark, count
        case tick, untick, link, unlink, drop, takeUp = "take-up"
        case importList = "import"
        case undo
        case erase
        case send, retry, holdMail = "hold-mail", releaseMail = "release-mail"
        case cancelMail = "cancel-mail"
        case receive, bounce, tell, certify, suppress, unsuppress
        case tellNeeds = "tell-needs"
        case disable, enable, issue, revoke
        case signIn = "sign-in", lockOut = "lock-out"
        case changeOwn = "change-own"
        case optOut = "opt-out"
        case optIn = "opt-in"
        case forgetMail = "forget-mail"
    }
}
