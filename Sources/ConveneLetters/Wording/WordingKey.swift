import Convene

/// The keys of a `words.txt`, and the places in braces that each one's text may have.
enum WordingKey {
    static let places: [String: Set<String>] = {
        var places = patterns
        for kind in Event.Kind.allCases { places["kind." + kind.rawValue] = [] }
        for role in Role.allCases { places["role." + role.rawValue] = [] }
        return places
    }()

    /// Every key but those without which a language is whole.
    static let required = places.keys.filter { !optional.contains($0) }.sorted()

    private static let patterns: [String: Set<String>] = [
        "script": [], "months": [], "months-alone": [], "first": [],
        "day": ["day", "month", "year"],
        "day-short": ["day", "month"],
        "days-in-month": ["day", "lastDay", "month", "year"],
        "days-in-year": ["day", "month", "lastDay", "lastMonth", "year"],
        "days": ["day", "month", "year", "lastDay", "lastMonth", "lastYear"],
        "year": ["year"], "years": ["year", "lastYear"],
        "month": ["month", "year"],
        "months-in-year": ["month", "lastMonth", "year"],
        "months-of-years": ["month", "year", "lastMonth", "lastYear"],
        "times": ["from", "to"],
        "times-in": ["zone"],
        "term": ["term"], "no-term": [], "postponed": [],
        "online": [], "hybrid": ["place"],
        "list": ["list", "last"],
        "fact": ["label", "value"],
        "salutation-female": names, "salutation-male": names, "salutation-other": names,
        "calendar-link": ["link"],
    ]

    private static let names: Set<String> = ["name", "formal", "family"]
    /// What a language may leave empty.
    static let optional: Set<String> = ["script", "first", "months-alone"]
}
