import Convene

/// What an event's page shows of its registrations: what is searched for, and which page of it.
struct RegistrationsForm {
    var filter: RegistrationFilter
    var page: Int

    /// How many stand on one page.
    static let length = 100

    init(_ form: FormData) {
        filter = RegistrationFilter(
            words: form["words"], standing: Standing(rawValue: form["standing"]),
            role: Role(rawValue: form["role"]), country: Country(code: form["country"]))
        page = max(1, Int(form["page"]) ?? 1)
    }

    /// What its fields hold, to be handed on with an act on everybody whom it shows.
    var kept: [(String, String)] {
        [
            ("words", filter.words), ("standing", filter.standing?.rawValue ?? ""),
            ("role", filter.role?.rawValue ?? ""), ("country", filter.country?.code ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// The search form; only countries that somebody comes from are offered.
    func fields(_ house: House, countries: Set<Country>, _ visit: Visit) -> [FormField] {
        let words = house.words(visit)
        return [
            FormField("words", words["desk.search-words"], .line("search"), [filter.words]),
            .filter(
                "standing", words["desk.column-standing"],
                words.options(Standing.self, "desk.standing"), filter.standing?.rawValue,
                all: words["desk.all"]),
            .filter(
                "role", words["desk.column-role"],
                Role.allCases.map { .init($0.rawValue, house.role($0, visit)) },
                filter.role?.rawValue, all: words["desk.all"]),
            .filter(
                "country", words["field-country"],
                house.countries.lines(in: words.language)
                    .filter { line in countries.contains { $0.code == line.code } }
                    .map { .init($0.code, $0.name) }, filter.country?.code, all: words["desk.all"]),
        ]
    }
}

extension [(String, String)] {
    /// Hidden fields.
    var forTemplate: [[String: Any]] { map { ["kept-name": $0.0, "kept-value": $0.1] } }
}
