import Convene

/// An activity as a list remembers it.
struct ActivityRecord: Codable {
    private var id: Int64
    private var programme: Int64
    private var year: Int
    private var number: Int
    private var title: String
    private var term: TermRecord?
    private var steps: [Step]
    private var done: TickRecord?
    private var isDropped: Bool

    private struct Step: Codable {
        var title: String
        var term: TermRecord?
        var done: TickRecord?
    }

    init(_ activity: Activity) {
        id = activity.id.rawValue
        programme = activity.programme.rawValue
        year = activity.year
        number = activity.number
        title = activity.title
        term = activity.term.map(TermRecord.init)
        steps = activity.steps.map {
            Step(
                title: $0.title, term: $0.term.map(TermRecord.init),
                done: $0.done.map(TickRecord.init))
        }
        done = activity.done.map(TickRecord.init)
        isDropped = activity.isDropped
    }

    var activity: Activity {
        get throws {
            Activity(
                id: .init(id), programme: .init(programme), year: year, number: number,
                title: title, term: try term?.term,
                steps: try steps.map {
                    ActivityStep(
                        title: $0.title, term: try $0.term?.term, done: try $0.done?.tick)
                }, done: try done?.tick, isDropped: isDropped)
        }
    }
}

/// A term as a list remembers it.
struct TermRecord: Codable {
    private var text: String
    private var first: String
    private var last: String
    private var precision: String

    init(_ term: Term) {
        text = term.text
        first = term.first.text
        last = term.last.text
        precision = term.precision.rawValue
    }

    var term: Term {
        get throws {
            Term(
                stored: text, first: try recorded(first, { Day($0) }),
                last: try recorded(last, { Day($0) }),
                precision: try recorded(precision, Term.Precision.init))
        }
    }
}

/// A tick as a list remembers it.
private struct TickRecord: Codable {
    private var on: String
    private var kind: String
    private var by: String

    init(_ tick: Tick) {
        on = tick.on.text
        kind = tick.by.kind.rawValue
        by = tick.by.name
    }

    var tick: Tick {
        get throws {
            Tick(
                on: try recorded(on, { Day($0) }),
                by: Actor(kind: try recorded(kind, Actor.Kind.init), name: by))
        }
    }
}
