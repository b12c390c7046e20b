/// Two organisations that turned out to be one, with what is needed to make them two again.
package struct OrganisationMerge: Sendable, Equatable {
    /// The one that stays, as it was before and as it will be.
    package var before: Organisation
    package var after: Organisation
    /// The one that goes into the other, as it was.
    package var gone: Organisation
    /// Everything that named the one that stays, before.
    package var own: OrganisationReferences
    /// Everything that named the one that goes.
    package var moved: OrganisationReferences

    package init(
        before: Organisation, after: Organisation, gone: Organisation,
        own: OrganisationReferences, moved: OrganisationReferences
    ) {
        self.before = before
        self.after = after
        self.gone = gone
        self.own = own
        self.moved = moved
    }

    /// A field that a merge decides on; the names of both are kept in any case.
    package enum Field: String, Sendable, CaseIterable {
        case name, stakeholder, country, city
    }
}

/// Everything that names an organisation.
package struct OrganisationReferences: Sendable, Equatable {
    package var people: [Person.ID]
    package var registrations: [Registration.ID]
    package var events: [Part<Event>]
    package var programmes: [Part<Programme>]

    package init(
        people: [Person.ID] = [], registrations: [Registration.ID] = [],
        events: [Part<Event>] = [], programmes: [Part<Programme>] = []
    ) {
        self.people = people
        self.registrations = registrations
        self.events = events
        self.programmes = programmes
    }

    /// A part in an event or a programme, and where it stands among the others.
    package struct Part<Subject>: Sendable, Equatable {
        package var subject: Identifier<Subject>
        package var part: Organisation.Part
        package var position: Int

        package init(subject: Identifier<Subject>, part: Organisation.Part, position: Int) {
            self.subject = subject
            self.part = part
            self.position = position
        }
    }
}

/// What merging two organisations would do, before it is done.
package struct OrganisationMergePlan: Sendable {
    package var merge: OrganisationMerge
    package var choices: [Choice]
    package var moves: [String]

    /// What a merge does with one field.
    package struct Choice: Sendable, Equatable {
        package var field: String
        package var stays: String
        package var goes: String
        package var side: MergeSide
    }
}

extension OrganisationMerge.Field {
    func text(in organisation: Organisation) -> String {
        switch self {
        case .name: organisation.name
        case .stakeholder: organisation.stakeholder?.rawValue ?? ""
        case .country: organisation.country?.code ?? ""
        case .city: organisation.city
        }
    }

    func take(from source: Organisation, into organisation: inout Organisation) {
        switch self {
        case .name: organisation.name = source.name
        case .stakeholder: organisation.stakeholder = source.stakeholder
        case .country: organisation.country = source.country
        case .city: organisation.city = source.city
        }
    }
}
