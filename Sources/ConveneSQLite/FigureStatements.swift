import Convene
import GRDB

/// The two statements that answer a question for figures: one counts registrations, the other people.
///
/// They are put together from closed fragments, one for each dimension and filter; what was asked
/// for is bound. Registrations are counted in two steps: the inner one, over the rows as they stand
/// in the index `registration_figures`, makes a few thousand rows of a million; the outer one adds
/// these up, and only there are events and regions joined.
struct FigureStatements {
    let arguments: StatementArguments
    private let by: [FigureQuery.Dimension]
    private let filter: FigureFilter

    init(_ query: FigureQuery) {
        by = query.by
        filter = FigureFilter(query)
        arguments = filter.arguments
    }

    /// One row for each combination: its keys, then the measures but for people.
    var counts: String {
        """
        \(regions)
        SELECT \(list(keys + measures))
        FROM (
            SELECT \(innerColumns.joined(separator: ", ")), \(attended) AS attended, count(*) AS n
            FROM \(registrations) WHERE \(filter.text)
            GROUP BY \(innerColumns.joined(separator: ", ")), \(attended)
        ) r \(joins)
        \(grouping)
        """
    }

    /// One row for each combination with attendance: its keys, then the number of people.
    var people: String {
        """
        \(regions)
        SELECT \(list(keys + ["count(DISTINCT r.person_id)"]))
        FROM \(registrations) \(joins)
        WHERE \(attended) = 1 AND \(filter.text)
        \(grouping)
        """
    }

    private let measures = [
        "coalesce(sum(n), 0)",
        "coalesce(sum(n) FILTER (WHERE r.invited = 1), 0)",
        "coalesce(sum(n) FILTER (WHERE r.standing = 'confirmed'), 0)",
        "coalesce(sum(n) FILTER (WHERE r.attended = 1), 0)",
        "coalesce(sum(n) FILTER (WHERE r.completed = 1), 0)",
        "coalesce(sum(n) FILTER (WHERE r.attended = 1 AND r.gender = 'female'), 0)",
        "coalesce(sum(n) FILTER (WHERE r.attended = 1 AND r.gender = 'male'), 0)",
        "coalesce(sum(n) FILTER (WHERE r.attended = 1 AND r.gender = 'other'), 0)",
        "coalesce(sum(n) FILTER (WHERE r.attended = 1 AND r.gender = 'undisclosed'), 0)",
    ]
}

extension FigureStatements {
    private func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }

    private var keys: [String] { by.map { "CAST(\($0.key) AS TEXT)" } }

    private var grouping: String {
        by.isEmpty ? "" : "GROUP BY " + list(by.map(\.key))
    }

    /// The columns that the outer step needs, in the order of the index wherever it has them all.
    private var innerColumns: [String] {
        let needed = Set(by.compactMap(\.column))
        let flags = ["r.gender", "r.standing", "r.invited", "r.completed"]
        if needed.isSubset(of: ["r.country", "r.gender", "r.role"]) {
            return ["r.country"] + flags + (needed.contains("r.role") ? ["r.role"] : [])
        }
        return needed.subtracting(flags).sorted() + flags
    }

    private var registrations: String {
        bySession
            ? "session s JOIN registration r ON r.event_id = s.event_id" : "registration r"
    }

    /// Whether a registration attended; by session, whether its person was present at that one.
    private var attended: String {
        guard bySession else { return "r.attended" }
        return """
            (r.standing = 'confirmed' AND coalesce((
                SELECT m.mark = 'present' FROM attendance_mark m
                WHERE m.registration_id = r.id AND m.session_id = s.id
                ORDER BY m.entry DESC LIMIT 1), 0))
            """
    }

    private var joins: String {
        let event = by.contains { $0.isOfEvent } ? "JOIN event e ON e.id = r.event_id " : ""
        let region =
            by.contains(.region) ? "LEFT JOIN country_region c ON c.country = r.country" : ""
        return event + region
    }

    private var regions: String { by.contains(.region) ? FigureStatements.countryRegions : "" }

    private var bySession: Bool { by.contains(.session) }

    /// The region of every country, as a table for the length of a statement.
    private static let countryRegions: String = {
        let rows = Country.all.map { "('\($0.code)', \($0.region.number))" }
        return """
            WITH country_region (country, region) AS (VALUES \(rows.joined(separator: ", ")))
            """
    }()
}

extension FigureQuery.Dimension {
    /// By what the outer step groups.
    fileprivate var key: String {
        switch self {
        case .country: "r.country"
        case .region: "c.region"
        case .gender: "r.gender"
        case .group: "r.stakeholder"
        case .event: "r.event_id"
        case .programme: "e.programme_id"
        case .kind: "e.kind"
        case .role: "r.role"
        case .year: "substr(coalesce(e.first_day, e.term_first), 1, 4)"
        case .session: "s.id"
        case .organisation: "r.organisation_id"
        }
    }

    /// What the inner step has to keep for it.
    fileprivate var column: String? {
        switch self {
        case .country, .region: "r.country"
        case .gender: "r.gender"
        case .group: "r.stakeholder"
        case .event, .programme, .kind, .year: "r.event_id"
        case .role: "r.role"
        case .session: "s.id"
        case .organisation: "r.organisation_id"
        }
    }

    /// Whether it is the event's rather than the registration's.
    fileprivate var isOfEvent: Bool {
        switch self {
        case .programme, .kind, .year: true
        case .country, .region, .gender, .group, .event, .role, .session, .organisation: false
        }
    }
}
