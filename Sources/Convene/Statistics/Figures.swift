/// The figures of design.md §2, counted once: by which dimensions, row by row, and in total.
package struct Figures: Sendable, Equatable {
    /// The codes of the events that were asked for by name; empty when all were.
    package var events: [String]
    package var by: [FigureQuery.Dimension]
    /// One row for each combination that occurs, in the order of its keys.
    package var rows: [Row]
    /// For two dimensions: the figures by the first alone and by the second alone, which a
    /// cross-tab shows at its edges. People are counted once in each of these, so they are counted
    /// anew rather than added up.
    package var margins: [[Row]]
    package var total: Measures
    /// Attendance without names, kept apart from everything above.
    package var headCounts: [HeadCountRow]

    package init(
        events: [String], by: [FigureQuery.Dimension], rows: [Row], margins: [[Row]],
        total: Measures, headCounts: [HeadCountRow]
    ) {
        self.events = events
        self.by = by
        self.rows = rows
        self.margins = margins
        self.total = total
        self.headCounts = headCounts
    }

    /// The figures of one combination of keys.
    package struct Row: Sendable, Equatable {
        /// One key for each dimension, in the order of `by`.
        package var keys: [Key]
        package var measures: Measures

        package init(keys: [Key], measures: Measures) {
            self.keys = keys
            self.measures = measures
        }
    }

    /// What stands for one value of a dimension: its code for programs, its name for people.
    ///
    /// The code is nothing where the register does not know: no country, no programme.
    package struct Key: Sendable, Hashable {
        package var code: String?
        package var name: String

        package init(code: String?, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// The head counts of one event: those of its fullest session, since the same people may sit
    /// in all of them.
    package struct HeadCountRow: Sendable, Equatable {
        package var event: String
        package var country: Country?
        package var gender: Gender?
        package var number: Int

        package init(event: String, country: Country?, gender: Gender?, number: Int) {
            self.event = event
            self.country = country
            self.gender = gender
            self.number = number
        }
    }

    /// By how many the rows' people exceed the total: those who stand in more than one row.
    package var peopleInSeveralRows: Int {
        rows.reduce(0) { $0 + $1.measures.people } - total.people
    }
}
