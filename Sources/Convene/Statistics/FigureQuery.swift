/// Which registrations are counted, and by what they are told apart.
package struct FigureQuery: Sendable, Equatable {
    /// Only these events; nothing means all.
    package var events: [Event.ID]?
    /// Only events of these programmes; the domain adds the stages of each.
    package var programmes: [Programme.ID]?
    package var kind: Event.Kind?
    package var role: Role?
    /// Only events that begin on this day or later; by their dates, else by their term.
    package var from: Day?
    /// Only events that begin on this day or earlier.
    package var to: Day?
    package var by: [Dimension]

    package init(
        events: [Event.ID]? = nil, programmes: [Programme.ID]? = nil, kind: Event.Kind? = nil,
        role: Role? = nil, from: Day? = nil, to: Day? = nil, by: [Dimension] = []
    ) {
        self.events = events
        self.programmes = programmes
        self.kind = kind
        self.role = role
        self.from = from
        self.to = to
        self.by = by
    }

    /// What figures can be told apart by.
    package enum Dimension: String, Sendable, CaseIterable {
        case country, region, gender, group, event, programme, kind, role, year, session
        case organisation
    }
}
