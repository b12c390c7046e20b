package import Convene

/// What people do by themselves, through the service.
extension World {
    package var questions: QuestionDesk { office.questionDesk(officer) }

    /// The event in Kyiv, open to whoever registers.
    @discardableResult
    package func openEvent(
        _ code: Code = .kyiv, admission: Event.Admission = .registration, capacity: Int? = nil
    ) async throws -> Event {
        try await event(code, capacity: capacity)
        _ = try await events.edit(code) { $0.admission = admission }
        return try await events.move(code, to: .open, reason: "").event
    }

    /// Has the event ask how people will come: by bus or by train.
    @discardableResult
    package func ask(isRequired: Bool = false, at event: Code = .kyiv) async throws -> [Question] {
        try await questions.add(
            .choice, "How will you come?", choices: ["Bus", "Train"], isRequired: isRequired,
            to: event)
    }

    /// Registers somebody as they do it themselves.
    @discardableResult
    package func apply(
        _ draft: PersonDraft, _ particulars: Particulars = Particulars(consents: true),
        at event: Code = .kyiv
    ) async throws -> Notice.Entrance {
        try await office.registrationDesk(Actor(kind: .link, name: "public page")).take(
            Application(draft: draft, particulars: particulars), at: event)
    }

    /// The secret of the link in the last mail to somebody that has not left.
    package func token(of person: PersonMention) async throws -> String? {
        let id = try await people.person(person).id
        for message in try await outbox().reversed() where message.person == id {
            if let secret = try await post.file(message.id).content?.secret { return secret }
        }
        return nil
    }
}
