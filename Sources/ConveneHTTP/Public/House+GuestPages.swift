import Convene
import ConveneLetters
import HTTPTypes
import Hummingbird

extension House {
    /// The pages behind the secret link of a mail: the answer to an invitation, and what is held on
    /// whoever has the link. Looking changes nothing, since programs follow every link (LNK-1).
    func addGuestPages(to router: Router<Visit>) {
        router.get("/answer/:token") { request, visit in
            let sheet = try await office.guestDesk.sheet(try visit.part("token"))
            return try answerPage(
                sheet, AnswerForm(sheet), FormFaults(),
                said: request.uri.queryParameters.get("said"), visit)
        }
        router.post("/answer/:token") { request, visit in
            try await takeAnswer(try await form(request, visit), visit)
        }
        router.get("/me/:token") { request, visit in
            let sheet = try await office.guestDesk.sheet(try visit.part("token"))
            let form = PersonForm(sheet.line.person, organisation: sheet.line.organisation)
            return mePage(
                sheet, form, FormFaults(), said: request.uri.queryParameters.get("said"), visit)
        }
        router.post("/me/:token") { request, visit in
            try await takeCorrection(PersonForm(try await form(request, visit)), visit)
        }
        router.post("/me/:token/withdraw") { request, visit in
            _ = try await form(request, visit)
            let token = try visit.part("token")
            try await office.guestDesk.withdraw(token: token)
            return Response.redirect(
                to: "/me/\(PercentText.encoded(token))" + visit.query(["said": "withdrawn"]))
        }
    }

    private func takeAnswer(_ data: FormData, _ visit: Visit) async throws -> Response {
        let token = try visit.part("token")
        let sheet = try await office.guestDesk.sheet(token)
        let form = AnswerForm(data, sheet.notice.questions)
        var faults = FormFaults()
        guard let (answer, particulars) = form.answer(&faults) else {
            return try answerPage(sheet, form, faults, said: nil, visit)
        }
        _ = try await office.guestDesk.answer(answer, particulars, token: token)
        return Response.redirect(
            to: "/answer/\(PercentText.encoded(token))" + visit.query(["said": answer.rawValue]))
    }

    private func takeCorrection(_ form: PersonForm, _ visit: Visit) async throws -> Response {
        let token = try visit.part("token")
        let sheet = try await office.guestDesk.sheet(token)
        var (corrected, faults) = (sheet.line.person, FormFaults())
        form.fill(&corrected, &faults)
        let organisation = form.organisation(&faults)
        guard faults.isEmpty else { return mePage(sheet, form, faults, said: nil, visit) }
        let person = corrected
        try await office.guestDesk.correct(
            token: token,
            // What was not changed here may have been changed elsewhere meanwhile.
            organisation: organisation == sheet.line.organisation ? nil : organisation
        ) { $0.takeOver(person) }
        return Response.redirect(
            to: "/me/\(PercentText.encoded(token))" + visit.query(["said": "saved"]))
    }

    private func answerPage(
        _ sheet: GuestSheet, _ form: AnswerForm, _ faults: FormFaults, said: String?,
        _ visit: Visit
    ) throws -> Response {
        let words = pages.words(in: visit.language)
        let announcement = try announcer.announcement(of: sheet.notice, in: visit.language)
        var values = facts(of: announcement, sheet.notice)
        values["token"] = PercentText.encoded(try visit.part("token"))
        values["greeting"] = words.text("greeting", ["name": sheet.line.person.name.full])
        values["standing"] = words["standing.\(sheet.line.registration.standing.rawValue)"]
        values["is-open"] = sheet.canAnswer
        values["consent-text"] = words["consent-text"]
        values.add("entrance", sheet.isFull ? words["answer-entrance-full"] : nil)
        values.add(
            "said",
            said.flatMap { words.text("answered-\($0)") }
                ?? (sheet.invitation.answer == nil ? nil : words["answered-already"]))
        values.merge(faults.marked(form.fields(words), in: words).forTemplate) { $1 }
        return page(
            "answer", titled: sheet.notice.event.title, visit, values,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func mePage(
        _ sheet: GuestSheet, _ form: PersonForm, _ faults: FormFaults, said: String?, _ visit: Visit
    ) -> Response {
        let words = pages.words(in: visit.language)
        let fields = form.fields(words, self, withAddress: false)
        var values: [String: Any] = [
            "token": visit.parameters.get("token") ?? "", "event-name": sheet.notice.event.title,
            "standing": words["standing.\(sheet.line.registration.standing.rawValue)"],
            "can-withdraw": sheet.canWithdraw,
            "facts": sheet.facts(words).map { ["label": $0.0, "value": $0.1] },
        ]
        values.add("said", said.flatMap { words.text("me-\($0)") })
        values.merge(faults.marked(fields, in: words).forTemplate) { $1 }
        return page(
            "me", titled: words["me-title"], visit, values,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension GuestSheet {
    /// What is held that can't be corrected here.
    fileprivate func facts(_ words: PageWords) -> [(String, String)] {
        let person = line.person
        let all: [(String, String)] =
            [
                (words["me-registered-as"], person.name.full),
                (words["field-email"], person.addresses.map(\.text).joined(separator: ", ")),
                (
                    words["field-country"],
                    line.registration.country?.name(in: words.language) ?? ""
                ), (words["field-organisation"], line.organisation),
                (words["field-dietary"], needs?.dietary ?? ""),
                (words["field-access"], needs?.access ?? ""),
                (words["field-visa"], needs?.visaLetter == true ? words["option-visa"] : ""),
            ] + answers.map { ($0.question.wording, $0.text) }
        return all.filter { !$0.1.isEmpty }
    }
}

extension Person {
    /// Takes over what somebody can correct of themselves; addresses and notes stay.
    mutating func takeOver(_ other: Person) {
        name = other.name
        otherName = other.otherName
        gender = other.gender
        country = other.country
        position = other.position
        stakeholder = other.stakeholder
        languages = other.languages
    }
}
