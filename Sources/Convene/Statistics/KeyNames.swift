/// What the raw keys of figures are called, within one transaction.
///
/// Events and programmes are read when the first of them is asked for: most questions name none.
final class KeyNames {
    private let ledger: any Ledger
    private var knownEvents: [String: Event]?
    private var knownProgrammes: [String: Programme]?

    init(_ ledger: any Ledger) { self.ledger = ledger }

    /// The key as people and programs know it: a country's name, an event's code.
    func key(_ raw: String?, of dimension: FigureQuery.Dimension) throws -> Figures.Key {
        guard let raw else { return Figures.Key(code: nil, name: "not known") }
        switch dimension {
        case .country:
            return Figures.Key(code: raw, name: Country(code: raw)?.name(in: .english) ?? raw)
        case .region:
            return Figures.Key(
                code: raw, name: Int(raw).flatMap(Region.init(number:))?.name(in: .english) ?? raw)
        case .event: return key(try events()[raw].map { ($0.code.text, $0.code.text) }, raw)
        case .programme: return key(try programmes()[raw].map { ($0.code.text, $0.code.text) }, raw)
        case .session: return try session(raw)
        case .organisation:
            let name = try Int64(raw).flatMap { try ledger.organisation(.init($0))?.name }
            return key(name.map { ("O\(raw)", $0) }, raw)
        case .gender, .group, .kind, .role, .year: return Figures.Key(code: raw, name: raw)
        }
    }

    private func key(_ known: (code: String, name: String)?, _ raw: String) -> Figures.Key {
        Figures.Key(code: known?.code ?? raw, name: known?.name ?? raw)
    }

    private func events() throws -> [String: Event] {
        if let knownEvents { return knownEvents }
        let events = Dictionary(
            uniqueKeysWithValues: try ledger.events(of: nil).map { (String($0.id.rawValue), $0) })
        knownEvents = events
        return events
    }

    private func programmes() throws -> [String: Programme] {
        if let knownProgrammes { return knownProgrammes }
        let programmes = Dictionary(
            uniqueKeysWithValues: try ledger.programmes().map { (String($0.id.rawValue), $0) })
        knownProgrammes = programmes
        return programmes
    }

    private func session(_ raw: String) throws -> Figures.Key {
        for event in try events().values {
            for session in try ledger.sessions(of: event.id)
            where String(session.id.rawValue) == raw {
                let name = "\(event.code.text) \(session.day.text) session \(session.number)"
                return Figures.Key(code: "\(event.code.text)/\(session.number)", name: name)
            }
        }
        return Figures.Key(code: raw, name: raw)
    }
}
