import Convene

/// The form of all that can be said of an event.
struct EventForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    /// What the register holds of an event, as a form that has been filled in.
    init(_ file: EventFile) {
        let event = file.event
        func names(_ part: Organisation.Part) -> [String] {
            [file.organisations.filter { $0.part == part }.map(\.name).joined(separator: "\n")]
        }
        data = FormData([
            "code": [event.code.text], "title": [event.title], "kind": [event.kind.rawValue],
            "programme": [file.programme?.code.text ?? ""],
            "from": [event.dates?.lowerBound.text ?? ""],
            "to": [event.dates?.upperBound.text ?? ""], "when": [event.term?.text ?? ""],
            "city": [event.city], "country": [event.country?.code ?? ""], "venue": [event.venue],
            "timezone": [event.zone.name], "mode": [event.mode.rawValue],
            "capacity": [event.capacity.map(String.init) ?? ""],
            "completion": [String(event.completionPercent)],
            "languages": [event.languages.map(\.code).joined(separator: "; ")],
            "description": [event.description], "mail-text": [event.mailText],
            "contact": [event.contact?.text ?? ""],
            "answer-by": [event.answerBy?.text ?? ""], "admission": [event.admission.rawValue],
            "remind": [file.reminders.map(\.rule.text).joined(separator: ", ")],
            "organiser": names(.organiser), "co-organiser": names(.coOrganiser),
            "supporter": names(.supporter), "host": names(.host), "funder": names(.funder),
        ])
    }

    /// Its fields by name, as a confirming form hands them on.
    static let names =
        [
            "code", "title", "kind", "programme", "from", "to", "when", "city", "country", "venue",
            "timezone", "mode", "capacity", "completion", "languages", "description", "mail-text",
            "contact", "answer-by", "admission", "remind", "quiet",
        ] + parts.map(\.rawValue)

    /// What an organisation can be to an event.
    static let parts: [Organisation.Part] = [.organiser, .coOrganiser, .supporter, .host, .funder]

    var isTelling: Bool { !data.has("quiet") }
    var isConfirmed: Bool { data.has("confirmed") }

    var organisations: [OrganisationMention] {
        Self.parts.flatMap { part in
            data[part.rawValue].split(whereSeparator: \.isNewline).map { name in
                OrganisationMention(
                    name: name.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    part: part)
            }
        }.filter { !$0.name.isEmpty }
    }

    /// - Throws: ``FormFaults``.
    func reminders() throws -> [ReminderRule] {
        guard data.has("remind") else { return [] }
        var faults = FormFaults()
        let rules = faults.reading("remind") { () throws(Problem) in
            try ReminderRule.several(data["remind"])
        }
        guard let rules else { throw faults }
        return rules
    }

    /// An event of which only this is known.
    ///
    /// - Throws: ``FormFaults`` with every field that can't be read.
    func event(of programmes: [Programme]) throws -> Event {
        // A code that can't be read is a fault among the others.
        let code = try (try? Code(data["code"])) ?? Code("new")
        var event = Event(code: code, kind: .other, title: "")
        try apply(to: &event, programmes)
        return event
    }

    /// Writes what was filled in into an event, whose life and number it leaves.
    ///
    /// - Throws: ``FormFaults`` with every field that can't be read.
    func apply(to event: inout Event, _ programmes: [Programme]) throws {
        var faults = FormFaults()
        var read = event
        applyWords(to: &read, programmes, &faults)
        applyTimes(to: &read, &faults)
        applyPlace(to: &read, &faults)
        applyNumbers(to: &read, &faults)
        guard faults.isEmpty else { throw faults }
        event = read
    }

    private func applyWords(
        to event: inout Event, _ programmes: [Programme], _ faults: inout FormFaults
    ) {
        if !data.has("code") {
            faults.add("empty", to: "code")
        } else if let code = faults.reading(
            "code", { () throws(Problem) in try Code(data["code"]) })
        {
            event.code = code
        }
        event.title = data["title"]
        if event.title.isEmpty { faults.add("empty", to: "title") }
        if let kind = Event.Kind(rawValue: data["kind"]) {
            event.kind = kind
        } else {
            faults.add("choice", to: "kind")
        }
        event.programme = programmes.first { $0.code.text == data["programme"] }?.id
        event.description = data["description"]
        event.mailText = data["mail-text"]
        event.contact =
            data.has("contact")
            ? faults.reading("contact") { () throws(Problem) in try Contact(data["contact"]) } : nil
        if let admission = Event.Admission(rawValue: data["admission"]) {
            event.admission = admission
        }
        let languages = data["languages"].split(whereSeparator: { $0 == ";" || $0 == "," })
        event.languages = languages.compactMap { text in
            faults.reading("languages") { () throws(Problem) in
                try Language.reading(String(text).withoutBlanksAtEnds)
            }
        }
    }

    private func applyTimes(to event: inout Event, _ faults: inout FormFaults) {
        event.term =
            data.has("when")
            ? faults.reading("when") { () throws(Problem) in try Term(data["when"]) } : nil
        let first = day("from", &faults)
        let last = day("to", &faults) ?? first
        event.dates = nil
        if let first, let last {
            if first <= last { event.dates = first...last } else { faults.add("dates", to: "to") }
        } else if last != nil {
            faults.add("day.invalid", to: "from")
        }
        event.answerBy = day("answer-by", &faults)
    }

    private func applyPlace(to event: inout Event, _ faults: inout FormFaults) {
        event.city = data["city"]
        event.country = Country(code: data["country"])
        event.venue = data["venue"]
        if let mode = Event.Mode(rawValue: data["mode"]) { event.mode = mode }
        guard data.has("timezone") else { return event.zone = .utc }
        let zone = faults.reading("timezone") { () throws(Problem) in try Zone(data["timezone"]) }
        event.zone = zone ?? event.zone
    }

    private func applyNumbers(to event: inout Event, _ faults: inout FormFaults) {
        event.capacity =
            data.has("capacity")
            ? faults.reading("capacity") { () throws(Problem) in
                try Event.capacity(data["capacity"])
            } : nil
        guard data.has("completion") else {
            return event.completionPercent = Event.usualCompletionPercent
        }
        if let percent = Int(data["completion"]), (1...100).contains(percent) {
            event.completionPercent = percent
        } else {
            faults.add("value.invalid", to: "completion")
        }
    }

    private func day(_ field: String, _ faults: inout FormFaults) -> Day? {
        guard data.has(field) else { return nil }
        let day = Day(data[field])
        if day == nil { faults.add("day.invalid", to: field) }
        return day
    }
}
