/// The desk that says who came.
package struct FigureDesk: Sendable {
    let office: Office
    let actor: Actor

    /// The figures for what is asked, with names for their keys, margins and total.
    ///
    /// Whoever answers for some programmes and events only gets the figures of these.
    ///
    /// - Throws: `event.unknown`, `programme.unknown`, `access.denied`.
    package func figures(_ request: FigureRequest) async throws -> Figures {
        try await office.read(as: actor) { inquiry in
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
    /// What took place is an event that was held; an event under way counts when it is over.
    ///
    /// - Throws: `programme.unknown`.
    package func results(of code: Code) async throws -> ProgrammeResults {
        try await office.read(as: actor) { inquiry in
            let programme = try inquiry.programme(code)
            let stages = try inquiry.withStages([programme.id])
            let events = try inquiry.ledger.events(of: stages)
            return try inquiry.results(of: programme, events)
        }
    }
}

extension Inquiry {
    fileprivate func results(of programme: Programme, _ events: [Event]) throws
        -> ProgrammeResults
    {
        let held = events.filter { $0.status == .held }
        let ahead = events.filter { $0.status != .held && $0.status != .cancelled }
        let query = FigureQuery(events: held.map(\.id))
        let byCountry = try ledger.figures(query.by([.country]))
        let byGender = try ledger.figures(query.by([.gender]))
        let total = try ledger.figures(query).first?.measures ?? Measures()
        let countries = byCountry.filter { $0.measures.attended > 0 }.compactMap { $0.keys[0] }
        let women = byGender.first { $0.keys == [Gender.female.rawValue] }?.measures.people ?? 0
        let lines = programme.targets.map { target in
            switch target.measure {
            case .events(let kind):
                ProgrammeResults.Line(
                    target: target, planned: ahead.count { $0.kind == kind },
                    reached: held.count { $0.kind == kind })
            case .countries: ProgrammeResults.Line(target: target, reached: countries.count)
            case .people: ProgrammeResults.Line(target: target, reached: total.people)
            case .women: ProgrammeResults.Line(target: target, reached: women)
            }
        }
        return ProgrammeResults(
            programme: programme, lines: lines, planned: held.count + ahead.count,
            held: held.count, total: total,
            countriesToCome: programme.countries.filter { !countries.contains($0.code) },
            attendedAhead: try attended(ahead))
    }

    /// Those of the events at which somebody was already.
    private func attended(_ events: [Event]) throws -> [Code] {
        let query = FigureQuery(events: events.map(\.id), by: [.event])
        let attended = try ledger.figures(query).filter { $0.measures.attended > 0 }
            .compactMap { $0.keys[0] }
        return events.filter { attended.contains(String($0.id.rawValue)) }.map(\.code)
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
    /// The figures of those that took place.
    package var total: Measures
    /// Its countries from which nobody has come so far.
    package var countriesToCome: [Country]
    /// Events with attendance that nobody has written down as held, and that don't count yet.
    package var attendedAhead: [Code]

    package struct Line: Sendable {
        package var target: Programme.Target
        /// For a kind of event: how many more are planned.
        package var planned: Int?
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
        let asked = try request.events.map { try event($0).id }
        return FigureQuery(
            events: try answerable(asked),
            programmes: request.programmes.isEmpty
                ? nil : try withStages(try request.programmes.map { try programme($0).id }),
            kind: request.kind, role: request.role, from: request.from, to: request.to,
            by: request.by.filter { seen.insert($0).inserted })
    }

    /// The events to count, of those asked for or of all; nothing for all there are.
    ///
    /// - Throws: `access.denied`.
    private func answerable(_ asked: [Event.ID]) throws -> [Event.ID]? {
        let rights = try rights()
        if rights.allowEverywhere(.figures) { return asked.isEmpty ? nil : asked }
        guard rights.see(.figures) else { throw Problem.accessDenied }
        let programmes = try withStages(Array(rights.scope.programmes))
        let own = rights.scope.events.union(try ledger.events(of: programmes).map(\.id))
        guard own.isSuperset(of: asked) else { throw Problem.accessDenied }
        return asked.isEmpty ? own.sorted() : asked
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
    package func figureDesk(_ actor: Actor) -> FigureDesk {
        FigureDesk(office: self, actor: actor)
    }
}
