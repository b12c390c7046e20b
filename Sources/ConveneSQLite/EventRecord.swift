import Convene

/// An event and its organisers as a list remembers them, without what no list says of its letters.
struct EventRecord: Codable {
    private var id: Int64
    private var code: String
    private var programme: Int64?
    private var kind: String
    private var title: String
    private var term: TermRecord?
    private var dates: [String]?
    private var city: String
    private var country: String?
    private var venue: String
    private var zone: String
    private var mode: String
    private var capacity: Int?
    private var completionPercent: Int
    private var languages: String
    private var description: String
    private var status: String
    private var organisers: [Organiser]

    private struct Organiser: Codable {
        var organisation: Int64
        var part: String
    }

    init(_ state: EventState) {
        let event = state.event
        id = event.id.rawValue
        code = event.code.text
        programme = event.programme?.rawValue
        kind = event.kind.rawValue
        title = event.title
        term = event.term.map(TermRecord.init)
        dates = event.dates.map { [$0.lowerBound.text, $0.upperBound.text] }
        city = event.city
        country = event.country?.code
        venue = event.venue
        zone = event.zone.name
        mode = event.mode.rawValue
        capacity = event.capacity
        completionPercent = event.completionPercent
        languages = event.languages.stored
        description = event.description
        status = event.status.rawValue
        organisers = state.organisers.map {
            Organiser(organisation: $0.organisation.rawValue, part: $0.part.rawValue)
        }
    }

    var state: EventState {
        get throws {
            EventState(
                event: Event(
                    id: .init(id), code: Code(stored: code),
                    programme: programme.map { .init($0) },
                    kind: try recorded(kind, Event.Kind.init), title: title,
                    term: try term?.term, dates: try days, city: city,
                    country: try country.map { try recorded($0, Country.init(code:)) },
                    venue: venue, zone: Zone(stored: zone),
                    mode: try recorded(mode, Event.Mode.init), capacity: capacity,
                    completionPercent: completionPercent, languages: .init(stored: languages),
                    description: description, status: try recorded(status, Event.Status.init)),
                organisers: try organisers.map {
                    .init(
                        organisation: .init($0.organisation),
                        part: try recorded($0.part, Organisation.Part.init))
                })
        }
    }

    private var days: ClosedRange<Day>? {
        get throws {
            guard let dates, dates.count == 2 else { return nil }
            return try recorded(dates[0], { Day($0) })...recorded(dates[1], { Day($0) })
        }
    }
}
