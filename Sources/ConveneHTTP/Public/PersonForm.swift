import Convene

/// The part of a form in which people say who they are.
struct PersonForm {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What the register holds on somebody, as a form that has been filled in.
    init(_ person: Person, organisation: String, withAddress: Bool = false) {
        form = FormData([
            "email": withAddress ? [person.addresses.map(\.text).joined(separator: ", ")] : [],
            "given": [person.name.given], "family": [person.name.family],
            "patronymic": [person.name.patronymic],
            "other-given": [person.otherName?.given ?? ""],
            "other-family": [person.otherName?.family ?? ""],
            "gender": [person.gender.rawValue], "country": [person.country?.code ?? ""],
            "organisation": [organisation], "position": [person.position],
            "stakeholder": [person.stakeholder?.rawValue ?? ""],
            "language": [person.languages.first?.code ?? ""],
        ])
    }

    /// The fields, in the order in which they are asked.
    func fields(_ words: PageWords, _ house: House, withAddress: Bool) -> [FormField] {
        let names = [
            line("given", words, "given-name"),
            line("family", words, "family-name", hint: "hint-family"),
            line("patronymic", words, "additional-name", hint: "hint-patronymic"),
            line("other-given", words, hint: "hint-other"), line("other-family", words),
        ]
        let address = FormField(
            "email", words["field-email"], .line("email"), form.all("email"), isRequired: true,
            hint: words["hint-email"], autocomplete: "email", most: 254)
        return names + (withAddress ? [address] : []) + [
            FormField(
                "gender", words["field-gender"],
                .choice(Gender.allCases.map { .init($0.rawValue, words["gender.\($0.rawValue)"]) }),
                form.all("gender"), isRequired: true),
            FormField(
                "country", words["field-country"],
                .menu(house.countries.lines(in: words.language).map { .init($0.code, $0.name) }),
                form.all("country"), isRequired: true, autocomplete: "country"),
            line("organisation", words, "organization"),
            line("position", words, "organization-title"),
            FormField(
                "stakeholder", words["field-stakeholder"],
                .menu(
                    StakeholderGroup.allCases.map {
                        .init($0.rawValue, words["stakeholder.\($0.rawValue)"])
                    }), form.all("stakeholder")),
            FormField(
                "language", words["field-language"],
                .menu(
                    house.pages.languages.map {
                        .init($0.code, house.pages.words(in: $0)["language"])
                    }), form.all("language")),
        ]
    }

    /// Puts what was filled in into a person; what is wrong with it is kept, field by field.
    func fill(_ person: inout Person, _ faults: inout FormFaults) {
        if let name = faults.reading("family", name) { person.name = name }
        if Gender(rawValue: form["gender"]) == nil { faults.add("choice", to: "gender") }
        if Country(code: form["country"]) == nil { faults.add("choice", to: "country") }
        fillKnown(&person, &faults)
    }

    /// The same but for the name, where nothing need be known.
    func fillKnown(_ person: inout Person, _ faults: inout FormFaults) {
        person.otherName = faults.reading("other-family", otherName) ?? nil
        person.gender = Gender(rawValue: form["gender"]) ?? .undisclosed
        person.country = Country(code: form["country"])
        person.position = short("position", &faults)
        person.stakeholder = StakeholderGroup(rawValue: form["stakeholder"])
        if let language = Language(form["language"]) {
            person.languages = [language] + person.languages.filter { $0 != language }
        }
    }

    /// Somebody new, by what was filled in.
    func draft(_ faults: inout FormFaults) -> PersonDraft? {
        let name = faults.reading("family", name)
        let address = faults.reading("email") { () throws(Problem) in
            try EmailAddress(form["email"])
        }
        var person = Person(name: name ?? PersonName(stored: "", family: "?", patronymic: ""))
        fill(&person, &faults)
        let organisation = organisation(&faults)
        guard let address, faults.isEmpty else { return nil }
        person.addresses = [address]
        return PersonDraft(person: person, organisation: organisation)
    }

    /// All addresses of somebody, the one to write to first.
    func addresses(_ faults: inout FormFaults) -> [EmailAddress] {
        form["email"].split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace })
            .compactMap { text in
                faults.reading("email") { () throws(Problem) in
                    try EmailAddress(String(text))
                }
            }
    }

    func organisation(_ faults: inout FormFaults) -> String { short("organisation", &faults) }

    private func name() throws(Problem) -> PersonName {
        try PersonName(
            given: form["given"], family: form["family"], patronymic: form["patronymic"])
    }

    private func otherName() throws(Problem) -> PersonName? {
        guard form.has("other-given") || form.has("other-family") else { return nil }
        return try PersonName(given: form["other-given"], family: form["other-family"])
    }

    private func short(_ field: String, _ faults: inout FormFaults) -> String {
        let text = form[field]
        if text.unicodeScalars.count > 200
            || text.unicodeScalars.contains(where: { $0.value < 0x20 })
        {
            faults.add("value.invalid", to: field)
        }
        return text
    }

    private func line(
        _ id: String, _ words: PageWords, _ autocomplete: String? = nil, hint: String? = nil
    ) -> FormField {
        FormField(
            id, words["field-\(id)"], .line("text"), form.all(id),
            isRequired: id == "given", hint: hint.map { words[$0] },
            autocomplete: autocomplete)
    }
}
