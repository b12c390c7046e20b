import Convene

/// The form by which an officer puts somebody on an event's list: somebody known, by number,
/// address or name, or somebody new.
struct EntryForm {
    let data: FormData
    private let person: PersonForm

    init(_ data: FormData) {
        self.data = data
        person = PersonForm(data)
    }

    func fields(_ house: House, _ visit: Visit) -> [FormField] {
        let words = house.words(visit)
        return [
            FormField(
                "as", words["desk.entry-as"],
                .choice([
                    .init("registered", words["desk.entry-registered"]),
                    .init("nominated", words["desk.entry-nominated"]),
                ]), data.all("as").isEmpty ? ["registered"] : data.all("as"), isRequired: true),
            FormField(
                "role", words["desk.column-role"],
                .menu(Role.allCases.map { .init($0.rawValue, house.role($0, visit)) }),
                data.all("role").isEmpty ? [Role.participant.rawValue] : data.all("role"),
                isRequired: true),
            FormField(
                "known", words["desk.entry-known"], .line("text"), data.all("known"),
                hint: words["desk.entry-known-hint"], most: 254),
        ] + newcomer(words, house) + [
            FormField(
                "telling", words["desk.telling"], .boxes([.init("yes", words["desk.entry-tell"])]),
                data.all("telling")),
            FormField("reason", words["desk.reason"], .line("text"), data.all("reason"), most: 500),
        ]
    }

    /// The fields of somebody new: none is needed where somebody known is named.
    private func newcomer(_ words: PageWords, _ house: House) -> [FormField] {
        person.fields(words, house, withAddress: true).map { field in
            var field = field
            field.isRequired = false
            field.autocomplete = "off"
            if field.id == "gender" {
                field.kind = .choice(
                    Gender.allCases.map { .init($0.rawValue, words["desk.gender.\($0.rawValue)"]) })
            }
            if field.id == "email" { field.hint = nil }
            return field
        }
    }

    var known: [PersonMention] {
        data["known"].split(whereSeparator: { $0 == "," || $0 == ";" })
            .map { PersonMention(String($0)) }.filter { !$0.text.isEmpty }
    }
    var role: Role { Role(rawValue: data["role"]) ?? .participant }
    var reason: String { data["reason"] }
    var entry: RegistrationDesk.Entry {
        if data["as"] == "nominated" { return .nominated }
        return data.has("telling") ? .registeredAndTold : .registered
    }

    /// Somebody new. Of somebody whom an officer enters, only a name has to be known.
    func draft(_ faults: inout FormFaults) -> PersonDraft? {
        let name = faults.reading("family") { () throws(Problem) in
            try PersonName(
                given: data["given"], family: data["family"], patronymic: data["patronymic"])
        }
        var address: EmailAddress?
        if data.has("email") {
            address = faults.reading("email") { () throws(Problem) in
                try EmailAddress(data["email"])
            }
        }
        guard let name else { return nil }
        var drafted = Person(name: name)
        person.fillKnown(&drafted, &faults)
        drafted.addresses = address.map { [$0] } ?? []
        let organisation = person.organisation(&faults)
        return faults.isEmpty ? PersonDraft(person: drafted, organisation: organisation) : nil
    }
}
