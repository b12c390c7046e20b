/// The measures of design.md §2 for one set of registrations.
package struct Measures: Sendable, Equatable {
    /// All, whatever their standing.
    package var registrations = 0
    /// Those an invitation was sent to.
    package var invited = 0
    /// Standing confirmed.
    package var confirmed = 0
    /// Confirmed with a present mark at a counting session at least.
    package var attended = 0
    /// Attended, and met the completion rule.
    package var completed = 0
    /// Different people among the attended.
    package var people = 0
    /// The attended by gender; `other` and `undisclosed` are named beside the share of women.
    package var female = 0
    package var male = 0
    package var other = 0
    package var undisclosed = 0

    package init() {}

    /// Attended ÷ confirmed, or nothing when nobody was confirmed.
    package var rate: Double? { confirmed > 0 ? Double(attended) / Double(confirmed) : nil }

    /// Female ÷ (female + male) of the attended, or nothing when there are neither.
    package var women: Double? {
        female + male > 0 ? Double(female) / Double(female + male) : nil
    }

    /// Adds what can be added: participations. People are not, since one may stand in both.
    package static func += (sum: inout Measures, part: Measures) {
        sum.registrations += part.registrations
        sum.invited += part.invited
        sum.confirmed += part.confirmed
        sum.attended += part.attended
        sum.completed += part.completed
        sum.female += part.female
        sum.male += part.male
        sum.other += part.other
        sum.undisclosed += part.undisclosed
    }

    /// The measures that `--measure` can name.
    package enum Name: String, Sendable, CaseIterable {
        case registrations, invited, confirmed, attended, completed, people
    }

    package subscript(name: Name) -> Int {
        switch name {
        case .registrations: registrations
        case .invited: invited
        case .confirmed: confirmed
        case .attended: attended
        case .completed: completed
        case .people: people
        }
    }
}
