import Convene

extension EventForm {
    /// The fields in their order, in four parts: what it is, when and where, who comes, who holds it.
    func fields(_ house: House, _ programmes: [Programme], _ visit: Visit) -> [FormField] {
        let words = house.words(visit)
        return whatItIs(house, programmes, words, visit) + whenAndWhere(house, words)
            + whoComes(words) + whoHoldsIt(words)
    }

    private func whatItIs(
        _ house: House, _ programmes: [Programme], _ words: PageWords, _ visit: Visit
    ) -> [FormField] {
        [
            FormField(
                "title", words["desk.event.title"], .line("text"), data.all("title"),
                isRequired: true, most: 500),
            FormField(
                "code", words["desk.code"], .line("text"), data.all("code"), isRequired: true,
                hint: words["desk.event.code-hint"], most: 60),
            FormField(
                "kind", words["desk.column-kind"], .menu(house.kinds(visit)), data.all("kind"),
                isRequired: true),
            FormField(
                "programme", words["programme"],
                .menu(programmes.map { .init($0.code.text, $0.title) }), data.all("programme")),
            FormField(
                "description", words["desk.event.description"], .area, data.all("description"),
                hint: words["desk.event.description-hint"], most: 4000),
            FormField(
                "languages", words["languages-of-event"], .line("text"), data.all("languages"),
                hint: words["desk.event.languages-hint"], most: 100),
        ]
    }

    private func whenAndWhere(_ house: House, _ words: PageWords) -> [FormField] {
        var from = FormField(
            "from", words["desk.event.from"], .line("date"), data.all("from"),
            hint: words["desk.event.from-hint"])
        from.opens = words["desk.event.when-where"]
        return [
            from, FormField("to", words["desk.event.to"], .line("date"), data.all("to")),
            FormField(
                "when", words["desk.term"], .line("text"), data.all("when"),
                hint: words["desk.event.term-hint"], most: 120),
            FormField("city", words["desk.event.city"], .line("text"), data.all("city")),
            FormField(
                "country", words["field-country"],
                .menu(house.countries.lines(in: words.language).map { .init($0.code, $0.name) }),
                data.all("country")),
            FormField("venue", words["desk.event.venue"], .line("text"), data.all("venue")),
            FormField(
                "timezone", words["desk.event.timezone"], .line("text"), data.all("timezone"),
                hint: words["desk.event.timezone-hint"], most: 60),
            FormField(
                "mode", words["desk.event.mode"],
                .menu(words.options(Event.Mode.self, "desk.event.mode")),
                data.all("mode").isEmpty ? [Event.Mode.inPerson.rawValue] : data.all("mode"),
                isRequired: true),
        ]
    }

    private func whoComes(_ words: PageWords) -> [FormField] {
        let usual = Event.Admission.registration.rawValue
        var admission = FormField(
            "admission", words["desk.admission"],
            .menu(words.options(Event.Admission.self, "desk.admission")),
            data.all("admission").isEmpty ? [usual] : data.all("admission"), isRequired: true)
        admission.opens = words["desk.event.who-comes"]
        return [
            admission,
            FormField(
                "capacity", words["desk.event.capacity"], .line("number"), data.all("capacity"),
                hint: words["desk.event.capacity-hint"], most: 7),
            FormField(
                "completion", words["desk.event.completion"], .line("number"),
                data.all("completion").isEmpty
                    ? [String(Event.usualCompletionPercent)] : data.all("completion"),
                hint: words["desk.event.completion-hint"], most: 3),
            FormField(
                "answer-by", words["desk.answer-by"], .line("date"), data.all("answer-by")),
            FormField(
                "remind", words["desk.event.remind"], .line("text"), data.all("remind"),
                hint: words["desk.event.remind-hint"]),
            FormField(
                "mail-text", words["desk.event.mail-text"], .area, data.all("mail-text"),
                hint: words["desk.event.mail-text-hint"], most: 20_000),
            FormField(
                "contact", words["desk.event.contact"], .line("text"), data.all("contact"),
                hint: words["desk.event.contact-hint"], most: 400),
        ]
    }

    private func whoHoldsIt(_ words: PageWords) -> [FormField] {
        Self.parts.map { part in
            var field = FormField(
                part.rawValue, words["desk.part.\(part.rawValue)"], .area,
                data.all(part.rawValue), hint: words["desk.one-a-line"], most: 4000)
            if part == .organiser { field.opens = words["desk.event.who-holds"] }
            return field
        }
    }
}
