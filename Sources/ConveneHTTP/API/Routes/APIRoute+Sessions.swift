import Convene
import ConveneReports
import HTTPTypes

extension APIRoute {
    static let sessions: [APIRoute] = [
        .list(
            "/events/{event}/sessions", "sessions.list", "The sessions of an event.",
            .page("sessions", of: .session), scopes: [.read, .write, .attendance]
        ) { call in
            .list(.sessions(try await call.office.sessionDesk(call.actor).list(call.code("event"))))
        },
        .act(
            "/events/{event}/sessions", "sessions.add",
            "Adds a session; all are numbered anew by day and time.", takes: .sessionNew, .sessions
        ) { call in
            let body = call.body
            var draft = Session(
                event: Event.ID(0), number: 0, day: body.day("day") ?? Day(daysSince1970: 0))
            try body.apply(to: &draft)
            let change = try await call.add(draft, to: try call.code("event"))
            return .sessions(change.sessions)
        },
        .read(
            "/events/{event}/sessions/{session}", "sessions.show", "One session.", .session,
            scopes: [.read, .write, .attendance], showSession),
        .change(
            "/events/{event}/sessions/{session}", "sessions.change",
            "Changes a session; all are numbered anew by day and time.", takes: .sessionChange,
            .session, changeSession),
        .remove(
            "/events/{event}/sessions/{session}", "sessions.remove",
            "Removes a session at which nobody was marked.",
            filters: [.one("mail", .flag, "Whether those invited are told; true unless said.")]
        ) { call in
            _ = try await call.office.sessionDesk(call.actor).remove(
                call.number("session"), of: call.code("event"),
                telling: call.filter("mail") != "false")
            return .nothing
        },
        .list(
            "/events/{event}/questions", "questions.list",
            "What an event asks everybody who registers.", .page("questions", of: .question)
        ) { call in
            .list(
                .questions(try await call.office.questionDesk(call.actor).list(call.code("event"))))
        },
        .act(
            "/events/{event}/questions", "questions.add", "Asks one more question.",
            takes: .questionNew,
            .record([.need("questions", .list(.question)), .need("count", .count)])
        ) { call in
            let questions = try await call.office.questionDesk(call.actor).add(
                call.body.choice("kind", as: Question.Kind.self) ?? .text,
                call.body.text("question") ?? "", choices: call.body.texts("choices") ?? [],
                isRequired: call.body.flag("required") ?? false, to: call.code("event"))
            return .rows(.questions(questions))
        },
        .remove(
            "/events/{event}/questions/{question}", "questions.remove",
            "Takes a question out; those after it move up.",
            filters: [.one("with_answers", .flag, "Whether what was said to it goes with it.")]
        ) { call in
            _ = try await call.office.questionDesk(call.actor).remove(
                call.number("question"), from: call.code("event"),
                withAnswers: call.filter("with_answers") == "true")
            return .nothing
        },
    ]
}

extension APIRoute {
    @Sendable private static func showSession(_ call: APICall) async throws -> APIReply {
        .thing(Card.session(try await call.session()))
    }

    @Sendable private static func changeSession(_ call: APICall) async throws -> APIReply {
        let before = try await call.session()
        try call.check(Card.session(before))
        let change = try await call.office.sessionDesk(call.actor).edit(
            before.number, of: try call.code("event"), telling: call.body.flag("mail") ?? true
        ) { session in
            try call.check(session, is: before)
            try call.body.apply(to: &session)
        }
        // It may have another number by now.
        return .thing(Card.session(change.sessions.first { $0.id == before.id } ?? before))
    }
}

extension APICall {
    fileprivate func session() async throws -> Session {
        try await office.sessionDesk(actor).session(number("session"), of: code("event"))
    }

    fileprivate func add(_ session: Session, to event: Code) async throws -> SessionChange {
        try await office.sessionDesk(actor).add(
            to: event, day: session.day, title: session.title, starts: session.starts,
            ends: session.ends, counts: session.counts, telling: body.flag("mail") ?? true)
    }
}

extension Shape {
    static let sessions = Shape.record([
        .need("sessions", .list(.session)), .need("count", .count),
    ])
}

extension APIReply {
    fileprivate static func sessions(_ sessions: [Session]) -> APIReply {
        .rows(.sessions(sessions))
    }

    /// A whole list that came of an act.
    static func rows(_ report: Report, _ more: KeyValuePairs<String, Value> = [:]) -> APIReply {
        guard case .record(var record) = report.json else { return .nothing }
        for (key, value) in more { record.append(key, value) }
        return .done(record)
    }
}

extension Members {
    fileprivate func apply(to session: inout Session) throws {
        if let day = day("day") { session.day = day }
        change("title", &session.title) { $0 }
        try change("starts", &session.starts) { try TimeOfDay(written: $0) }
        try change("ends", &session.ends) { try TimeOfDay(written: $0) }
        if let counts = flag("counts") { session.counts = counts }
    }
}

extension TimeOfDay {
    /// - Throws: `session.times`.
    fileprivate init(written text: String) throws {
        guard let time = TimeOfDay(text) else {
            throw Problem(.sessionTimes, "“\(text.prefix(20))” is not a time: write it as 09:30.")
        }
        self = time
    }
}
