import Convene
import GRDB

/// The condition that a question for figures sets, as fragments of SQL with their arguments.
struct FigureFilter {
    private(set) var text: String
    private(set) var arguments: StatementArguments

    /// The registrations in question.
    init(_ query: FigureQuery) {
        self.init(eventsOf: query, column: "r.event_id")
        guard let role = query.role else { return }
        text += " AND r.role = ?"
        arguments += [role.rawValue]
    }

    /// What belongs to the events in question by this column.
    init(eventsOf query: FigureQuery, column: String) {
        // The events asked for by name are looked up in the index of registrations by event; only
        // what events are tells about is asked of the table of events.
        var parts = ["1 = 1"]
        arguments = []
        if let events = query.events, events.count == 1 {
            parts.append("\(column) = ?")
            arguments += [events[0].rawValue]
        } else if let events = query.events {
            parts.append("\(column) IN (SELECT value FROM json_each(?))")
            arguments += [events.json()]
        }
        if let chosen = FigureFilter.events(query) {
            parts.append("\(column) IN (SELECT e.id FROM event e WHERE \(chosen.text))")
            arguments += chosen.arguments
        }
        text = parts.joined(separator: " AND ")
    }

    /// Which events have what is asked for, or nothing when that is nothing.
    private static func events(_ query: FigureQuery)
        -> (text: String, arguments: StatementArguments)?
    {
        var parts: [String] = []
        var arguments: StatementArguments = []
        if let programmes = query.programmes {
            parts.append("e.programme_id IN (SELECT value FROM json_each(?))")
            arguments += [programmes.json()]
        }
        if let kind = query.kind {
            parts.append("e.kind = ?")
            arguments += [kind.rawValue]
        }
        if let from = query.from {
            parts.append("coalesce(e.first_day, e.term_first) >= ?")
            arguments += [from.text]
        }
        if let to = query.to {
            parts.append("coalesce(e.first_day, e.term_first) <= ?")
            arguments += [to.text]
        }
        return parts.isEmpty ? nil : (parts.joined(separator: " AND "), arguments)
    }
}
