import Convene

/// The form by which somebody answers their invitation.
struct AnswerForm {
    private let data: FormData
    private let particulars: ParticularsForm

    init(_ data: FormData, _ questions: [Question]) {
        self.data = data
        particulars = ParticularsForm(data, questions)
    }

    /// What was answered before, as a form that has been filled in.
    init(_ sheet: GuestSheet) {
        data = FormData(["answer": sheet.invitation.answer.map { [$0.rawValue] } ?? []])
        particulars = ParticularsForm(sheet)
    }

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "answer", words["field-answer"],
                .choice(
                    [Invitation.Answer.accepted, .tentative, .declined].map {
                        .init($0.rawValue, words["answer.\($0.rawValue)"])
                    }), data.all("answer"), isRequired: true)
        ] + particulars.fields(words)
    }

    /// The answer with what was said besides; who declines need say nothing else.
    func answer(_ faults: inout FormFaults) -> (Invitation.Answer, Particulars?)? {
        guard let answer = Invitation.Answer(rawValue: data["answer"]) else {
            faults.add("choice", to: "answer")
            return nil
        }
        guard answer != .declined else { return (answer, nil) }
        let particulars = particulars.particulars(&faults)
        return faults.isEmpty ? (answer, particulars) : nil
    }
}
