import Convene

/// The form of what a meeting recommended, and of what became of it.
struct OutcomeForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    init(_ outcome: Outcome) {
        data = FormData([
            "wording": [outcome.wording], "due": [outcome.due?.text ?? ""],
            "responsible": [outcome.responsible], "follow-up": [outcome.followUp],
        ])
    }

    func fields(_ words: PageWords) -> [FormField] {
        [
            FormField(
                "wording", words["desk.outcome"], .area, data.all("wording"), isRequired: true,
                most: 2000),
            FormField(
                "due", words["desk.term"], .line("text"), data.all("due"),
                hint: words["desk.event.term-hint"], most: 120),
            FormField(
                "responsible", words["desk.responsible"], .line("text"),
                data.all("responsible")),
        ]
    }

    var wording: String { data["wording"] }
    var responsible: String { data["responsible"] }
    var followUp: String { data["follow-up"] }

    /// - Throws: ``FormFaults``.
    func due() throws -> Term? {
        guard data.has("due") else { return nil }
        var faults = FormFaults()
        let term = faults.reading("due") { () throws(Problem) in try Term(data["due"]) }
        guard faults.isEmpty else { throw faults }
        return term
    }

    /// The day on which it was followed up; nothing for today.
    ///
    /// - Throws: ``FormFaults``.
    func day() throws -> Day? {
        guard data.has("done-on") else { return nil }
        guard let day = Day(data["done-on"]) else {
            var faults = FormFaults()
            faults.add("day.invalid", to: "done-on")
            throw faults
        }
        return day
    }
}
