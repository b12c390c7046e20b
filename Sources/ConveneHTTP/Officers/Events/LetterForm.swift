import Convene

/// The form by which a letter is written to people on an event's list, or those who came are thanked.
struct LetterForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    static let names = ["letter-to", "letter-people", "subject", "letter-text", "letter-note"]

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "letter-to", words["desk.letter.to"],
                .menu(Self.choices.map { .init($0, words["desk.letter.to.\($0)"]) }),
                data.all("letter-to"), isRequired: true),
            FormField(
                "letter-people", words["desk.invite-names"], .line("text"),
                data.all("letter-people"), hint: words["desk.invite-names-hint"], most: 2000),
            FormField(
                "subject", words["desk.letter.subject"], .line("text"), data.all("subject"),
                isRequired: true, most: 200),
            FormField(
                "letter-text", words["desk.letter.text"], .area, data.all("letter-text"),
                isRequired: true, hint: words["desk.letter.text-hint"], most: 20_000),
        ]
    }

    /// The field of the thanks.
    static func thanksFields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "letter-note", words["desk.invite-note"], .area,
                hint: words["desk.invite-note-hint"], most: 4000)
        ]
    }

    var isConfirmed: Bool { data.has("confirmed") }

    /// - Throws: `value.invalid` without a subject or a text; ``FormFaults`` without addressees.
    func circular(_ words: PageWords) throws -> Circular {
        let text = try LetterText(
            subject: data["subject"],
            // A form has its lines ended by CR LF.
            body: data.raw("letter-text").replacing("\r\n", with: "\n"),
            source: words["desk.letter.text"])
        return try Circular(.letter(text, try selection()))
    }

    /// - Throws: `attachment.invalid`, never: nothing goes with it.
    func thanks() throws -> Circular { try Circular(.thanks, note: data["letter-note"]) }

    private func selection() throws -> LetterSelection {
        switch data["letter-to"] {
        case "all": return .all
        case "attended": return .attended
        case "completed": return .completed
        case "people":
            let people = data["letter-people"].split(whereSeparator: { $0 == "," || $0 == ";" })
                .map { PersonMention(String($0)) }.filter { !$0.text.isEmpty }
            if !people.isEmpty { return .people(people) }
            throw Self.fault("empty", in: "letter-people")
        case let word:
            guard let standing = Standing(rawValue: word) else {
                throw Self.fault("choice", in: "letter-to")
            }
            return .standing(standing)
        }
    }

    private static func fault(_ key: String, in field: String) -> FormFaults {
        var faults = FormFaults()
        faults.add(key, to: field)
        return faults
    }

    private static let choices =
        ["all"] + Standing.allCases.map(\.rawValue) + ["attended", "completed", "people"]
}
