import Convene
import GRDB

extension SQLiteLedger: PlanLedger {
    func activity(_ id: Activity.ID) throws -> Activity? {
        try first("\(Activity.selection) WHERE a.id = ?", [id.rawValue], Activity.init)
            .map(completed)
    }

    func activities(of programmes: [Programme.ID]?) throws -> [Activity] {
        guard let programmes else {
            return try all("\(Activity.selection) \(Activity.order)", [], Activity.init)
                .map(completed)
        }
        return try all(
            """
            \(Activity.selection) WHERE a.programme_id IN (SELECT value FROM json_each(?))
            \(Activity.order)
            """, [programmes.json()], Activity.init
        ).map(completed)
    }

    func activities(year: Int, number: Int) throws -> [Activity] {
        try all(
            "\(Activity.selection) WHERE a.year = ? AND a.number = ? \(Activity.order)",
            [year, number], Activity.init
        ).map(completed)
    }

    func insert(_ activity: Activity) throws -> Activity.ID {
        let id = try add(
            """
            INSERT INTO activity (programme_id, year, number, title, term, term_first, term_last,
                term_precision, state, done_on, done_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, try arguments(of: activity))
        try insertSteps(of: activity, id: id)
        return Activity.ID(id)
    }

    func update(_ activity: Activity) throws {
        let id = activity.id.rawValue
        try run(
            """
            UPDATE activity SET programme_id = ?, year = ?, number = ?, title = ?, term = ?,
                term_first = ?, term_last = ?, term_precision = ?, state = ?, done_on = ?,
                done_by = ?
            WHERE id = ?
            """, try arguments(of: activity) + [id])
        try run("DELETE FROM activity_step WHERE activity_id = ?", [id])
        try insertSteps(of: activity, id: id)
    }

    func events(carryingOut activity: Activity.ID) throws -> [Event] {
        let linked: [Event.ID] = try all(
            "SELECT event_id FROM activity_event WHERE activity_id = ?", [activity.rawValue]
        ) { $0.id(at: 0) }
        return try events(linked)
    }

    func activities(carriedOutBy event: Event.ID) throws -> [Activity] {
        try all(
            """
            \(Activity.selection)
            WHERE a.id IN (SELECT activity_id FROM activity_event WHERE event_id = ?)
            \(Activity.order)
            """, [event.rawValue], Activity.init
        ).map(completed)
    }

    func link(_ activity: Activity.ID, to event: Event.ID) throws {
        try run(
            """
            INSERT INTO activity_event (activity_id, event_id) VALUES (?, ?)
            ON CONFLICT (activity_id, event_id) DO NOTHING
            """, [activity.rawValue, event.rawValue])
    }

    func unlink(_ activity: Activity.ID, from event: Event.ID) throws {
        try run(
            "DELETE FROM activity_event WHERE activity_id = ? AND event_id = ?",
            [activity.rawValue, event.rawValue])
    }

    private func arguments(of activity: Activity) throws -> StatementArguments {
        [
            activity.programme.rawValue, activity.year, activity.number, activity.title,
            activity.term?.text, activity.term?.first.text, activity.term?.last.text,
            activity.term?.precision.rawValue, activity.state.rawValue, activity.done?.on.text,
            try activity.done.map { try number(of: $0.by) },
        ]
    }

    private func insertSteps(of activity: Activity, id: Int64) throws {
        for (place, step) in activity.steps.enumerated() {
            try run(
                """
                INSERT INTO activity_step (activity_id, number, title, term, term_first, term_last,
                    term_precision, done_on, done_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id, place + 1, step.title, step.term?.text, step.term?.first.text,
                    step.term?.last.text, step.term?.precision.rawValue, step.done?.on.text,
                    try step.done.map { try number(of: $0.by) },
                ])
        }
    }

    private func completed(_ activity: Activity) throws -> Activity {
        var activity = activity
        activity.steps = try all(
            """
            SELECT s.title, s.term, s.term_first, s.term_last, s.term_precision,
                s.done_on, w.kind, w.name
            FROM activity_step s LEFT JOIN actor w ON w.id = s.done_by
            WHERE s.activity_id = ? ORDER BY s.number
            """, [activity.id.rawValue]
        ) { row in
            ActivityStep(
                title: row[0], term: try row.termIfSet(at: 1), done: try row.tickIfSet(at: 5))
        }
        return activity
    }
}

extension Activity {
    fileprivate static let selection = """
        SELECT a.id, a.programme_id, a.year, a.number, a.title, a.term, a.term_first, a.term_last,
            a.term_precision, a.state, a.done_on, w.kind, w.name
        FROM activity a JOIN programme p ON p.id = a.programme_id
        LEFT JOIN actor w ON w.id = a.done_by
        """

    fileprivate static let order = "ORDER BY p.code, a.year, a.number"

    /// Without its steps; which state it is in besides dropped, they say.
    fileprivate init(_ row: Row) throws {
        let state: State = try row.value(at: 9)
        self.init(
            id: row.id(at: 0), programme: row.id(at: 1), year: row[2], number: row[3],
            title: row[4], term: try row.termIfSet(at: 5), done: try row.tickIfSet(at: 10),
            isDropped: state == .dropped)
    }
}

extension Row {
    /// The tick whose day, and the kind and name of whose actor, stand from this column on.
    func tickIfSet(at index: Int) throws -> Tick? {
        guard let day = try dayIfSet(at: index) else { return nil }
        return Tick(on: day, by: try actor(at: index + 1))
    }
}
