import Convene
import Hummingbird

extension House {
    /// What an event recommended and decided: written down, followed up, opened again.
    func addOutcomes(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/outcomes", use: showOutcomes)
        router.post("/office/events/:event/outcomes", use: takeNewOutcome)
        router.get("/office/events/:event/outcomes/:outcome", use: showOutcome)
        router.post("/office/events/:event/outcomes/:outcome", use: takeOutcome)
        router.post("/office/events/:event/outcomes/:outcome/done", use: takeFollowUp)
        router.post("/office/events/:event/outcomes/:outcome/reopen", use: takeReopening)
    }

    private func showOutcomes(_ request: Request, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let page = try await outcomesPage(
            of: event, OutcomeForm(FormData()), said: words(visit).said(request), visit)
        return show(page, visit)
    }

    private func takeNewOutcome(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = OutcomeForm(try await form(request, visit))
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        do {
            let due = try form.due()
            _ = try await office.outcomeDesk(try visit.actor).add(
                form.wording, to: event.code, due: due, responsible: form.responsible)
        } catch {
            let refused = try FormRefusal(error)
            let page = try await outcomesPage(of: event, form, visit)
            return show(page, refused: refused, visit)
        }
        return Response.redirect(to: visit.to(event, "/outcomes", ["said": "saved"]))
    }

    private func outcomesPage(
        of event: Event, _ form: OutcomeForm, said: String? = nil, _ visit: Visit
    ) async throws -> FormPage {
        let words = words(visit)
        let lines = try await office.outcomeDesk(try visit.actor).list(event: event.code)
        var page = FormPage(
            title: event.title, action: event.path + "/outcomes",
            button: words["desk.outcome.add"], fields: form.fields(words),
            heading: words["desk.outcome.new"], grids: [outcomeGrid(lines, words, visit)],
            head: eventHead(event, tab: .outcomes, visit))
        page.canDo = visit.offers(.add, on: .outcome)
        page.said = said
        return page
    }

    private func showOutcome(_ request: Request, _ visit: Visit) async throws -> Response {
        let line = try await outcome(visit)
        var page = outcomePage(line, OutcomeForm(line.outcome), visit)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    private func takeOutcome(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = OutcomeForm(try await form(request, visit))
        let line = try await outcome(visit)
        do {
            let due = try form.due()
            _ = try await office.outcomeDesk(try visit.actor).edit(line.mention) { outcome in
                outcome.wording = form.wording
                outcome.due = due
                outcome.responsible = form.responsible
                outcome.followUp = form.followUp
            }
        } catch {
            let refused = try FormRefusal(error)
            return show(outcomePage(line, form, visit), refused: refused, visit)
        }
        return Response.redirect(to: visit.to(line.path, ["said": "saved"]))
    }

    private func takeFollowUp(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = OutcomeForm(try await form(request, visit))
        let line = try await outcome(visit)
        do {
            let day = try form.day()
            let note = form.data.has("done-note") ? form.data["done-note"] : nil
            _ = try await office.outcomeDesk(try visit.actor).close(
                [line.mention], on: day, note: note)
        } catch {
            let refused = try FormRefusal(error)
            return show(
                outcomePage(line, OutcomeForm(line.outcome), visit), refused: refused, visit)
        }
        return Response.redirect(to: visit.to(line.path, ["said": "saved"]))
    }

    private func takeReopening(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let line = try await outcome(visit)
        do {
            _ = try await office.outcomeDesk(try visit.actor).reopen(
                [line.mention], reason: data["reopen-reason"])
        } catch {
            let refused = try FormRefusal(error)
            return show(
                outcomePage(line, OutcomeForm(line.outcome), visit), refused: refused, visit)
        }
        return Response.redirect(to: visit.to(line.path, ["said": "saved"]))
    }

    private func outcomePage(_ line: OutcomeLine, _ form: OutcomeForm, _ visit: Visit) -> FormPage {
        let words = words(visit)
        var page = FormPage(
            title: line.event.title, action: line.path, button: words["me-button"],
            fields: form.fields(words) + [
                FormField(
                    "follow-up", words["desk.follow-up"], .area, form.data.all("follow-up"),
                    most: 2000)
            ],
            heading: words.text("desk.outcome.number", ["n": String(line.outcome.number)]),
            facts: [(words["desk.state"], words.state(of: line))],
            head: eventHead(line.event, tab: .outcomes, visit))
        page.canDo = visit.offers(.edit, on: .outcome)
        if page.canDo {
            page.more = [line.outcome.done == nil ? done(line, words) : reopen(line, words)]
        }
        return page
    }

    private func done(_ line: OutcomeLine, _ words: PageWords) -> FormPage.Act {
        .init(
            id: "done", heading: words["desk.outcome.done"], action: line.path + "/done",
            button: words["desk.outcome.done"],
            fields: [
                FormField(
                    "done-on", words["desk.day"], .line("date"), hint: words["desk.day-hint"]),
                FormField("done-note", words["desk.follow-up"], .area, most: 2000),
            ])
    }

    private func reopen(_ line: OutcomeLine, _ words: PageWords) -> FormPage.Act {
        .init(
            id: "reopen", heading: words["desk.outcome.reopen"], action: line.path + "/reopen",
            button: words["desk.outcome.reopen"],
            fields: [
                FormField(
                    "reopen-reason", words["desk.reason"], .line("text"), isRequired: true,
                    most: 500)
            ])
    }

    private func outcome(_ visit: Visit) async throws -> OutcomeLine {
        let number = try visit.number("outcome")
        let lines = try await office.outcomeDesk(try visit.actor).list(event: try visit.code())
        guard let line = lines.first(where: { $0.outcome.number == number }) else {
            throw HTTPError(.notFound)
        }
        return line
    }
}

extension OutcomeLine {
    var path: String { "\(event.path)/outcomes/\(outcome.number)" }

    fileprivate var mention: OutcomeMention { OutcomeMention(code) }
}

extension PageWords {
    /// Where an outcome is, in a few words.
    func state(of line: OutcomeLine) -> String {
        line.outcome.done.map { text("desk.done-on", ["day": $0.on.text]) }
            ?? self[line.isOverdue ? "desk.plan.overdue" : "desk.plan.open"]
    }
}
