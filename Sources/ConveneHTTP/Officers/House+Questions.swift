import Convene
import Hummingbird

extension House {
    /// What an event asks those who register, and what they say.
    func addQuestions(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/questions") { request, visit in
            try await questionsPage(FormData(), said: words(visit).said(request), visit)
        }
        router.post("/office/events/:event/questions") { request, visit in
            try await takeQuestion(try await form(request, visit), visit)
        }
        router.post("/office/events/:event/questions/:number/remove") { request, visit in
            try await removeQuestion(try await form(request, visit), visit)
        }
    }

    private func questionsPage(_ form: FormData, said: String? = nil, _ visit: Visit)
        async throws -> Response
    {
        let words = words(visit)
        let event = try await office.eventDesk(try visit.actor).event(try visit.code())
        let desk = office.registrationDesk(try visit.actor)
        let said = (said, try await desk.said(event.code))
        let lines = try await desk.list(event.code)
        var values = eventHead(event, tab: .questions, visit)
        values["questions"] = said.1.questions.map { template($0, said.1, words) }
        values["has-questions"] = !said.1.questions.isEmpty
        values["said-of"] = saidGrid(said.1, lines, of: event, words, visit).forTemplate
        values.merge(fields(form, words).forTemplate) { $1 }
        values["may-ask"] = visit.offers(.add, on: .question)
        values.add("said", said.0)
        return self.desk("desk-questions", titled: event.title, in: .events, visit, values)
    }

    private func template(_ question: Question, _ said: GuestAnswers, _ words: PageWords)
        -> [String: Any]
    {
        let values = said.answers.values.compactMap { $0[question.id] }
        let choices = values.flatMap { $0.split(separator: "\n").map(String.init) }
        let counts = question.choices.map { choice in
            "\(choice): \(choices.count { $0 == choice })"
        }
        return [
            "number": question.number, "wording": question.wording,
            "question-kind": words["desk.question-kind.\(question.kind.rawValue)"],
            "is-required": question.isRequired, "has-tally": true,
            "tally": ([words.text("desk.answers", count: values.count)] + counts)
                .joined(separator: " · "),
        ]
    }

    /// Who said what, those left out who said nothing.
    private func saidGrid(
        _ said: GuestAnswers, _ lines: [RegistrationLine], of event: Event, _ words: PageWords,
        _ visit: Visit
    ) -> Grid {
        let needs = ["field-dietary", "field-access", "field-visa"].map { words[$0] }
        return Grid(
            "said-of", words["desk.said-of"],
            columns: [words["desk.column-name"]] + said.questions.map(\.wording) + needs,
            none: words["desk.none-said"],
            rows: lines.compactMap { line in
                let answers = said.answers[line.registration.id] ?? [:]
                let need = said.needs[line.registration.id]
                let texts =
                    said.questions.map {
                        QuestionAnswer(question: $0, value: answers[$0.id] ?? "").text
                    } + [
                        need?.dietary ?? "", need?.access ?? "",
                        need?.visaLetter == true ? words["yes"] : "",
                    ]
                guard texts.contains(where: { !$0.isEmpty }) else { return nil }
                let name = Grid.Cell(
                    line.person.name.full,
                    link: visit.to(event, "/registrations/\(line.person.id.text)"))
                return Grid.Row([name] + texts.map { Grid.Cell($0) })
            })
    }

    private func fields(_ form: FormData, _ words: PageWords) -> [FormField] {
        [
            FormField(
                "wording", words["desk.question"], .line("text"), form.all("wording"),
                isRequired: true, most: 1000),
            FormField(
                "question-kind", words["desk.question-kind"],
                .menu(words.options(Question.Kind.self, "desk.question-kind")),
                form.all("question-kind"), isRequired: true),
            FormField(
                "choices", words["desk.question-choices"], .area, form.all("choices"),
                hint: words["desk.question-choices-hint"], most: 4000),
            FormField(
                "needed", words["desk.question-needed"],
                .boxes([.init("yes", words["desk.question-must"])]), form.all("needed")),
        ]
    }

    private func takeQuestion(_ form: FormData, _ visit: Visit) async throws -> Response {
        guard let kind = Question.Kind(rawValue: form["question-kind"]) else {
            throw Problem(.valueInvalid, words(visit)["fault.choice"])
        }
        let code = try visit.code()
        _ = try await office.questionDesk(try visit.actor).add(
            kind, form["wording"],
            choices: kind.hasChoices
                ? form["choices"].split(whereSeparator: \.isNewline).map(String.init) : [],
            isRequired: form.has("needed"), to: code)
        return asked(code, "question-added", visit)
    }

    /// Takes a question out; where it has been answered, only once that was looked at.
    private func removeQuestion(_ form: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let code = try visit.code()
        let number = Int(try visit.part("number")) ?? 0
        let desk = office.questionDesk(try visit.actor)
        do {
            _ = try await desk.remove(number, from: code, withAnswers: form.has("confirmed"))
        } catch let problem as Problem where problem.code == .questionAnswered {
            let event = try await office.eventDesk(try visit.actor).event(code)
            return preview(
                titled: words["desk.question-remove"], [words["desk.question-answered"]],
                Preview(
                    action: event.path + "/questions/\(number)/remove",
                    back: visit.to(event, "/questions"), isGrave: true), visit)
        }
        return asked(code, "question-removed", visit)
    }

    private func asked(_ event: Code, _ said: String, _ visit: Visit) -> Response {
        Response.redirect(
            to: visit.to(
                "/office/events/\(PercentText.encoded(event.text))/questions", ["said": said]))
    }
}
