/// The desk at which an event's own questions are kept.
package struct QuestionDesk: Sendable {
    let office: Office
    let actor: Actor

    /// - Throws: `event.unknown`.
    package func list(_ event: Code) async throws -> [Question] {
        try await office.read(as: actor) { inquiry in
            try inquiry.ledger.questions(of: try inquiry.event(event).id)
        }
    }

    /// Adds a question after those there are.
    ///
    /// - Throws: `event.unknown`, `question.choices`, `value.invalid`.
    package func add(
        _ kind: Question.Kind, _ wording: String, choices: [String] = [],
        isRequired: Bool = false, to event: Code
    ) async throws -> [Question] {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            let before = try deed.ledger.questions(of: event.id)
            var question = Question(
                event: event.id, number: before.count + 1, kind: kind,
                wording: wording.inOneLine,
                choices: choices.map(\.inOneLine).filter { !$0.isEmpty },
                isRequired: isRequired)
            try question.check(among: before)
            question.id = try deed.ledger.insert(question)
            try deed.log(
                .add, .question(question.id),
                ["event": event.code.text, "wording": question.wording])
            return before + [question]
        }
    }

    /// Takes a question out; those after it move up.
    ///
    /// - Parameter withAnswers: whether what was said to it goes with it.
    /// - Throws: `event.unknown`, `question.unknown`, `question.answered`.
    package func remove(_ number: Int, from event: Code, withAnswers: Bool = false) async throws
        -> [Question]
    {
        try await office.write(as: actor) { deed in
            let event = try deed.inquiry.event(event)
            let questions = try deed.ledger.questions(of: event.id)
            guard let gone = questions.first(where: { $0.number == number }) else {
                throw Problem(
                    .questionUnknown,
                    "\(event.code) asks no question \(number): “convene event question list"
                        + " \(event.code)” shows those it asks.")
            }
            let answers = try deed.ledger.countAnswers(to: gone.id)
            guard answers == 0 || withAnswers else {
                throw Problem(
                    .questionAnswered,
                    "Question \(number) has been answered \(answers) times: --with-answers takes it"
                        + " out with what was said.")
            }
            try deed.log(.remove, .question(gone.id), ["event": event.code.text])
            try deed.ledger.remove(gone.id)
            return try deed.renumber(questions.filter { $0.id != gone.id })
        }
    }
}

extension Deed {
    fileprivate func renumber(_ questions: [Question]) throws -> [Question] {
        try questions.enumerated().map { index, question in
            guard question.number != index + 1 else { return question }
            var moved = question
            moved.number = index + 1
            try ledger.update(moved)
            return moved
        }
    }
}

extension Question {
    /// - Throws: `question.choices`, `value.invalid`.
    fileprivate func check(among others: [Question]) throws(Problem) {
        guard !wording.isEmpty, wording.utf8.count <= 1000 else {
            throw Problem(.valueInvalid, "A question has words, and at most 1000 letters.")
        }
        guard others.count < Question.most else {
            throw Problem(.valueInvalid, "An event asks at most \(Question.most) questions.")
        }
        guard kind.hasChoices == (choices.count > 1), Set(choices).count == choices.count else {
            throw Problem(
                .questionChoices,
                kind.hasChoices
                    ? "A question of this kind has two different choices or more: --choices 'Bus;Train'."
                    : "Only the kinds choice and several have choices.")
        }
    }

    private static let most = 50
}

extension String {
    var inOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Office {
    package func questionDesk(_ actor: Actor) -> QuestionDesk {
        QuestionDesk(office: self, actor: actor)
    }
}
