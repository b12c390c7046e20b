/// What a line of a list did to something other than people, kept so that undoing the list can take it
/// back.
package enum ImportChange: Sendable, Equatable {
    case programme(Versions<Programme>)
    case event(Versions<EventState>)
    case activity(Versions<Activity>)
    /// The entries that it added to the attendance log.
    case marks([AttendanceMark.Place])

    /// A thing before a list and behind it; nothing before where the list made it.
    package struct Versions<Thing: Sendable & Equatable>: Sendable, Equatable {
        package var before: Thing?
        package var after: Thing

        package init(before: Thing?, after: Thing) {
            self.before = before
            self.after = after
        }
    }
}

/// An event with those who organise it.
package struct EventState: Sendable, Equatable {
    package var event: Event
    package var organisers: [Organiser]

    package init(_ event: Event, _ participations: [Participation]) {
        self.event = event
        organisers = participations.map { Organiser(organisation: $0.organisation, part: $0.part) }
    }

    package init(event: Event, organisers: [Organiser]) {
        self.event = event
        self.organisers = organisers
    }

    package struct Organiser: Sendable, Equatable {
        package var organisation: Organisation.ID
        package var part: Organisation.Part

        package init(organisation: Organisation.ID, part: Organisation.Part) {
            self.organisation = organisation
            self.part = part
        }
    }
}

extension EventState {
    /// The same with what no list says: where the event is in its life, its completion rule, what its
    /// letters say and in whose name.
    func living(as other: Event) -> EventState {
        var state = self
        state.event.status = other.status
        state.event.completionPercent = other.completionPercent
        state.event.mailText = other.mailText
        state.event.contact = other.contact
        state.event.answerBy = other.answerBy
        return state
    }
}

extension Inquiry {
    func state(of event: Event) throws -> EventState {
        EventState(event, try ledger.participations(in: event.id))
    }
}
