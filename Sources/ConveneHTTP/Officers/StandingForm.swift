import Convene

/// The form by which people are taken to another standing.
struct StandingForm {
    private let data: FormData

    init(_ data: FormData = FormData()) { self.data = data }

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "to", words["desk.bulk-to"],
                .menu(Self.offered.map { .init($0.rawValue, words["desk.to.\($0.rawValue)"]) }),
                isRequired: true),
            FormField(
                "reason", words["desk.reason"], .line("text"), hint: words["desk.reason-hint"],
                most: 500),
            FormField(
                "telling", words["desk.telling"], .boxes([.init("yes", words["desk.tell"])])),
        ]
    }

    var standing: Standing? {
        Standing(rawValue: data["to"]).flatMap { Self.offered.contains($0) ? $0 : nil }
    }
    var reason: String { data["reason"] }
    var isTelling: Bool { data.has("telling") }
    var isConfirmed: Bool { data.has("confirmed") }

    /// Whether it is looked at before it is done: a mail can't be taken back, and a seat that is
    /// freed goes to somebody else at once.
    var needsPreview: Bool { !isConfirmed && (isTelling || standing != .confirmed) }

    /// What the confirmed form brings.
    func kept(_ people: [PersonMention]) -> [(String, String)] {
        people.map { ("person", $0.text) }
            + ["to", "reason", "telling"].map { ($0, data[$0]) }.filter { !$0.1.isEmpty }
    }

    private static let offered: [Standing] = [
        .confirmed, .waitlisted, .declined, .withdrawn, .rejected,
    ]
}
