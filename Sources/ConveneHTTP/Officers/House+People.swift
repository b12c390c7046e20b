import Convene
import Hummingbird

extension House {
    /// The people of the register: found by name, address, number or organisation.
    ///
    /// The words that are looked for are handed in, since a name does not belong into addresses.
    func addPeople(to router: some RouterMethods<Visit>) {
        router.get("/office/people") { _, visit in try await peoplePage(FormData(), visit) }
        router.post("/office/people") { request, visit in
            try await peoplePage(try await form(request, visit), visit)
        }
        router.get("/office/people/:person") { request, visit in
            let file = try await office.personDesk(try visit.actor).file(
                PersonMention(try visit.part("person")))
            return personPage(
                file,
                PersonForm(
                    file.person, organisation: file.organisation?.name ?? "", withAddress: true),
                FormFaults(), said: words(visit).said(request), visit)
        }
        router.post("/office/people/:person") { request, visit in
            try await takePerson(PersonForm(try await form(request, visit)), visit)
        }
    }

    private func peoplePage(_ form: FormData, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let desk = office.personDesk(try visit.actor)
        let country = Country(code: form["country"])
        let page = max(1, Int(form["page"]) ?? 1)
        let people: [PersonLine]
        let isSearch = form.has("words")
        if isSearch {
            people = try await desk.find(form["words"], limit: 200)
                .filter { country == nil || $0.person.country == country }
        } else {
            people = try await desk.list(
                country: country, offset: (page - 1) * Self.peopleOnPage,
                limit: Self.peopleOnPage + 1)
        }
        let fields = [
            FormField("words", words["desk.search-words"], .line("search"), [form["words"]]),
            .filter(
                "country", words["field-country"],
                countries.lines(in: words.language).map { .init($0.code, $0.name) }, country?.code,
                all: words["desk.all"]),
        ]
        var values = fields.forTemplate
        let more = !isSearch && people.count > Self.peopleOnPage
        values["people"] =
            peopleGrid(Array(isSearch ? people[...] : people.prefix(Self.peopleOnPage)), visit)
            .forTemplate
        values["may-merge"] = visit.offers(.merge, on: .person)
        values["has-pages"] = more || page > 1
        values["pages"] = (1...(page + (more ? 1 : 0))).map {
            ["page-number": $0, "is-here": $0 == page]
        }
        return self.desk("desk-people", titled: words["desk.people"], in: .people, visit, values)
    }

    private static let peopleOnPage = 100

    private func peopleGrid(_ people: [PersonLine], _ visit: Visit) -> Grid {
        let words = words(visit)
        return Grid(
            "people", words["desk.people"],
            columns: [
                words["desk.column-name"], words["desk.column-number"], words["field-country"],
                words["field-organisation"], words["field-email"],
            ], none: words["desk.nobody"],
            rows: people.map { line in
                Grid.Row([
                    .init(
                        line.person.name.full, link: visit.to(line.person.path),
                        note: line.person.otherName?.full ?? ""),
                    .init(line.person.id.text),
                    .init(line.person.country?.name(in: words.language) ?? ""),
                    .init(line.organisation), .init(line.person.address?.text ?? ""),
                ])
            })
    }

    private func personPage(
        _ file: PersonFile, _ form: PersonForm, _ faults: FormFaults, said: String? = nil,
        _ visit: Visit
    ) -> Response {
        let words = words(visit)
        let person = file.person
        var fields = form.fields(words, self, withAddress: true)
        for index in fields.indices {
            fields[index].autocomplete = "off"
            if fields[index].id == "email" {
                fields[index].isRequired = false
                fields[index].hint = words["desk.address-hint"]
            }
        }
        var values = faults.marked(fields, in: words).forTemplate
        values["action"] = person.path
        values["may-edit"] = visit.offers(.edit, on: .person)
        values["facts"] =
            [
                (words["desk.column-number"], person.id.text),
                (words["field-email"], person.addresses.map(\.text).joined(separator: ", ")),
                (words["field-country"], person.country?.name(in: words.language) ?? ""),
                (words["field-organisation"], file.organisation?.name ?? ""),
                (words["desk.notes"], person.notes),
            ].facts
        values["registrations"] = registrationsGrid(file, words, visit).forTemplate
        values.add("said", said)
        return desk(
            "desk-person", titled: person.name.full, in: .people, visit, values,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func registrationsGrid(_ file: PersonFile, _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "registrations", words["desk.events"],
            columns: [
                words["desk.column-event"], words["when"], words["desk.column-role"],
                words["desk.column-standing"], words["desk.column-attendance"],
            ], none: words["desk.events-none"],
            rows: file.registrations.map { registration, event in
                Grid.Row([
                    .init(
                        event.title,
                        link: visit.to(event, "/registrations/\(file.person.id.text)")),
                    .init(when(event, visit)), .init(role(registration.role, visit)),
                    .init(words["desk.standing.\(registration.standing.rawValue)"]),
                    .init(words.attendance(registration)),
                ])
            })
    }

    private func takePerson(_ form: PersonForm, _ visit: Visit) async throws -> Response {
        let desk = office.personDesk(try visit.actor)
        let file = try await desk.file(PersonMention(try visit.part("person")))
        var (corrected, faults) = (file.person, FormFaults())
        form.fill(&corrected, &faults)
        let addresses = form.addresses(&faults)
        let organisation = form.organisation(&faults)
        guard faults.isEmpty else { return personPage(file, form, faults, visit) }
        let person = corrected
        let before = file.organisation?.name ?? ""
        _ = try await desk.edit(
            PersonMention(file.person.id),
            organisation: organisation == before ? nil : organisation
        ) {
            $0.takeOver(person)
            $0.addresses = addresses
        }
        return Response.redirect(to: visit.to(file.person.path, ["said": "saved"]))
    }
}
