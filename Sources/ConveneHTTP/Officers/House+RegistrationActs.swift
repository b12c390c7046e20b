import Convene
import Hummingbird

extension House {
    /// What is done with registrations, one or many: the same acts as at the terminal.
    func addRegistrationActs(to router: some RouterMethods<Visit>) {
        router.post("/office/events/:event/acts") { request, visit in
            try await takeActs(try await form(request, visit), visit)
        }
    }

    private func takeActs(_ data: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let form = StandingForm(data)
        let desk = office.registrationDesk(try visit.actor)
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let people = try await chosen(data, at: event, by: desk)
        guard let standing = form.standing else {
            throw Problem(.valueInvalid, words["fault.choice"])
        }
        guard !people.isEmpty else { throw Problem(.valueInvalid, words["desk.nobody-chosen"]) }
        if form.needsPreview {
            let plan = try await desk.preview(
                people, at: event.code, to: standing, reason: form.reason, telling: form.isTelling)
            return previewPage(plan, of: event, form, standing, visit)
        }
        let report = try await desk.move(
            people, at: event.code, to: standing, reason: form.reason, telling: form.isTelling)
        return Response.redirect(
            to: visit.to(
                event, "", ["said": standing.rawValue, "n": String(report.changed.count)]))
    }

    /// Those whose boxes are ticked, or everybody whom the search shows.
    private func chosen(_ data: FormData, at event: Event, by desk: RegistrationDesk) async throws
        -> [PersonMention]
    {
        guard data.has("all") else { return data.all("person").map { PersonMention($0) } }
        return try await desk.list(event.code, RegistrationsForm(data).filter)
            .map { PersonMention($0.person.id) }
    }

    private func previewPage(
        _ plan: StandingPreview, of event: Event, _ form: StandingForm, _ standing: Standing,
        _ visit: Visit
    ) -> Response {
        let words = words(visit)
        func grid(_ id: String, _ lines: [RegistrationLine]) -> Grid {
            registrationGrid(
                lines, of: event, choosing: false, id: id, caption: words["desk.preview.\(id)"],
                words, visit)
        }
        var refused = Grid(
            "refused", words["desk.preview.refused"],
            columns: [words["desk.column-name"], words["desk.column-standing"], words["desk.why"]])
        refused.rows = plan.refused.map { line, problem in
            Grid.Row(
                line.person.name.full,
                words["desk.standing.\(line.registration.standing.rawValue)"],
                words.text(of: problem))
        }
        return preview(
            titled: words["desk.to.\(standing.rawValue)"],
            [
                words.text("desk.preview-changed", count: plan.changed.count),
                plan.unchanged.isEmpty
                    ? "" : words.text("desk.preview-unchanged", count: plan.unchanged.count),
                plan.movedUp.isEmpty
                    ? "" : words.text("desk.preview-moved", count: plan.movedUp.count),
                form.isTelling
                    ? words.text("desk.mails", count: plan.mails) : words["desk.no-mail"],
            ],
            Preview(
                action: event.path + "/acts",
                kept: form.kept(plan.changed.map { PersonMention($0.person.id) }),
                back: visit.to(event),
                grids: [
                    refused, grid("changed", plan.changed), grid("moved", plan.movedUp),
                    grid("unchanged", plan.unchanged),
                ], isGrave: [.rejected, .withdrawn, .declined].contains(standing),
                canDo: !plan.changed.isEmpty), visit)
    }
}
