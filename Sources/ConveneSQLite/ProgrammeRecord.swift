import Convene

/// A programme as a list remembers it.
struct ProgrammeRecord: Codable {
    private var id: Int64
    private var code: String
    private var title: String
    private var parent: Int64?
    private var startYear: Int?
    private var endYear: Int?
    private var countries: [String]
    private var targets: [Target]
    private var agreement: String

    private struct Target: Codable {
        var measure: String
        var goal: Int
    }

    init(_ programme: Programme) {
        id = programme.id.rawValue
        code = programme.code.text
        title = programme.title
        parent = programme.parent?.rawValue
        startYear = programme.startYear
        endYear = programme.endYear
        countries = programme.countries.map(\.code)
        targets = programme.targets.map { Target(measure: $0.measure.text, goal: $0.goal) }
        agreement = programme.agreement
    }

    var programme: Programme {
        get throws {
            Programme(
                id: .init(id), code: Code(stored: code), title: title,
                parent: parent.map { .init($0) }, startYear: startYear, endYear: endYear,
                countries: try countries.map { try recorded($0, Country.init(code:)) },
                targets: try targets.map {
                    .init(
                        measure: try recorded($0.measure, Programme.Target.Measure.init),
                        goal: $0.goal)
                }, agreement: agreement)
        }
    }
}
