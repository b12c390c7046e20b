import Convene
import ConveneReports

extension APIRoute {
    static let people: [APIRoute] = [
        .list(
            "/people", "people.list", "Everybody in the register, or those found by some words.",
            .page("people", of: .personLine),
            filters: [
                .one("country", .countryWords, "Only people of this country."),
                .one(
                    "find", .name, "Parts of names in either script, an address, an organisation."),
            ]
        ) { call in
            let desk = call.office.personDesk(call.actor)
            let country = try call.filter("country").map { try Country.reading($0) }
            guard let words = call.filter("find") else {
                return .list(
                    .people(
                        try await desk.list(country: country, limit: call.page.reach), empty: ""))
            }
            let found = try await desk.find(words, limit: min(call.page.reach, 10_000))
            return .list(
                .people(found.filter { country == nil || $0.person.country == country }, empty: ""))
        },
        .add("/people", "people.add", "Enters somebody.", takes: .personNew, .person) { call in
            let desk = call.office.personDesk(call.actor)
            let person = try await desk.add(try call.body.draft())
            return .made(
                Card.person(try await desk.file(PersonMention(person.id))),
                at: "/people/\(person.id.text)")
        },
        .read("/people/{person}", "people.show", "Somebody with all their registrations.", .person)
        {
            call in
            .thing(Card.person(try await call.office.personDesk(call.actor).file(call.person())))
        },
        .change(
            "/people/{person}", "people.change",
            "Changes what is known of somebody; registrations keep what was true.",
            takes: .personChange, .person
        ) { call in
            let desk = call.office.personDesk(call.actor)
            let file = try await desk.file(call.person())
            try call.check(Card.person(file))
            let mention = PersonMention(file.person.id)
            _ = try await desk.edit(mention, organisation: call.body.text("organisation")) {
                person in
                try call.check(person, is: file.person)
                try call.body.apply(to: &person)
            }
            return .thing(Card.person(try await desk.file(mention)))
        },
    ]
}

extension Members {
    /// Somebody new.
    func draft() throws -> PersonDraft {
        var person = Person(
            name: try PersonName(given: text("given_name") ?? "", family: text("family_name") ?? "")
        )
        try apply(to: &person)
        return PersonDraft(person: person, organisation: text("organisation") ?? "")
    }

    fileprivate func apply(to person: inout Person) throws {
        try applyNames(to: &person)
        if let gender = choice("gender", as: Gender.self) { person.gender = gender }
        try change("country", &person.country) { try Country.reading($0) }
        if let email = text("email") {
            let address = try EmailAddress(email)
            person.addresses = [address] + person.addresses.filter { $0.key != address.key }
        }
        if isCleared("stakeholder") { person.stakeholder = nil }
        if let group = choice("stakeholder", as: StakeholderGroup.self) {
            person.stakeholder = group
        }
        change("position", &person.position) { $0 }
        change("notes", &person.notes) { $0 }
        if let languages = texts("languages") {
            person.languages = try languages.map { try Language.reading($0) }
        }
    }

    private func applyNames(to person: inout Person) throws {
        if ["given_name", "family_name", "patronymic"].contains(where: { text($0) != nil }) {
            person.name = try PersonName(
                given: text("given_name") ?? person.name.given,
                family: text("family_name") ?? person.name.family,
                patronymic: text("patronymic") ?? person.name.patronymic)
        }
        if ["other_given_name", "other_family_name"].contains(where: { text($0) != nil }) {
            person.otherName = try PersonName(
                given: text("other_given_name") ?? person.otherName?.given ?? "",
                family: text("other_family_name") ?? person.otherName?.family ?? "")
        }
    }
}
