import Convene
import FoundationEssentials
import HTTPTypes
import Hummingbird

extension House {
    /// Taking attendance at the door: a number, an address or a name, and Enter. Plain forms do; with
    /// script, marks wait in the browser while the line is down.
    func addCheckIn(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/check-in") { _, visit in
            try await sessionsPage(visit)
        }
        router.get("/office/events/:event/check-in/:session") { request, visit in
            try await checkInPage(
                try visit.session(), said: words(visit).said(request), visit)
        }
        router.post("/office/events/:event/check-in/:session") { request, visit in
            let form = CheckInForm(try await form(request, visit), now: office.clock())
            return try await request.wantsJSON ? takeQueue(form, visit) : takeMark(form, visit)
        }
    }

    private func sessionsPage(_ visit: Visit) async throws -> Response {
        let words = words(visit)
        let grid = try await office.attendanceSheet(try visit.actor).sheet(try visit.code())
        let event = grid.event
        var values = eventHead(event, tab: .checkIn, visit)
        values["sessions"] =
            Grid(
                "sessions", words["desk.sessions"],
                columns: [
                    words["session"], words["desk.day"], words["time"],
                    words["mark.present"], words["desk.of"],
                ], numbers: [3, 4], none: words["desk.sessions-none"],
                rows: grid.sessions.map { session in
                    Grid.Row([
                        .init(
                            [String(session.number), session.title].filter { !$0.isEmpty }
                                .joined(separator: ". "),
                            link: visit.to(event, "/check-in/\(session.number)"),
                            note: session.counts ? "" : words["desk.session-not-counting"]),
                        .init(session.day.text),
                        .init(
                            [session.starts?.text, session.ends?.text].compactMap { $0 }
                                .joined(separator: "–")),
                        .init(String(grid.present(at: session))),
                        .init(String(grid.lines.count)),
                    ])
                }
            ).forTemplate
        return desk("desk-sessions", titled: event.title, in: .events, visit, values)
    }

    private func checkInPage(
        _ number: Int, who: String = "", refused: String? = nil, last: String? = nil,
        candidates: [CheckInReply.Candidate] = [], said: String? = nil, _ visit: Visit
    ) async throws -> Response {
        let words = words(visit)
        let grid = try await office.attendanceSheet(try visit.actor).sheet(try visit.code())
        let session = try grid.session(number)
        var values: [String: Any] = [
            "event-way": visit.to(grid.event, "/check-in"), "event-name": grid.event.title,
            "action": grid.event.path + "/check-in/\(number)",
            "count-way": visit.to(grid.event, "/check-in/\(number)/count"),
            "present": grid.present(at: session),
            "of": words.text("check-in-of", count: grid.lines.count), "who": who,
            "now": Int(office.clock().timeIntervalSince1970 * 1000),
            "has-candidates": !candidates.isEmpty, "candidates": candidates.map(\.forTemplate),
            "last": [last].compactMap { $0 }, "has-people": !grid.lines.isEmpty,
            "sheet-caption": words["check-in-list"],
            "people": people(on: grid, at: session, words),
        ]
        values.add("refused", refused)
        values.add("said", said)
        return desk(
            "check-in",
            titled: words.text(
                "check-in-title",
                ["session": words.name(of: session), "day": session.day.text]), in: .events, visit,
            values, status: refused == nil ? .ok : .unprocessableContent)
    }

    private func people(on grid: AttendanceGrid, at session: Session, _ words: PageWords)
        -> [[String: Any]]
    {
        grid.lines.sorted { $0.person.name.sortKey < $1.person.name.sortKey }.map { line in
            let mark = grid.marks[line.registration.id]?[session.id]
            return [
                "number": line.person.id.text, "person-name": line.person.name.full,
                "from": [
                    line.registration.country?.name(in: words.language) ?? "", line.organisation,
                ].filter { !$0.isEmpty }.joined(separator: ", "),
                "mark": mark?.rawValue ?? "",
                "mark-word": mark.map { words["mark.\($0.rawValue)"] } ?? "–",
            ]
        }
    }

    private func takeMark(_ form: CheckInForm, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let number = try visit.session()
        guard let entry = form.entries.first else {
            return try await checkInPage(number, refused: words["check-in-nothing"], visit)
        }
        let result = try await reply(to: [entry], at: number, visit).results[0]
        guard result.result == "marked" || result.result == "unchanged" else {
            return try await checkInPage(
                number, who: form.who, refused: result.text, candidates: result.candidates, visit)
        }
        // The page after it tells who it was; addresses of ours don't.
        return try await checkInPage(number, last: result.text, visit)
    }

    private func takeQueue(_ form: CheckInForm, _ visit: Visit) async throws -> Response {
        try await reply(to: form.entries, at: try visit.session(), visit).response
    }

    private func reply(to entries: [CheckInForm.Entry], at session: Int, _ visit: Visit)
        async throws -> CheckInReply
    {
        let sheet = office.attendanceSheet(try visit.actor)
        let code = try visit.code()
        let results = try await sheet.take(entries.map(\.mark), at: code, session: session)
        let grid = try await sheet.sheet(code)
        var replies: [CheckInReply.Result] = []
        for (entry, result) in zip(entries, results) {
            var reply = words(visit).reply(to: entry, result)
            if case .refused = result {
                reply.candidates = try await candidates(for: entry.mark, at: code, visit)
            }
            replies.append(reply)
        }
        return CheckInReply(
            results: replies, present: grid.present(at: try grid.session(session)),
            of: grid.lines.count)
    }

    /// Those on the event's list who could be meant.
    private func candidates(for mark: DoorMark, at event: Code, _ visit: Visit) async throws
        -> [CheckInReply.Candidate]
    {
        let filter = RegistrationFilter(words: mark.person.text, standing: .confirmed)
        return try await office.registrationDesk(try visit.actor).list(event, filter).prefix(10).map
        {
            .init(
                tick: "\(mark.mark.rawValue) \($0.person.id.text)",
                text: [
                    $0.person.name.full, $0.person.id.text,
                    $0.registration.country?.name(in: visit.language) ?? "", $0.organisation,
                ].filter { !$0.isEmpty }.joined(separator: ", "))
        }
    }
}

