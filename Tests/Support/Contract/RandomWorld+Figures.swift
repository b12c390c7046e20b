import Convene

extension RandomWorld {
    /// The figures, counted the slow way: one registration after the other.
    func figures(_ query: FigureQuery) -> [[String?]: Measures] {
        var rows: [[String?]: Measures] = query.by.isEmpty ? [[]: Measures()] : [:]
        var people: [[String?]: Set<Person.ID>] = [:]
        for registration in registrations {
            guard let event = events.first(where: { $0.id == registration.event }),
                isAsked(registration, event, query)
            else { continue }
            let asked: [Session?] = query.by.contains(.session) ? sessions[event.id] ?? [] : [nil]
            for session in asked {
                let keys = query.by.map { key($0, registration, event, session) }
                let attended = attended(registration, session)
                rows[keys, default: Measures()].add(registration, attended: attended)
                if attended { people[keys, default: []].insert(registration.person) }
            }
        }
        for (keys, all) in people { rows[keys]?.people = all.count }
        return rows
    }

    private func isAsked(_ registration: Registration, _ event: Event, _ query: FigureQuery) -> Bool
    {
        let first = event.dates?.lowerBound ?? event.term?.first
        return query.events?.contains(event.id) ?? true
            && query.programmes.map { asked in asked.contains { $0 == event.programme } } ?? true
            && query.kind.map { $0 == event.kind } ?? true
            && query.role.map { $0 == registration.role } ?? true
            && query.from.map { from in first.map { $0 >= from } ?? false } ?? true
            && query.to.map { to in first.map { $0 <= to } ?? false } ?? true
    }

    private func attended(_ registration: Registration, _ session: Session?) -> Bool {
        guard let session else { return registration.attended }
        return registration.standing == .confirmed
            && marks[registration.id]?[session.id] == .present
    }

    private func key(
        _ dimension: FigureQuery.Dimension, _ registration: Registration, _ event: Event,
        _ session: Session?
    ) -> String? {
        switch dimension {
        case .country: registration.country?.code
        case .region: (registration.country?.region.number).map(String.init)
        case .gender: registration.gender.rawValue
        case .group: registration.stakeholder?.rawValue
        case .event: String(event.id.rawValue)
        case .programme: (event.programme?.rawValue).map { String($0) }
        case .kind: event.kind.rawValue
        case .role: registration.role.rawValue
        case .year: (event.dates?.lowerBound ?? event.term?.first).map { String($0.year) }
        case .session: (session?.id.rawValue).map { String($0) }
        case .organisation: (registration.organisation?.rawValue).map { String($0) }
        }
    }
}

extension Measures {
    fileprivate mutating func add(_ registration: Registration, attended isPresent: Bool) {
        registrations += 1
        invited += registration.invited ? 1 : 0
        confirmed += registration.standing == .confirmed ? 1 : 0
        completed += registration.completed ? 1 : 0
        guard isPresent else { return }
        attended += 1
        switch registration.gender {
        case .female: female += 1
        case .male: male += 1
        case .other: other += 1
        case .undisclosed: undisclosed += 1
        }
    }
}
