/// The programme whose plan a list is.
enum PlanHolder {
    case known(Programme)
    /// One that is added for the plan, since no programme comes near.
    case new(Programme)

    /// What whoever imports is told of it.
    var sentence: String {
        switch self {
        case .known(let programme): "The plan is that of \(programme.code), \(programme.title)."
        case .new(let programme):
            "The plan is that of a new programme, \(programme.code): “convene programme edit"
                + " \(programme.code) --title …” names it. --programme chooses another."
        }
    }
}

extension Inquiry {
    /// The programme that is named; else the one that has most of these activities already; else
    /// the only one of just these years, without a plan so far; else, where no programme comes
    /// near, a new one. Whatever could be meant by chance has to be named.
    ///
    /// - Throws: `programme.unknown`, `plan.programme`.
    func holder(of list: PlanList, named code: Code?) throws -> PlanHolder {
        if let code { return .known(try programme(code)) }
        guard let years = list.years else { throw Problem.planWithout(list.sheet.file, []) }
        let programmes = try ledger.programmes()
        let plans = Dictionary(grouping: try ledger.activities(of: nil), by: \.programme)
        let titles = Set(list.rows.map { "\($0.activity.code) \($0.activity.title)" })
        let same = programmes.filter { programme in
            let known = plans[programme.id, default: []].map { "\($0.code) \($0.title)" }
            return known.count(where: titles.contains) * 2 >= titles.count
        }
        if same.count == 1 { return .known(same[0]) }
        let fitting = programmes.filter {
            $0.startYear == years.lowerBound && $0.endYear == years.upperBound
        }
        if fitting.count == 1, plans[fitting[0].id] == nil { return .known(fitting[0]) }
        let new = try Programme(planFrom: list.sheet.file, of: years)
        let near = programmes.filter {
            $0.code == new.code || plans[$0.id] != nil || $0.lies(within: years)
        }
        guard near.isEmpty else { throw Problem.planWithout(list.sheet.file, near) }
        return .new(new)
    }
}

extension Programme {
    /// A programme for a plan of which only the file and the years are known.
    fileprivate init(planFrom file: String, of years: ClosedRange<Int>) throws {
        let stem = file.split(separator: ".").first.map(String.init) ?? "plan"
        let words = stem.lowercased().split { !$0.isLetter && !$0.isNumber }
        let code = try Code(
            words.isEmpty ? "plan" : String(words.joined(separator: "-").prefix(60)))
        let name = words.isEmpty ? "plan" : words.joined(separator: " ")
        let span =
            years.count == 1
            ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
        self.init(
            code: code, title: "\(name.prefix(1).uppercased())\(name.dropFirst()), \(span)",
            startYear: years.lowerBound, endYear: years.upperBound)
    }

    /// Whether it has a first and a last year, and shares one with these.
    fileprivate func lies(within years: ClosedRange<Int>) -> Bool {
        guard let startYear, let endYear else { return false }
        return startYear <= years.upperBound && endYear >= years.lowerBound
    }
}

extension Problem {
    static func planWithout(_ file: String, _ candidates: [Programme]) -> Problem {
        Problem(
            .planProgramme,
            "\(file) can be the plan of several programmes, or of one that has another: say which"
                + " with --programme.",
            details: candidates.map { "\($0.code)  \($0.title)" })
    }
}
