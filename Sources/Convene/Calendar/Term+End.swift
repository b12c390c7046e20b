extension Term {
    /// The days that a part of a term may mean.
    struct Span {
        let first: Day
        let last: Day
        let precision: Precision
    }

    /// One end of a span, as far as it was written.
    struct End {
        var year: Int?
        var quarter: Int?
        var month: Int?
        /// A number below 100: a day, or a quarter where the term speaks of quarters.
        var number: Int?
        /// Whether something was written twice.
        private(set) var isContradictory = false

        mutating func enter(_ field: WritableKeyPath<End, Int?>, _ value: Int?) {
            if self[keyPath: field] != nil { isContradictory = true }
            self[keyPath: field] = value
        }

        var namesDay: Bool { month != nil && number != nil }

        /// The same end in a term that speaks of quarters.
        var withQuarters: End {
            var end = self
            end.quarter = number
            end.number = nil
            return end
        }

        /// What is written once for both ends is meant for both: `24-25 July 2017`.
        func completed(by other: End) -> End {
            var end = self
            end.year = year ?? other.year
            if number != nil { end.month = month ?? other.month }
            return end
        }

        /// The days meant, or nothing when there are none such.
        func span(in year: Int) -> Span? {
            switch (quarter, month, number) {
            case (nil, nil, nil): Span(year: year, months: 1...12, precision: .year)
            case (let quarter?, nil, nil):
                Span(year: year, months: quarter * 3 - 2...quarter * 3, precision: .quarter)
            case (nil, let month?, nil): Span(year: year, months: month...month, precision: .month)
            case (nil, let month?, let number?):
                Day(year: year, month: month, day: number)
                    .map { Span(first: $0, last: $0, precision: .days) }
            default: nil
            }
        }
    }
}

extension Term.Span {
    fileprivate init?(year: Int, months: ClosedRange<Int>, precision: Term.Precision) {
        let length = Day.length(ofMonth: months.upperBound, in: year)
        guard let first = Day(year: year, month: months.lowerBound, day: 1),
            let last = Day(year: year, month: months.upperBound, day: length)
        else { return nil }
        self.init(first: first, last: last, precision: precision)
    }
}
