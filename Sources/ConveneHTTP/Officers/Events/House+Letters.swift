import Convene
import Hummingbird

extension House {
    /// Letters of the office's own to people on an event's list, and thanks with certificates: who
    /// would get what, and who nothing and why, is looked at before anything is queued.
    func addLetters(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/letters", use: showLetters)
        router.post("/office/events/:event/letters", use: takeLetter)
        router.post("/office/events/:event/letters/thanks", use: takeThanks)
    }

    private func showLetters(_ request: Request, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        var page = lettersPage(of: event, LetterForm(FormData()), visit)
        page.said = words(visit).said(request)
        return show(page, visit)
    }

    private func lettersPage(of event: Event, _ form: LetterForm, _ visit: Visit) -> FormPage {
        let words = words(visit)
        var page = FormPage(
            title: event.title, action: event.path + "/letters", button: words["desk.go-on"],
            fields: form.fields(words), heading: words["desk.letter.write"],
            head: eventHead(event, tab: .letters, visit))
        page.canDo = visit.offers(.tell, on: .registration)
        if page.canDo, event.status == .held {
            page.more = [
                .init(
                    id: "thanks", heading: words["desk.letter.thanks"],
                    action: event.path + "/letters/thanks", button: words["desk.go-on"],
                    fields: LetterForm.thanksFields(words))
            ]
        }
        return page
    }

    private func takeLetter(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = LetterForm(try await form(request, visit))
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        do {
            let circular = try form.circular(words(visit))
            guard form.isConfirmed else {
                let shown = Preview(
                    action: event.path + "/letters", kept: form.data.kept(LetterForm.names),
                    back: visit.to(event, "/letters"))
                return try await preview(
                    of: circular, at: event, titled: "desk.letter.write", shown, visit)
            }
            return try await queue(circular, at: event, visit)
        } catch {
            let refused = try FormRefusal(error)
            return show(lettersPage(of: event, form, visit), refused: refused, visit)
        }
    }

    private func takeThanks(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = LetterForm(try await form(request, visit))
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        do {
            let circular = try form.thanks()
            guard form.isConfirmed else {
                let shown = Preview(
                    action: event.path + "/letters/thanks",
                    kept: form.data.kept(LetterForm.names), back: visit.to(event, "/letters"))
                return try await preview(
                    of: circular, at: event, titled: "desk.letter.thanks", shown, visit)
            }
            return try await queue(circular, at: event, visit)
        } catch {
            let refused = try FormRefusal(error)
            return show(lettersPage(of: event, form, visit), refused: refused, visit)
        }
    }

    private func queue(_ circular: Circular, at event: Event, _ visit: Visit) async throws
        -> Response
    {
        let plan = try await office.postRoom(try visit.actor).queue(circular, at: event.code)
        return Response.redirect(
            to: visit.to(event, "/letters", ["said": "letters", "n": String(plan.count)]))
    }

    /// Who would get a circular and who not, and how the first of them would look.
    func preview(
        of circular: Circular, at event: Event, titled title: String, _ shown: Preview,
        _ visit: Visit
    ) async throws -> Response {
        let words = words(visit)
        let room = office.postRoom(try visit.actor)
        let plan = try await room.plan(circular, at: event.code)
        let samples =
            plan.count == 0 ? [] : try await room.sample(circular, at: event.code, limit: 2)
        var shown = shown
        shown.grids = [planGrid(plan, words)]
        shown.letters = samples.map {
            ($0.line.person.name.full, $0.letter.subject + "\n\n" + $0.letter.plain)
        }
        shown.canDo = plan.count > 0
        return preview(
            titled: words[title], [words.text("desk.mails", count: plan.count)], shown, visit)
    }
}
