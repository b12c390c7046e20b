extension Term {
    /// Reads what was written from left to right into one end of the span, or two.
    struct Reader {
        private let text: String
        private var runs: ArraySlice<Run>
        private var ends = [End()]
        private var isQuarterly = false
        private var isPair = false

        init(_ text: String) {
            self.text = text
            runs = Run.all(in: text)[...]
        }

        mutating func span() throws(Problem) -> Span {
            while !runs.isEmpty { try readNext() }
            guard ends.count <= 2, !text.isEmpty else { throw .termUnclear(text) }
            if isQuarterly { ends = ends.map(\.withQuarters) }
            guard !isQuarterly || ends.allSatisfy({ $0.quarter != nil }) else {
                throw .termUnclear(text, because: "it doesn't say which quarter")
            }
            let left = ends[0].completed(by: ends[ends.count - 1])
            let right = ends[ends.count - 1].completed(by: ends[0])
            let (from, to) = (try span(of: left), try span(of: right))
            guard from.precision == to.precision else { throw .termUnclear(text) }
            guard from.first <= to.first else {
                throw .termUnclear(text, because: "its end is before its start")
            }
            // What lies between “2nd and 4th quarter” is not meant.
            guard !isPair || from.last.adding(days: 1) == to.first else { throw .termUnclear(text) }
            return Span(first: from.first, last: to.last, precision: from.precision)
        }

        private func span(of end: End) throws(Problem) -> Span {
            if let month = end.month, !(1...12).contains(month) {
                throw .termUnclear(text, because: "there is no month \(month)")
            }
            if let quarter = end.quarter, !(1...4).contains(quarter) {
                throw .termUnclear(text, because: "there is no quarter \(quarter)")
            }
            guard !end.isContradictory else { throw .termUnclear(text) }
            guard let year = end.year else { throw .termUnclear(text, because: "it has no year") }
            guard (1900...2199).contains(year) else {
                throw .termUnclear(text, because: "\(year) is not a year of ours")
            }
            guard let span = end.span(in: year) else {
                throw .termUnclear(text, because: end.namesDay ? "there is no such day" : nil)
            }
            return span
        }

        private mutating func readNext() throws(Problem) {
            if readDate() { return }
            switch runs.removeFirst() {
            case .digits(let digits): try readNumber(digits)
            case .word(let word): try read(word)
            case .sign(let sign): try read(sign)
            }
        }

        /// `2017-07-24`, `2011-10` and `24.07.2017`, whose signs are no signs of a span.
        private mutating func readDate() -> Bool {
            guard case .digits(let first)? = runs.first, let second = digits(after: 0) else {
                return false
            }
            let third = digits(after: 2)
            switch (first.count, sign(after: 0), second.count) {
            case (4, "-", 2):
                enter(year: first, month: second)
                if sign(after: 2) == "-", let third, third.count == 2 {
                    enter(number: third)
                    runs = runs.dropFirst(5)
                } else {
                    runs = runs.dropFirst(3)
                }
                return true
            case (1...2, ".", 1...2):
                guard sign(after: 2) == ".", let third, third.count == 4 else { return false }
                enter(year: third, month: second)
                enter(number: first)
                runs = runs.dropFirst(5)
                return true
            default: return false
            }
        }

        private func sign(after offset: Int) -> Character? {
            guard case .sign(let sign)? = runs.dropFirst(offset + 1).first else { return nil }
            return sign
        }

        private func digits(after offset: Int) -> String? {
            guard case .digits(let digits)? = runs.dropFirst(offset + 2).first else { return nil }
            return digits
        }
    }
}

extension Term.Reader {
    private mutating func enter(year: String, month: String) {
        ends[ends.count - 1].enter(\.year, Int(year))
        ends[ends.count - 1].enter(\.month, Int(month))
    }

    private mutating func enter(number: String) {
        ends[ends.count - 1].enter(\.number, Int(number))
    }

    private mutating func readNumber(_ digits: String) throws(Problem) {
        switch digits.count {
        case 1, 2: enter(number: digits)
        case 4: ends[ends.count - 1].enter(\.year, Int(digits))
        default: throw .termUnclear(text)
        }
        skipOrdinalEnding()
    }

    /// The `nd` of `2nd` and the `-й` of `2-й`.
    private mutating func skipOrdinalEnding() {
        let skipped = runs.first == .sign("-") ? 1 : 0
        guard case .word(let word)? = runs.dropFirst(skipped).first,
            Term.Word(word) == .ordinalEnding
        else { return }
        runs = runs.dropFirst(skipped + 1)
    }

    private mutating func read(_ word: String) throws(Problem) {
        switch Term.Word(word) {
        case .month(let month): ends[ends.count - 1].enter(\.month, month)
        case .quarter: isQuarterly = true
        case .ordinal(let number): ends[ends.count - 1].enter(\.number, number)
        case .until: ends.append(Term.End())
        case .and:
            ends.append(Term.End())
            isPair = true
        case .filler, .ordinalEnding: break
        case nil: throw .termUnclear(text)
        }
    }

    private mutating func read(_ sign: Character) throws(Problem) {
        switch sign {
        case "-" where isBeforeQuarterOfYear: break
        case "-", "/": ends.append(Term.End())
        case "&": try read("and")
        case "." where runs.first == .sign("."):
            runs = runs.drop { $0 == .sign(".") }
            ends.append(Term.End())
        case ".", ",", "'", "’": break
        default: throw .termUnclear(text)
        }
    }

    /// Whether the hyphen just read is that of `2023-Q2`.
    private var isBeforeQuarterOfYear: Bool {
        guard ends.count == 1, let end = ends.first, end.year != nil, end.month == nil,
            end.number == nil, case .word(let word)? = runs.first
        else { return false }
        return Term.Word(word) == .quarter
    }
}
