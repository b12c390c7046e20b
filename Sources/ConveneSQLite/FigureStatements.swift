import Convene
import GRDB

/// The two statements that answer a question for figures: one counts registrations, one people.
///
/// They are put together from closed fragments, one for each dimension and filter; what was asked
/// for is bound.
struct FigureStatements {
    let arguments: StatementArguments
    private let by: [FigureQuery.Dimension]
    private let filter: FigureFilter
    private let isOfOneEvent: Bool

    init(_ query: FigureQuery) {
        isOfOneEvent = query.events?.count == 1
        by = query.by
        filter = FigureFilter(query)
        arguments = filter.arguments
    }

    /// One row for each combination: its keys, then the measures but for people.
    ///
    /// Counted in two steps: the inner one, over the rows as they stand in the index
    /// `registration_figures`, makes a few thousand rows of a million; the outer one adds these up,
    /// and only there are events joined. One event has too few rows for two steps to pay.
    var counts: String {
        """
        SELECT \(list(keys + measures))
        FROM (
            SELECT \(list(innerColumns)), \(isOfOneEvent ? "1" : "count(*)") AS n
            FROM \(registrations) WHERE \(filter.text)
            \(isOfOneEvent ? "" : "GROUP BY \(ordinals(innerColumns))")
        ) r \(events)
        \(grouping)
        """
    }

    /// One row for each combination with attendance: its keys, then the number of people; nothing
    /// where everybody who attended stands there once anyway.
    var people: String? {
        // Nobody is registered for an event twice.
        if isOfOneEvent || by.contains(.event) || bySession { return nil }
        return isInOrderOfPeople ? peopleInOrder : peopleApart
    }

    /// Where an index has the people of each combination in their order.
    private var peopleInOrder: String {
        """
        SELECT \(list(keys + ["count(DISTINCT r.person_id)"]))
        FROM registration r WHERE r.attended = 1 AND \(filter.text)
        \(grouping)
        """
    }

    /// Everywhere else: people and combinations first, each pair once, so that less is sorted.
    private var peopleApart: String {
        """
        SELECT \(list(by.indices.map { "k\($0)" } + ["count(*)"]))
        FROM (
            SELECT DISTINCT r.person_id, \(list(keys.enumerated().map { "\($1) AS k\($0)" }))
            FROM registration r \(events) WHERE r.attended = 1 AND \(filter.text)
        )
        \(grouping)
        """
    }

    private var isInOrderOfPeople: Bool {
        by.isEmpty || (by.contains(.country) && Set(by).isSubset(of: [.country, .gender]))
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

    private func ordinals(_ columns: [String]) -> String {
        list(columns.indices.map { String($0 + 1) })
    }

    private var keys: [String] { by.map(\.key) }

    private var grouping: String { by.isEmpty ? "" : "GROUP BY \(ordinals(keys))" }

    /// The columns that the outer step needs, in the order of the index wherever it has them all.
    private var innerColumns: [String] {
        let needed = Set(by.compactMap(\.column))
        let flags = [
            "r.gender", "r.standing", "r.invited", "\(attended) AS attended", "r.completed",
        ]
        if needed.isSubset(of: ["r.country", "r.gender", "r.role"]) {
            return ["r.country"] + flags + (needed.contains("r.role") ? ["r.role"] : [])
        }
        return needed.subtracting(flags).sorted() + flags
    }

    private var registrations: String {
        guard bySession else { return "registration r" }
        return """
            (SELECT r.*, s.id AS session_id
             FROM session s JOIN registration r ON r.event_id = s.event_id) r
            """
    }

    /// Whether a registration attended; by session, whether its person was present at that one.
    private var attended: String {
        guard bySession else { return "r.attended" }
        return """
            (r.standing = 'confirmed' AND coalesce((
                SELECT m.mark = 'present' FROM attendance_mark m
                WHERE m.registration_id = r.id AND m.session_id = r.session_id
                ORDER BY m.entry DESC LIMIT 1), 0))
            """
    }

    private var events: String {
        by.contains { $0.isOfEvent } ? "JOIN event e ON e.id = r.event_id" : ""
    }

    private var bySession: Bool { by.contains(.session) }
}

extension FigureQuery.Dimension {
    /// By what the outer step groups.
    fileprivate var key: String {
        switch self {
        case .country: "r.country"
        case .region: FigureQuery.Dimension.region(of: "r.country")
        case .gender: "r.gender"
        case .group: "r.stakeholder"
        case .event: "r.event_id"
        case .programme: "e.programme_id"
        case .kind: "e.kind"
        case .role: "r.role"
        case .year: "substr(coalesce(e.first_day, e.term_first), 1, 4)"
        case .session: "r.session_id"
        case .organisation: "r.organisation_id"
        }
    }

    /// The region's number, found behind the country in a text of all countries: a join with a
    /// table that has no index would compare each row with every country.
    private static func region(of country: String) -> String {
        "CAST(substr(\(countryRegions), instr(\(countryRegions), \(country)) + 2, 3) AS INTEGER)"
    }

    /// `'AD039 AE145 …'`: the code of each country, then the three digits of its region.
    private static let countryRegions: String = {
        let pairs = Country.all.map { "\($0.code)\(String($0.region.number + 1000).suffix(3))" }
        return "'" + pairs.joined(separator: " ") + "'"
    }()

    /// What the inner step has to keep for it.
    fileprivate var column: String? {
        switch self {
        case .country, .region: "r.country"
        case .gender: "r.gender"
        case .group: "r.stakeholder"
        case .event, .programme, .kind, .year: "r.event_id"
        case .role: "r.role"
        case .session: "r.session_id"
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
