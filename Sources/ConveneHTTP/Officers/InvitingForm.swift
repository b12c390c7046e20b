import Convene

/// The form by which people are invited, or reminded.
struct InvitingForm {
    private let data: FormData

    init(_ data: FormData) { self.data = data }

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "whom", words["desk.invite-whom"],
                .menu(
                    ["all", "nominated", "people", "reminder"].map {
                        .init($0, words["desk.invite-\($0)"])
                    }), ["all"], isRequired: true),
            FormField(
                "people", words["desk.invite-names"], .line("text"),
                hint: words["desk.invite-names-hint"], most: 1000),
            FormField(
                "invite-note", words["desk.invite-note"], .area,
                hint: words["desk.invite-note-hint"],
                most: 4000),
        ]
    }

    var matter: Circular.Matter {
        switch data["whom"] {
        case "reminder": .reminder(people.isEmpty ? nil : people)
        case "people": .invitation(.people(people))
        case "nominated": .invitation(.nominated)
        default: .invitation(.all)
        }
    }
    var note: String { data["invite-note"] }
    var isReminder: Bool { data["whom"] == "reminder" }
    var isConfirmed: Bool { data.has("confirmed") }
    var kept: [(String, String)] {
        ["whom", "people", "invite-note"].map { ($0, data[$0]) }.filter { !$0.1.isEmpty }
    }

    private var people: [PersonMention] {
        data["people"].split(whereSeparator: { $0 == "," || $0 == ";" })
            .map { PersonMention(String($0)) }.filter { !$0.text.isEmpty }
    }
}
