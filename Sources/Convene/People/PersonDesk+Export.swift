/// Everything that the register holds on one person.
package struct PersonRecord: Sendable {
    package var file: PersonFile
    package var registrations: [RegistrationRecord]
    package var messages: [(message: Message, content: MessageContent?)]
    /// Those who turned out to be the same person, as they were.
    package var merged: [Person]
    /// The registrations that gave way when they were made one.
    package var setAside: [(aside: PersonMerge.SetAside, event: Event)]
    /// What came from them by mail, or about mail to them.
    package var incoming: [Incoming]
    /// Their addresses to which nothing is sent, and why.
    package var suppressions: [Suppression]
    package var optOuts: [OptOut]
    /// What was done to them and their registrations, the newest first.
    package var audit: [AuditEntry]

    /// What is held on one registration.
    package struct RegistrationRecord: Sendable {
        package var registration: Registration
        package var event: Event
        package var history: [StandingChange]
        package var marks: [AttendanceMark]
        package var invitation: Invitation?
        package var answers: [InvitationAnswer]
        package var needs: Needs?
        package var said: [QuestionAnswer]
        package var certificate: Certificate?
    }
}

extension PersonDesk {
    /// Everything held on one person, to be handed to them on request.
    ///
    /// - Throws: `person.unknown`, `person.ambiguous`.
    package func record(_ mention: PersonMention) async throws -> PersonRecord {
        let file = try await file(mention)
        return try await office.read(as: actor) { [office] inquiry in
            try inquiry.require(.audit)
            let ledger = inquiry.ledger
            let registrations = try file.registrations.map { registration, event in
                let invitation = try ledger.invitation(of: registration.id)
                return PersonRecord.RegistrationRecord(
                    registration: registration, event: event,
                    history: try ledger.standingChanges(of: registration.id),
                    marks: try ledger.marks(at: event.id, session: nil).filter {
                        $0.registration == registration.id
                    },
                    invitation: invitation,
                    answers: try invitation.map { try ledger.answers(to: $0.id) } ?? [],
                    needs: try ledger.needs(of: registration.id),
                    said: try inquiry.answers(of: registration),
                    certificate: try ledger.certificate(of: registration.id))
            }
            let subjects =
                [AuditEntry.Subject.person(file.person.id)]
                + registrations.map { .registration($0.registration.id) }
                + registrations.compactMap { $0.invitation.map { .invitation($0.id) } }
            let merges = try inquiry.merges(into: file.person.id)
            return PersonRecord(
                file: file, registrations: registrations,
                messages: try ledger.messages(to: file.person.id).map {
                    (
                        $0,
                        try ledger.content(of: $0.id)?.shown($0.purpose, under: office.letterhead)
                    )
                },
                merged: merges.map(\.gone),
                setAside: try merges.flatMap(\.setAside).compactMap { aside in
                    try ledger.event(aside.registration.event).map { (aside, $0) }
                },
                incoming: try ledger.incoming(about: file.person.id),
                suppressions: try file.person.addresses.compactMap {
                    try ledger.suppression(of: $0)
                },
                optOuts: try ledger.optOuts(of: file.person.id),
                audit: try subjects.flatMap {
                    try ledger.latestAuditEntries(of: $0, limit: .max)
                })
        }
    }
}
