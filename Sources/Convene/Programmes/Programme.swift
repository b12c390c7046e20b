/// A funded undertaking with years, countries and targets; a stage is a programme with a parent.
package struct Programme: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Programme>

    package var id: ID
    /// The short name by which it is called: letters, digits, dot, hyphen and underscore.
    package var code: Code
    package var title: String
    package var parent: ID?
    package var startYear: Int?
    package var endYear: Int?
    package var countries: [Country]
    package var targets: [Target]
    /// The agreement or project document that it rests on.
    package var agreement: String

    package init(
        id: ID = ID(0), code: Code, title: String, parent: ID? = nil, startYear: Int? = nil,
        endYear: Int? = nil, countries: [Country] = [], targets: [Target] = [],
        agreement: String = ""
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.parent = parent
        self.startYear = startYear
        self.endYear = endYear
        self.countries = countries
        self.targets = targets
        self.agreement = agreement
    }

    /// What a programme promised its donor: so many of something.
    package struct Target: Sendable, Equatable {
        package var measure: Measure
        package var goal: Int

        package init(measure: Measure, goal: Int) {
            self.measure = measure
            self.goal = goal
        }
    }
}

extension Programme.Target {
    /// What a target counts.
    package enum Measure: Hashable, Sendable {
        /// Events of one kind that took place.
        case events(Event.Kind)
        /// Countries that somebody came from.
        case countries
        /// Different people who came.
        case people
        /// Different women who came.
        case women

        package var text: String {
            switch self {
            case .events(let kind): kind.rawValue
            case .countries: "countries"
            case .people: "people"
            case .women: "women"
            }
        }

        package init?(_ text: String) {
            switch text {
            case "countries": self = .countries
            case "people": self = .people
            case "women": self = .women
            default:
                guard let kind = Event.Kind(rawValue: text) else { return nil }
                self = .events(kind)
            }
        }
    }
}
