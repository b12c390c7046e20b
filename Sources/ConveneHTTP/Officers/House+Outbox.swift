import Convene
import HTTPTypes
import Hummingbird

extension House {
    /// The outbox: what waits, what was sent, what a server said to it, and what is to be done.
    func addOutbox(to router: some RouterMethods<Visit>) {
        router.get("/office/outbox") { request, visit in try await outboxPage(request, visit) }
        router.get("/office/outbox/:message") { request, visit in
            try await messagePage(said: words(visit).said(request), visit)
        }
        router.post("/office/outbox/acts") { request, visit in
            try await takeMailAct(try await form(request, visit), visit)
        }
        router.post("/office/outbox/hold") { request, visit in
            let form = try await form(request, visit)
            try await office.postRoom(try visit.actor).hold(form["hold-reason"])
            return Response.redirect(to: visit.to("/office/outbox", ["said": "held"]))
        }
        router.post("/office/outbox/release") { request, visit in
            _ = try await form(request, visit)
            try await office.postRoom(try visit.actor).release()
            return Response.redirect(to: visit.to("/office/outbox", ["said": "released"]))
        }
    }

    private func outboxPage(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let query = request.uri.queryParameters
        let state = query.get("state").flatMap { Message.State(rawValue: $0) }
        let event = try query.get("event").flatMap { $0.isEmpty ? nil : try Code($0) }
        let room = office.postRoom(try visit.actor)
        let messages = try await room.list(
            event: event, states: state.map { [$0] } ?? [], limit: 200)
        var values = [
            FormField(
                "event", words["desk.figures-event"], .line("text"), [event?.text ?? ""]),
            .filter(
                "state", words["desk.state"], words.options(Message.State.self, "desk.state"),
                state?.rawValue, all: words["desk.all"]),
        ].forTemplate
        values["tallies"] = tallies(try await room.count(event: event), state, event, visit)
        values["messages"] = messageGrid(messages, words, visit).forTemplate
        values["has-messages"] = !messages.isEmpty
        values["bulk"] = MailAct.fields(words).forTemplate
        values["holding"] =
            [
                FormField(
                    "hold-reason", words["desk.reason"], .line("text"), isRequired: true, most: 500)
            ].forTemplate
        let held = try await office.frontDoor(try visit.actor).card().mailHeld
        values.add("held", held.map { words.text("desk.outbox-held", ["reason": $0]) })
        values.add("lang-field", visit.chosenLanguage?.code)
        values.add("said", words.said(request))
        return desk("desk-outbox", titled: words["desk.outbox"], in: .outbox, visit, values)
    }

    private func tallies(
        _ counts: [Message.State: Int], _ chosen: Message.State?, _ event: Code?, _ visit: Visit
    ) -> [[String: Any]] {
        let words = words(visit)
        return Message.State.allCases.filter { counts[$0] != nil }.map { state in
            [
                "way": visit.to(
                    "/office/outbox", ["state": state.rawValue, "event": event?.text ?? ""]),
                "number": counts[state] ?? 0, "text": words["desk.state.\(state.rawValue)"],
                "is-here": state == chosen,
            ]
        }
    }

