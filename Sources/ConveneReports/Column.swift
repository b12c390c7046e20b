/// A column of a report: its key for programs, its heading for people.
package struct Column: Sendable, Equatable {
    /// In snake_case, as design.md names it: `given_name`.
    package var key: String
    /// As people read it: `Given name`.
    package var heading: String
    package var alignment: Alignment
    package var place: Place
    /// Whether its heading is a name of somebody's making, which a narrow screen may cut.
    var isNamedByData = false

    package init(
        _ key: String, _ heading: String, _ alignment: Alignment = .leading,
        place: Place = .everywhere
    ) {
        self.key = key
        self.heading = heading
        self.alignment = alignment
        self.place = place
    }

    /// A column of numbers or shares, which stand at its right edge and are never cut.
    package static func number(
        _ key: String, _ heading: String, place: Place = .everywhere
    ) -> Column {
        Column(key, heading, .trailing, place: place)
    }

    package enum Alignment: Sendable { case leading, trailing }

    /// Where a column is shown.
    package enum Place: Sendable, Equatable {
        case everywhere
        /// In each form, but the terminal leaves it out when the window is too narrow for all:
        /// the highest number first.
        case whereRoom(Int)
        /// In CSV, TSV and JSON only: what people need not read.
        case programs
    }
}
