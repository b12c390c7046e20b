import Convene
import Hummingbird

extension House {
    /// An event's invitations: who was invited, what they answered, and inviting more.
    func addInvitations(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/invitations") { request, visit in
            try await invitationsPage(request, visit)
        }
        router.post("/office/events/:event/invitations") { request, visit in
            try await takeInvitation(InvitingForm(try await form(request, visit)), visit)
        }
        router.post("/office/events/:event/invitations/answer") { request, visit in
            try await takeAnswers(try await form(request, visit), visit)
        }
    }

    private func invitationsPage(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let lines = try await office.invitationDesk(try visit.actor).list(event.code)
        let wanted = request.uri.queryParameters.get("answer") ?? ""
        let shown = lines.filter { wanted.isEmpty || $0.answerKey == wanted }
        var values = eventHead(event, tab: .invitations, visit)
        values["tallies"] = tallies(lines, event, wanted, visit)
        values["invitations"] = invitationGrid(shown, of: event, words, visit).forTemplate
        values["may-answer"] = !shown.isEmpty && visit.offers(.answer, on: .invitation)
        values["may-invite"] = visit.offers(.invite, on: .registration)
        values["answering"] = answerFields(words).forTemplate
        values["inviting"] = InvitingForm(FormData()).fields(words).forTemplate
        values.add("said", words.said(request))
        return desk("desk-invitations", titled: event.title, in: .events, visit, values)
    }

    private func tallies(
        _ lines: [InvitationLine], _ event: Event, _ wanted: String, _ visit: Visit
    ) -> [[String: Any]] {
        let words = words(visit)
        let counts = Dictionary(grouping: lines, by: \.answerKey).mapValues(\.count)
        let keys = Invitation.Answer.allCases.map(\.rawValue) + ["none"]
        return [
            [
                "way": visit.to(event, "/invitations"), "number": lines.count,
                "text": words["desk.invited"], "is-here": wanted.isEmpty,
            ]
        ]
            + keys.map { key in
                [
                    "way": visit.to(event, "/invitations", ["answer": key]),
                    "number": counts[key] ?? 0, "text": words["desk.answer.\(key)"],
                    "is-here": wanted == key,
                ]
            }
    }

    private func invitationGrid(
        _ lines: [InvitationLine], of event: Event, _ words: PageWords, _ visit: Visit
    ) -> Grid {
        Grid(
            "invitations", words["desk.invitations"],
            columns: [
                words["desk.column-name"], words["desk.column-number"],
                words["desk.column-sent"], words["desk.answer-column"],
                words["desk.column-answered"],
                words["desk.column-standing"],
            ], none: words["desk.invitations-none"],
            rows: lines.map { line in
                let person = line.line.person
                return Grid.Row(
                    [
                        .init(
                            person.name.full,
                            link: visit.to(event, "/registrations/\(person.id.text)")),
                        .init(person.id.text),
                        .init(
                            line.invitation.sentAt?.minute(in: event.zone)
                                ?? words["desk.invitation-queued"]),
                        .init(words["desk.answer.\(line.answerKey)"]),
                        .init(line.invitation.answeredAt?.minute(in: event.zone) ?? ""),
                        .init(words["desk.standing.\(line.line.registration.standing.rawValue)"]),
                    ],
                    choice: .init(name: "person", value: person.id.text, label: person.name.full))
            })
    }

    /// The fields by which an officer writes down what somebody answered.
    func answerFields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "answer", words["desk.answer-column"],
                .menu(words.options(Invitation.Answer.self, "desk.answer")), isRequired: true),
            FormField(
                "channel", words["desk.channel"],
                .menu(
                    [Invitation.Channel.telephone, .letter, .mail].map {
                        .init($0.rawValue, words["desk.channel.\($0.rawValue)"])
                    }), ["telephone"], isRequired: true),
            FormField("note", words["desk.note"], .line("text"), most: 500),
        ]
    }

    private func takeAnswers(_ form: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let people = form.all("person").map { PersonMention($0) }
        guard !people.isEmpty else { throw Problem(.valueInvalid, words["desk.nobody-chosen"]) }
        guard let answer = Invitation.Answer(rawValue: form["answer"]),
            let channel = Invitation.Channel(rawValue: form["channel"])
        else { throw Problem(.valueInvalid, words["fault.choice"]) }
        let event = try visit.code()
        let reports = try await office.invitationDesk(try visit.actor).answer(
            answer, from: people, to: event, by: channel, note: form["note"])
        return Response.redirect(
            to: visit.to(
                "/office/events/\(PercentText.encoded(event.text))/invitations",
                ["said": "answered", "n": String(reports.count)]))
    }

    /// Invites or reminds, once the list of those who would get a mail was looked at.
    private func takeInvitation(_ form: InvitingForm, _ visit: Visit) async throws -> Response {
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let room = office.postRoom(try visit.actor)
        let circular = try Circular(form.matter, note: form.note)
        guard form.isConfirmed else {
            let shown = Preview(
                action: event.path + "/invitations", kept: form.kept,
                back: visit.to(event, "/invitations"))
            return try await preview(
                of: circular, at: event,
                titled: form.isReminder ? "desk.remind" : "desk.invite", shown, visit)
        }
        let plan = try await room.queue(circular, at: event.code)
        return Response.redirect(
            to: visit.to(
                event, "/invitations",
                ["said": form.isReminder ? "reminded" : "invited", "n": String(plan.count)]))
    }

    /// Who gets a mail and who not, in a table.
    func planGrid(_ plan: InvitationPlan, _ words: PageWords) -> Grid {
        Grid(
            "plan", words["desk.plan-of-mail"],
            columns: [
                words["desk.column-name"], words["desk.column-number"], words["field-email"],
                words["desk.verdict"],
            ], none: words["desk.nobody"],
            rows: plan.lines.map { line in
                Grid.Row(
                    line.person.name.full, line.person.id.text, line.person.address?.text ?? "",
                    words["desk.verdict.\(line.verdict.rawValue)"])
            })
    }
}

extension InvitationLine {
    /// The answer by which they are counted; those without one are `none`.
    fileprivate var answerKey: String { invitation.answer?.rawValue ?? "none" }
}
