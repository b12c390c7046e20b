import Convene

extension House {
    /// People on an event's list in a table.
    func registrationGrid(
        _ lines: [RegistrationLine], of event: Event, choosing: Bool, id: String = "registrations",
        caption: String? = nil, _ words: PageWords, _ visit: Visit
    ) -> Grid {
        Grid(
            id, caption ?? words["desk.registrations"],
            columns: [
                words["desk.column-name"], words["desk.column-number"], words["field-country"],
                words["field-organisation"], words["desk.column-role"],
                words["desk.column-standing"], words["desk.column-attendance"],
            ], none: words["desk.nobody"],
            rows: lines.map { line in
                let (registration, person) = (line.registration, line.person)
                return Grid.Row(
                    [
                        .init(
                            person.name.full,
                            link: visit.to(event, "/registrations/\(person.id.text)"),
                            note: person.otherName?.full ?? ""),
                        .init(person.id.text),
                        .init(registration.country?.name(in: words.language) ?? ""),
                        .init(line.organisation), .init(role(registration.role, visit)),
                        .init(words["desk.standing.\(registration.standing.rawValue)"]),
                        .init(words.attendance(registration)),
                    ],
                    choice: choosing
                        ? .init(name: "person", value: person.id.text, label: person.name.full)
                        : nil)
            })
    }
}

extension PageWords {
    /// Whether somebody came, in a word.
    func attendance(_ registration: Registration) -> String {
        registration.completed
            ? self["desk.completed"] : registration.attended ? self["desk.attended"] : ""
    }
}
