import Convene
import Hummingbird

extension House {
    /// The sessions of an event: one a day, added, moved, parted in two, taken out.
    func addSessions(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/sessions", use: showSessions)
        router.post("/office/events/:event/sessions", use: takeNewSession)
        router.get("/office/events/:event/sessions/:session", use: showSession)
        router.post("/office/events/:event/sessions/:session", use: takeSession)
        router.post("/office/events/:event/sessions/:session/split", use: takeSplit)
        router.post("/office/events/:event/sessions/:session/remove", use: takeRemoval)
    }

    private func showSessions(_ request: Request, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let page = try await sessionsPage(
            of: event, .new, said: words(visit).said(request), visit)
        return show(page, visit)
    }

    private func takeNewSession(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = SessionForm(try await form(request, visit))
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        do {
            var session = Session(event: event.id, number: 0, day: Day(daysSince1970: 0))
            try form.apply(to: &session)
            _ = try await office.sessionDesk(try visit.actor).add(
                to: event.code, day: session.day, title: session.title, starts: session.starts,
                ends: session.ends, counts: session.counts, telling: form.isTelling)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await sessionsPage(of: event, form, visit)
            return show(page, refused: refused, visit)
        }
        return settled(event, "session-added", visit)
    }

    private func sessionsPage(
        of event: Event, _ form: SessionForm, said: String? = nil, _ visit: Visit
    ) async throws -> FormPage {
        let words = words(visit)
        let sessions = try await office.sessionDesk(try visit.actor).list(event.code)
        var page = FormPage(
            title: event.title, action: event.path + "/sessions",
            button: words["desk.session.add"], fields: form.fields(words),
            heading: words["desk.session.new"],
            grids: [sessionGrid(sessions, of: event, words, visit)],
            head: eventHead(event, tab: .sessions, visit))
        page.canDo = visit.offers(.add, on: .session) && event.dates != nil
        page.said = said
        return page
    }

    private func sessionGrid(
        _ sessions: [Session], of event: Event, _ words: PageWords, _ visit: Visit
    ) -> Grid {
        Grid(
            "sessions", words["desk.sessions"],
            columns: [words["session"], words["desk.day"], words["time"]],
            none: words["desk.sessions-none"],
            rows: sessions.map { session in
                Grid.Row([
                    .init(
                        [String(session.number), session.title].filter { !$0.isEmpty }
                            .joined(separator: ". "),
                        link: visit.to(event, "/sessions/\(session.number)"),
                        note: session.counts ? "" : words["desk.session-not-counting"]),
                    .init(session.day.text),
                    .init(
                        [session.starts?.text, session.ends?.text].compactMap { $0 }
                            .joined(separator: "–")),
                ])
            })
    }

    private func showSession(_ request: Request, _ visit: Visit) async throws -> Response {
        let (event, session) = try await session(visit)
        return show(sessionPage(session, SessionForm(session), of: event, visit), visit)
    }

    private func takeSession(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = SessionForm(try await form(request, visit))
        let (event, session) = try await session(visit)
        do {
            _ = try await office.sessionDesk(try visit.actor).edit(
                session.number, of: event.code, telling: form.isTelling
            ) { try form.apply(to: &$0) }
        } catch {
            let refused = try FormRefusal(error)
            return show(sessionPage(session, form, of: event, visit), refused: refused, visit)
        }
        return settled(event, "saved", visit)
    }

    private func sessionPage(
        _ session: Session, _ form: SessionForm, of event: Event, _ visit: Visit
    ) -> FormPage {
        let words = words(visit)
        let path = event.path + "/sessions/\(session.number)"
        var page = FormPage(
            title: event.title, action: path, button: words["me-button"],
            fields: form.fields(words), heading: words.name(of: session),
            head: eventHead(event, tab: .sessions, visit))
        page.canDo = visit.offers(.edit, on: .session)
        page.more =
            !page.canDo
            ? []
            : [
                .init(
                    id: "split", heading: words["desk.session.split"], action: path + "/split",
                    button: words["desk.session.split-button"],
                    fields: [
                        FormField(
                            "parting", words["desk.session.split-at"], .line("time"),
                            form.data.all("parting"), isRequired: true,
                            hint: words["desk.session.split-hint"]),
                        FormField(
                            "second-title", words["desk.session.second-title"], .line("text"),
                            form.data.all("second-title")),
                    ]),
                .init(
                    id: "remove", heading: words["desk.session.remove"],
                    action: path + "/remove", button: words["desk.session.remove"],
                    fields: [SessionForm.quietField("removal-quiet", [], words)], isGrave: true),
            ]
        return page
    }

    private func takeSplit(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let (event, session) = try await session(visit)
        do {
            let time = try SessionForm(data).parting()
            _ = try await office.sessionDesk(try visit.actor).split(
                session.number, of: event.code, at: time, title: data["second-title"])
        } catch {
            let refused = try FormRefusal(error)
            return show(
                sessionPage(session, SessionForm(session), of: event, visit), refused: refused,
                visit)
        }
        return settled(event, "session-split", visit)
    }

    /// Takes a session out, once that was confirmed.
    private func takeRemoval(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let (event, session) = try await session(visit)
        let words = words(visit)
        guard data.has("confirmed") else {
            let path = "/sessions/\(session.number)"
            return preview(
                titled: words["desk.session.remove-title"],
                ["\(words.name(of: session)), \(session.day.text)"],
                Preview(
                    action: event.path + path + "/remove",
                    kept: data.has("removal-quiet") ? [("removal-quiet", "yes")] : [],
                    back: visit.to(event, path), isGrave: true), visit)
        }
        do {
            _ = try await office.sessionDesk(try visit.actor).remove(
                session.number, of: event.code, telling: !data.has("removal-quiet"))
        } catch {
            let refused = try FormRefusal(error)
            return show(
                sessionPage(session, SessionForm(session), of: event, visit), refused: refused,
                visit)
        }
        return settled(event, "session-removed", visit)
    }

    private func session(_ visit: Visit) async throws -> (Event, Session) {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let sessions = try await office.sessionDesk(try visit.actor).list(event.code)
        let number = try visit.number("session")
        guard let session = sessions.first(where: { $0.number == number }) else {
            throw HTTPError(.notFound)
        }
        return (event, session)
    }

    private func settled(_ event: Event, _ said: String, _ visit: Visit) -> Response {
        Response.redirect(to: visit.to(event, "/sessions", ["said": said]))
    }
}

extension Visit {
    /// A number in the path.
    ///
    /// - Throws: HTTP 404.
    func number(_ name: String) throws -> Int {
        guard let number = Int(try part(name)) else { throw HTTPError(.notFound) }
        return number
    }
}
