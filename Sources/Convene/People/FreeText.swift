/// A kind of text in which people write what they like, so that somebody may be named in it.
package enum FreeText: String, Sendable, CaseIterable {
    /// What meetings recommended, who sees to it, and what became of it.
    case outcomes
    /// The titles of activities and of their steps.
    case activities
    /// The titles of sessions, and the descriptions of events.
    case programmes
    /// Why somebody or something came to a standing or a status, or was marked so.
    case reasons
    /// Notes on people, on answers and on head counts, and positions.
    case notes
    /// The names of the files in which lists came.
    case lists
    /// What the audit says of anything.
    case history
    /// What mails to others said.
    case mails

    /// `1 outcome`, `2 notes on others`.
    package func counted(_ count: Int) -> String {
        let (one, many) =
            switch self {
            case .outcomes: ("outcome", "outcomes")
            case .activities: ("title of a plan", "titles of plans")
            case .programmes: ("title of a session", "titles of sessions")
            case .reasons: ("reason", "reasons")
            case .notes: ("note", "notes")
            case .lists: ("name of a list", "names of lists")
            case .history: ("entry of the audit", "entries of the audit")
            case .mails: ("mail to others", "mails to others")
            }
        return "\(count) \(count == 1 ? one : many)"
    }
}

/// A free text and where it stands; the place is the store's own.
package struct FreeTextEntry: Sendable, Equatable {
    package var place: Place
    package var text: String

    package init(place: Place, text: String) {
        self.place = place
        self.text = text
    }

    package struct Place: Sendable, Hashable {
        /// Which of the store's columns of this kind.
        package var column: Int
        /// The key of the row.
        package var row: [Int64]
        /// The place within the column where it holds more than a text.
        package var path: String

        package init(column: Int, row: [Int64], path: String = "") {
            self.column = column
            self.row = row
            self.path = path
        }
    }
}
