import Convene

/// The columns of a list of figures, and what stands in them.
struct MeasureColumns {
    /// The measure that is never left out for want of room.
    let featured: Measures.Name
    /// Whether the share of women tells anything: within one gender it doesn't.
    let withWomen: Bool

    var columns: [Column] {
        let measures = Measures.Name.allCases.map { name in
            Column.number(
                name.rawValue, name.heading,
                place: name == featured ? .everywhere : .whereRoom(name.rank))
        }
        let women = withWomen ? [Column.number("women", "Women")] : []
        return measures + [.number("rate", "Rate")] + women
    }

    func cells(_ measures: Measures) -> [Value] {
        let numbers = Measures.Name.allCases.map { Value.number(measures[$0]) }
        return numbers + [.ratio(measures.rate)] + (withWomen ? [.ratio(measures.women)] : [])
    }
}

extension Measures.Name {
    var heading: String {
        switch self {
        case .registrations: "Registered"
        case .invited: "Invited"
        case .confirmed: "Confirmed"
        case .attended: "Attended"
        case .completed: "Completed"
        case .people: "People"
        }
    }

    /// The higher, the sooner a narrow screen does without it.
    fileprivate var rank: Int {
        switch self {
        case .attended: 1
        case .people: 2
        case .confirmed: 3
        case .registrations: 4
        case .completed: 5
        case .invited: 6
        }
    }
}