    private func messageGrid(_ lines: [MessageLine], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "messages", words["desk.outbox"],
            columns: [
                words["desk.message"], words["desk.column-name"], words["desk.purpose"],
                words["desk.column-event"], words["desk.state"], words["desk.due"],
                words["desk.reply"],
            ], none: words["desk.outbox-none"],
            rows: lines.map { line in
                let message = line.message
                return Grid.Row(
                    [
                        .init(message.id.text, link: visit.to("/office/outbox/\(message.id.text)")),
                        .init(line.person.name.full, note: message.address.text),
                        .init(words["desk.purpose.\(message.purpose.rawValue)"]),
                        .init(line.event.text),
                        .init(words["desk.state.\(message.state.rawValue)"]),
                        .init((message.endedAt ?? message.dueAt).minute()), .init(message.reply),
                    ],
                    choice: .init(
                        name: "message", value: message.id.text,
                        label: "\(message.id.text) \(line.person.name.full)"))
            })
    }

    private func messagePage(said: String?, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        guard let id = Message.ID(number: try visit.part("message")) else {
            throw HTTPError(.notFound)
        }
        let file = try await office.postRoom(try visit.actor).file(id)
        let message = file.line.message
        var values: [String: Any] = [
            "number": id.text, "bulk": MailAct.fields(words).forTemplate,
            "facts": [
                (words["desk.column-name"], file.line.person.name.full),
                (words["field-email"], message.address.text),
                (words["desk.column-event"], file.line.event.text),
                (words["desk.purpose"], words["desk.purpose.\(message.purpose.rawValue)"]),
                (words["desk.state"], words["desk.state.\(message.state.rawValue)"]),
                (words["desk.made"], message.madeAt.minute() + " UTC"),
                (words["desk.due"], message.dueAt.minute() + " UTC"),
                (words["desk.reply"], message.reply), ("Message-ID", message.headerID),
            ].facts,
            "attempts": attemptGrid(file.attempts, words).forTemplate,
        ]
        values.add(
            "letter", file.content.map { "\($0.letter.subject)\n\n\($0.letter.plain)" })
        values.add("said", said)
        return desk(
            "desk-message", titled: "\(id.text): \(message.subject)", in: .outbox, visit, values)
    }

    private func attemptGrid(_ attempts: [MessageAttempt], _ words: PageWords) -> Grid {
        Grid(
            "attempts", words["desk.attempts"],
            columns: [words["when"], words["desk.result"], words["desk.reply"]],
            none: words["desk.attempts-none"],
            rows: attempts.map { attempt in
                Grid.Row(
                    attempt.startedAt.minute(),
                    attempt.delivery.map { words["desk.outcome.\($0.outcome.rawValue)"] } ?? "",
                    attempt.delivery.map { delivery in
                        [delivery.code.map(String.init), delivery.enhanced, delivery.reply]
                            .compactMap { $0 }.joined(separator: " ")
                    } ?? "")
            })
    }

    private func takeMailAct(_ form: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let ids = form.all("message").compactMap { Message.ID(number: $0) }
        guard !ids.isEmpty else { throw Problem(.valueInvalid, words["desk.no-mail-chosen"]) }
        guard let act = MailAct(rawValue: form["mail-act"]) else {
            throw Problem(.valueInvalid, words["fault.choice"])
        }
        if act == .cancel, !form.has("confirmed") {
            return preview(
                titled: words["desk.mail-act.cancel"],
                [words.text("desk.preview-mails", count: ids.count)],
                Preview(
                    action: "/office/outbox/acts",
                    kept: ids.map { ("message", $0.text) } + [("mail-act", act.rawValue)],
                    back: visit.to("/office/outbox"), isGrave: true), in: .outbox, visit)
        }
        let count = try await act.carryOut(.these(ids), in: office.postRoom(try visit.actor))
        return Response.redirect(
            to: visit.to("/office/outbox", ["said": "mail-\(act.rawValue)", "n": String(count)]))
    }
}

/// What can be done with mail in the outbox.
private enum MailAct: String, CaseIterable {
    case retry, hold, release, cancel

    func carryOut(_ choice: MessageChoice, in room: PostRoom) async throws -> Int {
        switch self {
        case .retry: try await room.retry(choice).count
        case .hold: try await room.hold(choice)
        case .release: try await room.release(choice)
        case .cancel: try await room.cancel(choice)
        }
    }

    static func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "mail-act", words["desk.column-act"],
                .menu(words.options(MailAct.self, "desk.mail-act")), isRequired: true)
        ]
    }
}

extension Identifier where Subject == Message {
    /// `M12` as people write it.
    fileprivate init?(number text: String) {
        guard text.uppercased().hasPrefix("M"), let number = Int64(text.dropFirst()) else {
            return nil
        }
        self.init(number)
    }
}
