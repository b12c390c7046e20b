import Convene
import Hummingbird

extension House {
    /// Adding events and changing what is said of them; what follows from a change is looked at
    /// before it is done.
    func addEventEditing(to router: some RouterMethods<Visit>) {
        router.get("/office/new/event", use: showNewEvent)
        router.post("/office/new/event", use: takeNewEvent)
        router.get("/office/events/:event/edit", use: showEventEditing)
        router.post("/office/events/:event/edit", use: takeEventEditing)
    }

    private func showNewEvent(_ request: Request, _ visit: Visit) async throws -> Response {
        let programmes = try await programmes(visit)
        let programme = request.uri.queryParameters.get("programme")
        let data = FormData(["programme": programme.map { [$0] } ?? []])
        return show(newEventPage(EventForm(data), programmes, visit), visit)
    }

    private func takeNewEvent(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = EventForm(try await form(request, visit))
        let programmes = try await programmes(visit)
        do {
            let desk = office.eventDesk(try visit.actor)
            let event = try form.event(of: programmes)
            let reminders = try form.reminders()
            let added = try await desk.add(event, organisations: form.organisations)
            if !reminders.isEmpty {
                _ = try await desk.edit(added.code, reminders: reminders) { _ in }
            }
            return Response.redirect(to: visit.to(added, "", ["said": "event-added"]))
        } catch {
            let refused = try FormRefusal(error)
            return show(newEventPage(form, programmes, visit), refused: refused, visit)
        }
    }

    private func newEventPage(_ form: EventForm, _ programmes: [Programme], _ visit: Visit)
        -> FormPage
    {
        let words = words(visit)
        return FormPage(
            title: words["desk.event.new"], action: "/office/new/event",
            button: words["desk.event.add"], fields: form.fields(self, programmes, visit),
            back: (visit.to("/office/events"), words["desk.events"]))
    }

    private func showEventEditing(_ request: Request, _ visit: Visit) async throws -> Response {
        let file = try await office.eventDesk(try visit.actor).file(try visit.code())
        let programmes = try await programmes(visit)
        return show(editingPage(EventForm(file), of: file.event, programmes, visit), visit)
    }

    private func takeEventEditing(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = EventForm(try await form(request, visit))
        let file = try await office.eventDesk(try visit.actor).file(try visit.code())
        let programmes = try await programmes(visit)
        do {
            return try await edit(file, as: form, programmes, visit)
        } catch {
            let refused = try FormRefusal(error)
            return show(
                editingPage(form, of: file.event, programmes, visit), refused: refused, visit)
        }
    }

    private func edit(
        _ file: EventFile, as form: EventForm, _ programmes: [Programme], _ visit: Visit
    ) async throws -> Response {
        let desk = office.eventDesk(try visit.actor)
        let before = EventForm(file)
        let organisations = form.organisations == before.organisations ? nil : form.organisations
        let rules = try form.reminders()
        let reminders = rules == file.reminders.map(\.rule) ? nil : rules
        if !form.isConfirmed {
            let change = try await desk.preview(
                file.event.code, organisations: organisations, reminders: reminders,
                telling: form.isTelling
            ) { try form.apply(to: &$0, programmes) }
            // Where nobody hears of it and nobody moves up, it can be changed back.
            if change.mails + change.movedUp > 0 { return editPreview(change, file, form, visit) }
        }
        let change = try await desk.edit(
            file.event.code, organisations: organisations, reminders: reminders,
            telling: form.isTelling
        ) { try form.apply(to: &$0, programmes) }
        return Response.redirect(
            to: visit.to(
                change.event, "", ["said": "event-changed", "n": String(change.mails)]))
    }

    private func editPreview(
        _ change: EventChange, _ file: EventFile, _ form: EventForm, _ visit: Visit
    ) -> Response {
        let words = words(visit)
        return preview(
            titled: words.text("desk.event.preview", ["event": file.event.title]),
            [
                words.text("desk.event.becomes", ["when": when(change.event, visit)]),
                change.movedUp > 0 ? words.text("desk.preview-moved", count: change.movedUp) : "",
                words.text("desk.mails", count: change.mails),
            ],
            Preview(
                action: file.event.path + "/edit", kept: form.data.kept(EventForm.names),
                back: visit.to(file.event, "/edit")), visit)
    }

    private func editingPage(
        _ form: EventForm, of event: Event, _ programmes: [Programme], _ visit: Visit
    ) -> FormPage {
        let words = words(visit)
        let quiet = FormField(
            "quiet", words["desk.telling"], .boxes([.init("yes", words["desk.quiet"])]),
            form.data.all("quiet"), hint: words["desk.event.quiet-hint"])
        return FormPage(
            title: event.title, action: event.path + "/edit", button: words["me-button"],
            fields: form.fields(self, programmes, visit) + [quiet],
            heading: words["desk.tab.edit"], head: eventHead(event, tab: .edit, visit))
    }

    private func programmes(_ visit: Visit) async throws -> [Programme] {
        try await office.programmeDesk(try visit.actor).list()
    }
}