extension PageWords {
    /// What the check-in says of one mark.
    fileprivate func reply(to entry: CheckInForm.Entry, _ result: DoorResult)
        -> CheckInReply.Result
    {
        let mark = entry.mark.mark
        func reply(_ word: String, _ line: RegistrationLine, _ holds: AttendanceMark.Mark?)
            -> CheckInReply.Result
        {
            CheckInReply.Result(
                id: entry.id, result: word,
                text: text(
                    "check-in-\(word)",
                    [
                        "name": line.person.name.full, "number": line.person.id.text,
                        "mark": self["mark.\(mark.rawValue)"],
                    ]), number: line.person.id.text, mark: holds?.rawValue,
                word: holds.map { self["mark.\($0.rawValue)"] }, candidates: [])
        }
        switch result {
        case .marked(let line): return reply("marked", line, mark)
        case .unchanged(let line): return reply("unchanged", line, mark)
        case .overtaken(let line): return reply("overtaken", line, nil)
        case .refused(let problem):
            return CheckInReply.Result(
                id: entry.id, result: "refused",
                text: text(
                    "check-in-refused",
                    ["who": entry.mark.person.text, "why": text(of: problem)]),
                candidates: [])
        }
    }

    /// A session by its number and title.
    func name(of session: Session) -> String {
        text("desk.session-number", ["n": String(session.number)])
            + (session.title.isEmpty ? "" : ", " + session.title)
    }
}

extension AttendanceGrid {
    func present(at session: Session) -> Int {
        lines.count { marks[$0.registration.id]?[session.id] == .present }
    }

    /// - Throws: HTTP 404.
    func session(_ number: Int) throws -> Session {
        guard let session = sessions.first(where: { $0.number == number }) else {
            throw HTTPError(.notFound)
        }
        return session
    }
}

extension PersonName {
    /// By what people look for somebody in a list.
    var sortKey: String { "\(family) \(given)".lowercased() }
}

extension Visit {
    fileprivate func session() throws -> Int {
        guard let number = Int(try part("session")) else { throw HTTPError(.notFound) }
        return number
    }
}
