import Convene
import Hummingbird

extension House {
    /// One registration, with everything that happened to it.
    func addRegistrationFile(to router: some RouterMethods<Visit>) {
        router.get("/office/events/:event/registrations/:person") { request, visit in
            let file = try await office.registrationDesk(try visit.actor).file(
                PersonMention(try visit.part("person")), at: try visit.code())
            return registrationPage(file, said: words(visit).said(request), visit)
        }
    }

    private func registrationPage(_ file: RegistrationFile, said: String?, _ visit: Visit)
        -> Response
    {
        let words = words(visit)
        let person = file.line.person
        var values: [String: Any] = [
            "event-way": visit.to(file.event), "event-name": file.event.title,
            "action": file.event.path, "number": person.id.text,
            "person-way": visit.to(person.path),
            "standing": words["desk.standing.\(file.line.registration.standing.rawValue)"],
            "facts": facts(of: file, words, visit).facts,
            "bulk": StandingForm().fields(words).forTemplate,
            "may-move": visit.offers(.confirm, on: .registration),
            "has-invitation": file.invitation != nil && visit.offers(.answer, on: .invitation),
            "answering": answerFields(words).forTemplate,
            "sessions": sessionGrid(file, words).forTemplate,
            "history": historyGrid(file, words).forTemplate,
            "answers": answerGrid(file, words).forTemplate,
        ]
        values.add("said", said)
        return desk("desk-registration", titled: person.name.full, in: .events, visit, values)
    }

    private func facts(of file: RegistrationFile, _ words: PageWords, _ visit: Visit)
        -> [(String, String)]
    {
        let (person, registration) = (file.line.person, file.line.registration)
        let invitation = file.invitation.map { invitation in
            invitation.answer.map { words["desk.answer.\($0.rawValue)"] }
                ?? words[
                    invitation.sentAt == nil ? "desk.invitation-queued" : "desk.invitation-sent"]
        }
        return [
            (words["desk.column-number"], person.id.text),
            (words["field-email"], person.addresses.map(\.text).joined(separator: ", ")),
            (words["field-gender"], words["desk.gender.\(registration.gender.rawValue)"]),
            (words["field-country"], registration.country?.name(in: words.language) ?? ""),
            (words["field-organisation"], file.line.organisation),
            (
                words["field-stakeholder"],
                registration.stakeholder.map { words["stakeholder.\($0.rawValue)"] } ?? ""
            ), (words["desk.column-role"], role(registration.role, visit)),
            (words["desk.invitation"], invitation ?? ""),
            (words["desk.column-attendance"], words.attendance(registration)),
            (words["field-dietary"], file.needs?.dietary ?? ""),
            (words["field-access"], file.needs?.access ?? ""),
            (words["field-visa"], file.needs?.visaLetter == true ? words["option-visa"] : ""),
        ]
    }

    private func sessionGrid(_ file: RegistrationFile, _ words: PageWords) -> Grid {
        Grid(
            "sessions", words["desk.column-attendance"],
            columns: [words["session"], words["desk.day"], words["desk.column-mark"]],
            none: words["desk.sessions-none"],
            rows: file.sessions.map { session in
                Grid.Row(
                    words.name(of: session), session.day.text,
                    file.marks[session.id].map { words["mark.\($0.rawValue)"] } ?? "")
            })
    }

    private func historyGrid(_ file: RegistrationFile, _ words: PageWords) -> Grid {
        Grid(
            "history", words["desk.history"],
            columns: [
                words["when"], words["desk.column-standing"], words["desk.column-actor"],
                words["desk.reason"],
            ], none: words["desk.none"],
            rows: file.history.map {
                Grid.Row(
                    $0.at.minute(in: file.event.zone),
                    words["desk.standing.\($0.standing.rawValue)"],
                    $0.actor.name, words.reason($0.reason))
            })
    }

    private func answerGrid(_ file: RegistrationFile, _ words: PageWords) -> Grid {
        Grid(
            "answers", words["desk.questions"],
            columns: [words["desk.question"], words["desk.answer-column"]],
            none: words["desk.none-said"],
            rows: file.answers.map { Grid.Row($0.question.wording, $0.text) })
    }
}
