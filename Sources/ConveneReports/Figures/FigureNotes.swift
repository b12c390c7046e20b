import Convene

/// What has to be said beside figures, in sentences.
struct FigureNotes {
    private let figures: Figures
    private let withPeople: Bool

    /// - Parameter withPeople: Whether the table shows people, who don't add up.
    init(_ figures: Figures, withPeople: Bool) {
        self.figures = figures
        self.withPeople = withPeople
    }

    var sentences: [String] { women + people + sessions + headCounts }

    /// Names those beside whom the share was formed, so that nobody is dropped.
    private var women: [String] {
        let total = figures.total
        let (told, beside) = (total.female + total.male, beside(total))
        guard told + total.other + total.undisclosed > 0 else { return [] }
        guard let share = total.women.flatMap(Decimals.percent) else {
            return ["Women: nobody who attended said female or male; \(beside)."]
        }
        return ["Women: \(total.female) of \(told) who said female or male (\(share)); \(beside)."]
    }

    private func beside(_ total: Measures) -> String {
        let undisclosed = "\(total.undisclosed) undisclosed"
        return total.other > 0 ? "\(total.other) other, \(undisclosed)" : undisclosed
    }

    private var people: [String] {
        guard withPeople, figures.peopleInSeveralRows > 0 else { return [] }
        let sum = figures.total.people + figures.peopleInSeveralRows
        return [
            "People add up to \(sum) in the cells, and the total is \(figures.total.people):"
                + " whoever stands in several counts once in it."
        ]
    }

    private var sessions: [String] {
        guard figures.by.contains(.session), !figures.rows.isEmpty else { return [] }
        return ["Whoever was at several sessions stands in each, and counts once in the total."]
    }

    /// A sentence for each event, in the order in which they come.
    private var headCounts: [String] {
        var events: [String] = []
        for row in figures.headCounts where !events.contains(row.event) { events.append(row.event) }
        return events.map { event in
            let rows = figures.headCounts.filter { $0.event == event }
            return "Without names: \(rows.sum) at \(event)\(genders(rows)), not included above."
        }
    }

    private func genders(_ rows: [Figures.HeadCountRow]) -> String {
        guard rows.contains(where: { $0.gender != nil }) else { return "" }
        let known = Gender.allCases.map { gender in
            (number: rows.filter { $0.gender == gender }.sum, name: gender.rawValue)
        }
        let unknown = (number: rows.filter { $0.gender == nil }.sum, name: "not told apart")
        let parts = (known + [unknown]).filter { $0.number > 0 }
        return " (\(parts.map { "\($0.number) \($0.name)" }.joined(separator: ", ")))"
    }
}

extension [Figures.HeadCountRow] {
    fileprivate var sum: Int { reduce(0) { $0 + $1.number } }
}
