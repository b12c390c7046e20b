import Convene
import Hummingbird

extension House {
    /// Putting somebody on an event's list by a form.
    func addEntry(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/enter") { request, visit in
            let event = try await office.eventDesk(try visit.actor).event(try visit.code())
            return entryPage(
                event, EntryForm(FormData()), FormFaults(), said: words(visit).said(request), visit)
        }
        router.post("/office/events/:event/enter") { request, visit in
            try await takeEntry(EntryForm(try await form(request, visit)), visit)
        }
    }

    private func takeEntry(_ form: EntryForm, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let desk = office.registrationDesk(try visit.actor)
        if !form.known.isEmpty {
            let lines = try await desk.enter(
                form.known, at: event.code, as: form.entry, role: form.role, reason: form.reason)
            return entered(lines, event, visit)
        }
        var faults = FormFaults()
        guard let draft = form.draft(&faults) else {
            return entryPage(event, form, faults, visit)
        }
        let near =
            form.data.has("confirmed")
            ? [] : try await office.personDesk(try visit.actor).proposals(for: draft)
        guard near.isEmpty else { return proposalPage(near, event, form, visit) }
        let line = try await desk.enter(
            draft, at: event.code, as: form.entry, role: form.role, reason: form.reason)
        return entered([line], event, visit)
    }

    private func entered(_ lines: [RegistrationLine], _ event: Event, _ visit: Visit) -> Response {
        let standing = lines.first?.registration.standing ?? .confirmed
        return Response.redirect(
            to: visit.to(
                event, "/enter",
                ["said": "entered-\(standing.rawValue)", "n": String(lines.count)]))
    }

    private func entryPage(
        _ event: Event, _ form: EntryForm, _ faults: FormFaults, said: String? = nil,
        _ visit: Visit
    ) -> Response {
        let words = words(visit)
        var values = eventHead(event, tab: .enter, visit)
        values["action"] = event.path + "/enter"
        values["heading"] = words["desk.tab.enter"]
        values["button"] = words["desk.entry-button"]
        values.add("said", said)
        values.merge(faults.marked(form.fields(self, visit), in: words).forTemplate) { $1 }
        return desk(
            "desk-form", titled: event.title, in: .events, visit, values,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// Somebody of nearly that name is in the register: is it the same person?
    private func proposalPage(
        _ near: [Proposal], _ event: Event, _ form: EntryForm, _ visit: Visit
    ) -> Response {
        let words = words(visit)
        var asked = FormField(
            "known", words["desk.entry-who"],
            .choice(
                near.map { proposal in
                    .init(
                        proposal.candidate.id.text,
                        words.sketch(proposal.candidate) + " – " + words.reasons(proposal.likeness))
                } + [.init("", words["desk.entry-new"])]), isRequired: true)
        asked.values = near.first.map { [$0.candidate.id.text] } ?? []
        var values = eventHead(event, tab: .enter, visit)
        values["action"] = event.path + "/enter"
        values["heading"] = words["desk.entry-probable"]
        values["text"] = words["desk.entry-probable-text"]
        values["button"] = words["desk.entry-button"]
        values["kept"] = form.kept.forTemplate
        values.merge([asked].forTemplate) { $1 }
        return desk("desk-form", titled: event.title, in: .events, visit, values)
    }
}

extension EntryForm {
    /// What was filled in, to be handed on with the answer to who it is.
    fileprivate var kept: [(String, String)] {
        [
            "as", "role", "given", "family", "patronymic", "other-given", "other-family", "email",
            "gender", "country", "organisation", "position", "stakeholder", "language", "telling",
            "reason",
        ].map { ($0, data[$0]) }.filter { !$0.1.isEmpty } + [("confirmed", "yes")]
    }
}

extension PageWords {
    /// Enough of somebody to tell them from others.
    func sketch(_ candidate: PersonCandidate) -> String {
        [
            candidate.id.text, candidate.name.full, candidate.country?.name(in: language) ?? "",
            candidate.organisation, candidate.address?.text ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What speaks for two people being one, and against it.
    func reasons(_ likeness: Likeness) -> String {
        let apart =
            likeness.reasons.filter(\.speaksFor) + likeness.reasons.filter { !$0.speaksFor }
        return likeness.percent + ": "
            + apart.map { reason in
                let text = self["desk.reason.\(reason.rawValue)"]
                return reason.speaksFor ? text : self.text("desk.reason-but", ["reason": text])
            }.joined(separator: ", ")
    }
}
