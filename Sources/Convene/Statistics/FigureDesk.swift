/// The desk that says who came.
package struct FigureDesk: Sendable {
    let office: Office

    /// The figures for what is asked, with names for their keys, margins and total.
    ///
    /// - Throws: `event.unknown`, `programme.unknown`.
    package func figures(_ request: FigureRequest) async throws -> Figures {
        try await office.read { inquiry in
            let query = try inquiry.query(request)
            let names = KeyNames(inquiry.ledger)
            // The finest first: what is asked after it is added up from it, but for people.
            let rows = query.by.isEmpty ? [] : try inquiry.rows(query, names)
            let margins =
                query.by.count == 2 && request.margins
                ? try query.by.map { try inquiry.rows(query.by([$0]), names) } : []
            let total = try inquiry.ledger.figures(query.by([])).first?.measures ?? Measures()
            return Figures(
                events: request.events.map(\.text), by: query.by, rows: rows, margins: margins,
                total: total, headCounts: try inquiry.headCounts(query, names))
        }
    }

    /// A programme's targets beside its results: what took place in it and in its stages.
    ///
    /// - Throws: `programme.unknown`.
    package func results(of code: Code) async throws -> ProgrammeResults {
        try await office.read { inquiry in
            let programme = try inquiry.programme(code)
            let stages = try inquiry.withStages([programme.id])
            let events = try inquiry.ledger.events(of: stages)
            let query = FigureQuery(programmes: stages, by: [.country])
            let byCountry = try inquiry.ledger.figures(query)
            let byGender = try inquiry.ledger.figures(query.by([.gender]))
            let total = try inquiry.ledger.figures(query.by([])).first?.measures ?? Measures()
            let women = byGender.first { $0.keys == [Gender.female.rawValue] }?.measures.people ?? 0
            let counts = Dictionary(
                grouping: events.filter { $0.status == .held }, by: \.kind
            ).mapValues(\.count)
            let results = programme.targets.map { target in
                let reached: Int =
                    switch target.measure {
                    case .events(let kind): counts[kind] ?? 0
                    case .countries:
                        byCountry.count { $0.keys != [nil] && $0.measures.attended > 0 }
                    case .people: total.people
                    case .women: women
                    }
                return ProgrammeResults.Line(target: target, reached: reached)
            }
            return ProgrammeResults(
                programme: programme, lines: results,
                planned: events.count { $0.status != .cancelled },
                held: counts.values.reduce(0, +), total: total)
        }
    }
}

/// What is asked of the figures, in the words of whoever asks.
package struct FigureRequest: Sendable {
    package var events: [Code]
    package var programmes: [Code]
    package var kind: Event.Kind?
    package var role: Role?
    package var from: Day?
    package var to: Day?
    package var by: [FigureQuery.Dimension]
    /// Whether figures by two dimensions come with those by each alone. People are counted anew for
    /// them, which takes longer than the figures themselves.
    package var margins: Bool

    package init(
        events: [Code] = [], programmes: [Code] = [], kind: Event.Kind? = nil, role: Role? = nil,
        from: Day? = nil, to: Day? = nil, by: [FigureQuery.Dimension] = [], margins: Bool = true
    ) {
        self.events = events
        self.programmes = programmes
        self.kind = kind
        self.role = role
        self.from = from
        self.to = to
        self.by = by
        self.margins = margins
    }
}

/// A programme's targets beside what was reached.
package struct ProgrammeResults: Sendable {
    package var programme: Programme
    package var lines: [Line]
    /// Its events that were not cancelled, those of its stages included.
    package var planned: Int
    /// Those that took place.
    package var held: Int
    package var total: Measures

    package struct Line: Sendable {
        package var target: Programme.Target
        package var reached: Int
    }
}

extension FigureQuery {
    func by(_ dimensions: [Dimension]) -> FigureQuery {
        var query = self
        query.by = dimensions
        return query
    }
}

extension Inquiry {
    fileprivate func query(_ request: FigureRequest) throws -> FigureQuery {
        var seen: Set<FigureQuery.Dimension> = []
        return FigureQuery(
            events: request.events.isEmpty ? nil : try request.events.map { try event($0).id },
            programmes: request.programmes.isEmpty
                ? nil : try withStages(try request.programmes.map { try programme($0).id }),
            kind: request.kind, role: request.role, from: request.from, to: request.to,
            by: request.by.filter { seen.insert($0).inserted })
    }

    fileprivate func rows(_ query: FigureQuery, _ names: KeyNames) throws -> [Figures.Row] {
        try ledger.figures(query).map { count in
            Figures.Row(
                keys: try zip(query.by, count.keys).map { try names.key($0.1, of: $0.0) },
                measures: count.measures)
        }.sorted { left, right in
            for (one, other) in zip(left.keys, right.keys) where one != other {
                // What the register does not know comes last.
                if (one.code == nil) != (other.code == nil) { return one.code != nil }
                return one.name < other.name
            }
            return false
        }
    }

    /// Each event's fullest session speaks for it.
    fileprivate func headCounts(_ query: FigureQuery, _ names: KeyNames) throws
        -> [Figures.HeadCountRow]
    {
        let counts = try ledger.headCounts(query)
        let events = Dictionary(grouping: counts, by: \.event)
        return try events.sorted { $0.key < $1.key }.flatMap { event, counts in
            let sessions = Dictionary(grouping: counts.map(\.count), by: \.session)
            let fullest = sessions.max { left, right in
                let (fewer, more) = (left.value.total, right.value.total)
                return (fewer, right.key) < (more, left.key)
            }
            return try (fullest?.value ?? []).map { count in
                Figures.HeadCountRow(
                    event: try names.key(String(event.rawValue), of: .event).code ?? "",
                    country: count.country, gender: count.gender, number: count.number)
            }
        }
    }
}

extension [HeadCount] {
    fileprivate var total: Int { reduce(0) { $0 + $1.number } }
}

extension Office {
    package var figureDesk: FigureDesk { FigureDesk(office: self) }
}
