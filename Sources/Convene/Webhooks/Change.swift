/// A kind of change that webhooks tell of, by the name under which their receivers know it.
package struct Change: Hashable, Sendable {
    /// `registration.confirmed`: what was changed, and what was done to it.
    package let name: String
    /// What has happened, in a few words.
    package let about: String
    let kind: AuditEntry.Subject.Kind
    let act: AuditEntry.Act

    /// What was changed: the part of the name before its dot.
    package var noun: String { String(name.prefix { $0 != "." }) }

    private init(
        _ name: String, _ kind: AuditEntry.Subject.Kind, _ act: AuditEntry.Act, _ about: String
    ) {
        self.name = name
        self.kind = kind
        self.act = act
        self.about = about
    }

    /// The change that an audit entry writes down; nothing for what is nobody else's affair, such as
    /// accounts and the outbox.
    static func of(_ act: AuditEntry.Act, _ kind: AuditEntry.Subject.Kind) -> Change? {
        table[Key(kind: kind, act: act)]
    }

    /// The name of what is sent to try a webhook out.
    package static let test = "webhook.tested"

    private struct Key: Hashable {
        let kind: AuditEntry.Subject.Kind
        let act: AuditEntry.Act
    }

    private static let table = Dictionary(
        uniqueKeysWithValues: all.map { (Key(kind: $0.kind, act: $0.act), $0) })
}

extension Change {
    /// Every change that can be told; a name never changes its meaning.
    package static let all: [Change] =
        programmes + events + registrations + people + plans + [
            Change("import.added", .list, .importList, "A list came in."),
            Change("import.undone", .list, .undo, "A list was taken back."),
        ]

    private static let programmes = [
        Change("programme.added", .programme, .add, "A programme was added."),
        Change("programme.changed", .programme, .edit, "A programme was changed."),
        Change("programme.removed", .programme, .remove, "A programme went with its list."),
    ]

    private static let events = [
        Change("event.added", .event, .add, "An event was added."),
        Change("event.changed", .event, .edit, "An event was changed, or is planned again."),
        Change("event.removed", .event, .remove, "An event went with its list."),
        Change("event.opened", .event, .open, "Registration for an event was opened."),
        Change("event.closed", .event, .close, "Registration for an event was closed."),
        Change("event.held", .event, .hold, "An event took place."),
        Change("event.postponed", .event, .postpone, "An event was postponed."),
        Change("event.cancelled", .event, .cancel, "An event was cancelled."),
        Change("session.added", .session, .add, "An event got one more session."),
        Change("session.changed", .session, .edit, "A session was changed."),
        Change("session.removed", .session, .remove, "A session was removed."),
        Change("session.counted", .session, .count, "Heads were counted at a session."),
        Change("question.added", .question, .add, "An event asks one more question."),
        Change("question.removed", .question, .remove, "An event asks a question no more."),
    ]

    private static let registrations = [
        Change("registration.nominated", .registration, .nominate, "Somebody was nominated."),
        Change("registration.invited", .registration, .invite, "Somebody is invited."),
        Change("registration.applied", .registration, .register, "Somebody applied."),
        Change("registration.waitlisted", .registration, .waitlist, "Somebody waits for a seat."),
        Change("registration.confirmed", .registration, .confirm, "Somebody has a seat."),
        Change("registration.declined", .registration, .decline, "Somebody declined."),
        Change("registration.withdrawn", .registration, .withdraw, "Somebody withdrew."),
        Change("registration.rejected", .registration, .reject, "Somebody was rejected."),
        Change("registration.removed", .registration, .remove, "A registration was removed."),
        Change("registration.moved", .registration, .merge, "It is another person's by a merge."),
        Change("registration.marked", .registration, .mark, "Somebody's attendance was marked."),
        Change("registration.unmarked", .registration, .unmark, "Marks went with their list."),
        Change("registration.certified", .registration, .certify, "A certificate was made."),
        Change("registration.needs-told", .registration, .tellNeeds, "Somebody said their needs."),
        Change("invitation.made", .invitation, .invite, "An invitation was made."),
        Change("invitation.reminded", .invitation, .remind, "Somebody was reminded to answer."),
        Change("invitation.answered", .invitation, .answer, "An invitation was answered."),
        Change("message.bounced", .message, .bounce, "A mail came back."),
    ]

    private static let people = [
        Change("person.added", .person, .add, "Somebody was entered."),
        Change("person.changed", .person, .edit, "What is known of somebody was changed."),
        Change("person.removed", .person, .remove, "Somebody went with their list."),
        Change("person.merged", .person, .merge, "Two people are one."),
        Change("person.unmerged", .person, .unmerge, "One person is two again."),
        Change("person.erased", .person, .erase, "Somebody was forgotten."),
        Change("person.opted-out", .person, .optOut, "Somebody wants no more mail."),
        Change("person.opted-in", .person, .optIn, "Somebody wants mail again."),
        Change("organisation.added", .organisation, .add, "An institution was added."),
        Change("organisation.changed", .organisation, .edit, "An institution was changed."),
        Change("organisation.merged", .organisation, .merge, "Two institutions are one."),
        Change("organisation.unmerged", .organisation, .unmerge, "One is two again."),
    ]

    private static let plans = [
        Change("activity.added", .activity, .add, "A plan has one more activity."),
        Change("activity.changed", .activity, .edit, "An activity was changed."),
        Change("activity.removed", .activity, .remove, "An activity went with its list."),
        Change("activity.done", .activity, .tick, "An activity, or steps of it, were done."),
        Change("activity.reopened", .activity, .untick, "What was done is open again."),
        Change("activity.dropped", .activity, .drop, "An activity was dropped."),
        Change("activity.taken-up", .activity, .takeUp, "An activity was taken up again."),
        Change("activity.linked", .activity, .link, "An event carries an activity out."),
        Change("activity.unlinked", .activity, .unlink, "An event carries it out no more."),
        Change("outcome.added", .outcome, .add, "An event recommended or decided something."),
        Change("outcome.changed", .outcome, .edit, "An outcome was changed."),
        Change("outcome.done", .outcome, .tick, "An outcome was followed up."),
        Change("outcome.reopened", .outcome, .untick, "An outcome is open again."),
    ]
}

/// What a webhook wants to hear of: one kind of change, or all of a noun.
package struct ChangeWord: Hashable, Sendable {
    /// `registration.confirmed`, or `registration` for all of them.
    package let text: String

    /// - Throws: `value.invalid`.
    package init(_ written: String) throws(Problem) {
        let text = written.lowercased()
        guard Self.all.contains(text) else { throw .changeUnknown(written) }
        self.text = text
    }

    /// The word that the register holds: it was checked when it was written.
    package init(stored text: String) { self.text = text }

    func covers(_ change: Change) -> Bool { text == change.name || text == change.noun }

    private static let all = Set(Change.all.flatMap { [$0.name, $0.noun] })
}

extension Problem {
    static func changeUnknown(_ written: String) -> Problem {
        Problem(
            .valueInvalid,
            "“\(written.prefix(60))” is no kind of change that webhooks tell of: name one such as"
                + " registration.confirmed, or registration for all of its kind.",
            details: [Change.all.map(\.name).joined(separator: " ")])
    }
}
