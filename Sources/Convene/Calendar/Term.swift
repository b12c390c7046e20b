/// When something is planned, as precisely as people know it: a year, a quarter, a month, some days.
package struct Term: Hashable, Sendable {
    /// What was written, without the blanks around it: `2nd and 3rd quarter 2023`.
    package let text: String
    /// The first day that it may mean.
    package let first: Day
    /// The last day that it may mean, never before the first.
    package let last: Day
    package let precision: Precision

    /// Reads a term as people write it in English, Russian or French, or by ISO 8601:
    /// `2011-10`, `March-December 2021`, `Q2 2023`, `II квартал 2023`, `24-25 juillet 2017`,
    /// `2017-07-24/2017-07-25`.
    ///
    /// - Throws: `term.unclear` when it can't be read, has no such date, or ends before it begins.
    package init(_ text: String) throws(Problem) {
        let trimmed = text.withoutBlanksAround
        guard trimmed.utf8.count <= 120 else { throw .termUnclear(trimmed) }
        var reader = Reader(trimmed)
        let span = try reader.span()
        self.text = trimmed
        first = span.first
        last = span.last
        precision = span.precision
    }

    /// The term that the register holds: it was read when it was written.
    package init(stored text: String, first: Day, last: Day, precision: Precision) {
        self.text = text
        self.first = first
        self.last = last
        self.precision = precision
    }

    /// The days, when the term is as precise as that.
    package var days: ClosedRange<Day>? { precision == .days ? first...last : nil }
}

extension Term {
    /// What a term is given by, the vaguest first.
    package enum Precision: String, Sendable, CaseIterable {
        case year, quarter, month, days
    }
}

extension Problem {
    static func termUnclear(_ text: String, because reason: String? = nil) -> Problem {
        let subject = text.isEmpty ? "There is no term" : "\(text.excerpt) is not clear as a term"
        return Problem(
            .termUnclear,
            "\(subject)\(reason.map { ": \($0)" } ?? ""). Write a year (2023), a quarter (Q2 2023), "
                + "a month (October 2011), days (24-25 July 2017, 2017-07-24/2017-07-25), or two of "
                + "a kind with a - between them.")
    }
}
