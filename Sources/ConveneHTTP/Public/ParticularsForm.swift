import Convene

/// The part of a form in which people answer the organiser's questions, say what they need, and
/// agree to its being kept.
struct ParticularsForm {
    private let form: FormData
    private let questions: [Question]

    init(_ form: FormData, _ questions: [Question]) {
        self.form = form
        self.questions = questions
    }

    /// What somebody has said before, as a form that has been filled in.
    init(_ sheet: GuestSheet) {
        questions = sheet.notice.questions
        var fields = [
            "dietary": [sheet.needs?.dietary ?? ""], "access": [sheet.needs?.access ?? ""],
            "visa": sheet.needs?.visaLetter == true ? ["yes"] : [],
            "consent": sheet.needs?.consentAt == nil ? [] : ["yes"],
        ]
        for answer in sheet.answers {
            fields[answer.question.field] = answer.value.split(separator: "\n").map(String.init)
        }
        form = FormData(fields)
    }

    /// The fields, in the order in which they are asked.
    func fields(_ words: PageWords) -> [FormField] {
        questions.map { field(of: $0, words) } + [
            FormField(
                "dietary", words["field-dietary"], .area, form.all("dietary"),
                hint: words["hint-dietary"], most: 1000),
            FormField(
                "access", words["field-access"], .area, form.all("access"),
                hint: words["hint-access"], most: 1000),
            FormField(
                "visa", words["field-visa"], .boxes([.init("yes", words["option-visa"])]),
                form.all("visa")),
            FormField(
                "consent", words["field-consent"],
                .boxes([.init("yes", words["option-consent"])]), form.all("consent"),
                isRequired: true),
        ]
    }

    /// What was said; what is wrong with it is kept, field by field.
    func particulars(_ faults: inout FormFaults) -> Particulars {
        var answers: [Question.ID: [String]] = [:]
        for question in questions {
            answers[question.id] = form.all(question.field)
            _ = faults.reading(question.field) { () throws(Problem) in
                try question.reading(form.all(question.field))
            }
        }
        for field in ["dietary", "access"] where form[field].utf8.count > 2000 {
            faults.add("value.invalid", to: field)
        }
        if !form.has("consent") { faults.add("consent.missing", to: "consent") }
        return Particulars(
            dietary: form["dietary"], access: form["access"], visaLetter: form.has("visa"),
            consents: form.has("consent"), answers: answers)
    }

    private func field(of question: Question, _ words: PageWords) -> FormField {
        let options = question.choices.map { FormField.Option($0, $0) }
        let kind: FormField.Kind =
            switch question.kind {
            case .text: .area
            case .number: .line("text")
            case .date: .line("date")
            case .choice: .choice(options)
            case .several: .boxes(options)
            case .yesNo: .choice([.init("yes", words["yes"]), .init("no", words["no"])])
            }
        return FormField(
            question.field, question.wording, kind, form.all(question.field),
            isRequired: question.isRequired, most: 4000)
    }
}

extension Question {
    /// The name of its field; by its number in the register, which stays when others move up.
    fileprivate var field: String { "q\(id.rawValue)" }
}
