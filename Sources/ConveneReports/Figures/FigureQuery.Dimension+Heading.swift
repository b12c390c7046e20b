import Convene

extension FigureQuery.Dimension {
    var heading: String {
        switch self {
        case .country: "Country"
        case .region: "Region"
        case .gender: "Gender"
        case .group: "Stakeholder group"
        case .event: "Event"
        case .programme: "Programme"
        case .kind: "Kind"
        case .role: "Role"
        case .year: "Year"
        case .session: "Session"
        case .organisation: "Organisation"
        }
    }

    /// Whether its codes are numbers that say nothing by themselves, so that JSON names them too.
    var hasMuteCodes: Bool {
        switch self {
        case .region, .session, .organisation: true
        case .country, .gender, .group, .event, .programme, .kind, .role, .year: false
        }
    }

    /// Whether a spreadsheet wants the name beside the code: `KZ` and Kazakhstan.
    var hasNames: Bool {
        switch self {
        case .country, .region, .event, .programme, .session, .organisation: true
        case .gender, .group, .kind, .role, .year: false
        }
    }
}
