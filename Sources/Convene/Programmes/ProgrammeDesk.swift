/// The desk that keeps the programmes and their stages.
package struct ProgrammeDesk: Sendable {
    let office: Office
    let actor: Actor

    /// Adds a programme.
    ///
    /// - Throws: `programme.exists`, `programme.years`, `value.invalid`.
    package func add(_ programme: Programme) async throws -> Programme {
        try await office.write(as: actor) { try $0.add(programme) }
    }

    /// Changes a programme as the closure says, and writes it whole.
    ///
    /// - Throws: `programme.unknown`, `programme.parent`, `programme.years`, `programme.exists`.
    package func edit(
        _ code: Code, _ change: @Sendable (inout Programme) throws -> Void
    ) async throws -> Programme {
        try await office.write(as: actor) { deed in
            var programme = try deed.inquiry.programme(code)
            let before = programme
            try change(&programme)
            guard programme != before else { return programme }
            try deed.check(programme)
            if programme.code != before.code,
                try deed.ledger.programme(code: programme.code) != nil
            {
                throw Problem.programmeExists(programme.code)
            }
            try deed.ledger.update(programme)
            try deed.log(
                .edit, .programme(programme.id),
                ["code": programme.code.text, "title": programme.title])
            return programme
        }
    }

    package func programme(_ code: Code) async throws -> Programme {
        try await office.read(as: actor) { try $0.programme(code) }
    }

    package func list() async throws -> [Programme] {
        try await office.read(as: actor) { try $0.ledger.programmes() }
    }
}

extension Inquiry {
    /// - Throws: `programme.unknown`.
    func programme(_ code: Code) throws -> Programme {
        guard let programme = try ledger.programme(code: code) else {
            throw Problem(
                .programmeUnknown,
                "There is no programme “\(code)”: “convene programme list” shows those there are.")
        }
        return programme
    }

    /// These programmes with all their stages, and the stages of those.
    func withStages(_ programmes: [Programme.ID]) throws -> [Programme.ID] {
        let all = try ledger.programmes()
        var found = programmes
        var next = 0
        while next < found.count {
            let children = all.filter { $0.parent == found[next] && !found.contains($0.id) }
            found += children.map(\.id)
            next += 1
        }
        return found
    }
}

extension Deed {
    func add(_ programme: Programme) throws -> Programme {
        guard try ledger.programme(code: programme.code) == nil else {
            throw Problem.programmeExists(programme.code)
        }
        try check(programme)
        var added = programme
        added.id = try ledger.insert(programme)
        try log(
            .add, .programme(added.id), ["code": programme.code.text, "title": programme.title])
        return added
    }

    /// What must be true of every programme.
    func check(_ programme: Programme) throws {
        guard !programme.title.trimmed.isEmpty else { throw Problem.titleMissing("programme") }
        if let start = programme.startYear, let end = programme.endYear, end < start {
            throw Problem(
                .programmeYears,
                "The programme would end in \(end), before it starts in \(start): swap the years.")
        }
        if let year = [programme.startYear, programme.endYear].compactMap({ $0 })
            .first(where: { !(1900...2200).contains($0) })
        {
            throw Problem(
                .programmeYears, "\(year) can't be a year of a programme: use 1900 to 2200.")
        }
        if let target = programme.targets.first(where: { $0.goal <= 0 }) {
            throw Problem(
                .valueInvalid, "The target for \(target.measure.text) must be 1 or more.")
        }
        let measures = Dictionary(grouping: programme.targets, by: \.measure)
        if let twice = measures.values.first(where: { $0.count > 1 })?.first {
            throw Problem(
                .valueInvalid, "There are two targets for \(twice.measure.text): leave one of them."
            )
        }
        try checkParent(of: programme)
    }

    private func checkParent(of programme: Programme) throws {
        guard let parent = programme.parent else { return }
        let isNew = programme.id.rawValue == 0
        guard try isNew || !inquiry.withStages([programme.id]).contains(parent) else {
            throw Problem(
                .programmeParent,
                "A programme can't be a stage of itself or of one of its own stages.")
        }
    }
}

extension Problem {
    package static func programmeExists(_ code: Convene.Code) -> Problem {
        Problem(
            .programmeExists,
            "There is a programme “\(code)” already: change it with “convene programme edit \(code)”."
        )
    }

    static func titleMissing(_ what: String) -> Problem {
        Problem(.valueInvalid, "The \(what) needs a title.")
    }
}

extension Office {
    package func programmeDesk(_ actor: Actor) -> ProgrammeDesk {
        ProgrammeDesk(office: self, actor: actor)
    }
}
