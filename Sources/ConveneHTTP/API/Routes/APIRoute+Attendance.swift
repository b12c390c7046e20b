import Convene
import ConveneReports

extension APIRoute {
    static let attendance: [APIRoute] = [
        .list(
            "/events/{event}/attendance", "attendance.sheet",
            "Who was where: everybody confirmed, with a key for each session.",
            .page("attendance", of: .sheetLine, and: [.may("notes", .list(.string))]),
            scopes: [.read, .write, .attendance]
        ) { call in
            .list(
                .attendance(
                    try await call.office.attendanceSheet(call.actor).sheet(call.code("event"))))
        },
        .list(
            "/events/{event}/marks", "marks.list",
            "The log: every mark, who made it, when and how.", .page("marks", of: .markLine),
            filters: [.one("session", .whole(1...10_000), "Only this session.")],
            scopes: [.read, .write, .attendance]
        ) { call in
            .list(
                .marks(
                    try await call.office.attendanceSheet(call.actor).log(
                        call.code("event"), session: call.filter("session").flatMap { Int($0) })),
                by: .place)
        },
        .act(
            "/events/{event}/marks", "marks.add",
            "Marks many people at once, all or none. A correction is a new entry.",
            takes: .marking, .marked, scopes: [.attendance, .write]
        ) { call in
            let event = try call.code("event")
            let report = try await call.office.attendanceSheet(call.actor).mark(
                call.body.markings, at: event, sessions: call.body.sessions,
                method: call.body.choice("method", as: AttendanceMark.Method.self) ?? .page,
                reason: call.body.text("reason") ?? "")
            return .done([
                "event": .text(event.text),
                "sessions": .list(report.sessions.map { .number($0.number) }),
                "marked": .number(report.marked), "unchanged": .number(report.unchanged),
            ])
        },
        .act(
            "/events/{event}/head-counts", "head-counts.add",
            "Counts heads at a session: attendance without names.", takes: .headCountNew,
            .headCount, scopes: [.attendance, .write]
        ) { call in
            let number = call.body.whole("session")
            let count = try await call.office.attendanceSheet(call.actor).count(
                call.body.whole("number") ?? 0,
                country: try call.body.text("country").map { try Country.reading($0) },
                gender: call.body.choice("gender", as: Gender.self), at: call.code("event"),
                session: number.map { .numbers([$0]) } ?? .only,
                note: call.body.text("note") ?? "")
            return .done([
                "session": Value(number), "country": Value(code: count.country),
                "gender": Value(count.gender), "number": .number(count.number),
                "at": Value(count.at), "actor": .text(count.actor.name),
                "note": .text(count.note),
            ])
        },
        .read(
            "/statistics", "statistics.read",
            "Who came: participations and people, by anything.", .statistics,
            filters: figureFilters, csv: true
        ) { call in
            .thing(
                FigureReport(try await call.office.figureDesk(call.actor).figures(call.figures())))
        },
    ]

    private static let figureFilters: [Filter] = [
        .several("event", .name, "Only these events."),
        .several("programme", .name, "Only these programmes and their stages."),
        .one("kind", .kind, "Only events of this kind."),
        .one("role", .role, "Only people in this role."),
        .one("from", .day, "Only events that begin on this day or later."),
        .one("to", .day, "Only events that begin on this day or earlier."),
        .several(
            "by", .choice(FigureQuery.Dimension.self), "What the figures are told apart by."),
    ]
}

extension APICall {
    fileprivate func figures() throws -> FigureRequest {
        FigureRequest(
            events: try codes("event"), programmes: try codes("programme"),
            kind: filter("kind", as: Event.Kind.self), role: filter("role", as: Role.self),
            from: filter("from").flatMap { Day($0) }, to: filter("to").flatMap { Day($0) },
            by: filters("by").compactMap { FigureQuery.Dimension(rawValue: $0) }, margins: false)
    }
}

extension Members {
    /// Exceptions after everybody: who is named otherwise than present is marked so.
    fileprivate var markings: [AttendanceSheet.Marking] {
        let named = AttendanceMark.Mark.allCases.compactMap { mark in
            people(mark.rawValue).map { AttendanceSheet.Marking(mark, $0) }
        }.filter { $0.people?.isEmpty == false }
        return (flag("all") == true ? [.init(.present, nil)] : []) + named
    }

    fileprivate var sessions: SessionChoice {
        if text("sessions") == "all" { return .all }
        return list("sessions").map { .numbers($0.numbers) } ?? .only
    }
}

extension [JSON] {
    /// The whole numbers of a list.
    var numbers: [Int] {
        compactMap { value in
            guard case .whole(let number) = value else { return nil }
            return number
        }
    }
}
