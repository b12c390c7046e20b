import Convene

/// The form of a programme and its targets.
struct ProgrammeForm {
    let data: FormData

    init(_ data: FormData) { self.data = data }

    init(_ programme: Programme, of all: [Programme]) {
        var fields = [
            "code": [programme.code.text], "title": [programme.title],
            "parent": [all.first { $0.id == programme.parent }?.code.text ?? ""],
            "start": [programme.startYear.map(String.init) ?? ""],
            "end": [programme.endYear.map(String.init) ?? ""],
            "countries": [programme.countries.map(\.code).joined(separator: "; ")],
            "agreement": [programme.agreement],
        ]
        for target in programme.targets {
            fields[Self.name(of: target.measure)] = [String(target.goal)]
        }
        data = FormData(fields)
    }

    /// What a target can count.
    static let measures: [Programme.Target.Measure] =
        [.countries, .people, .women] + Event.Kind.allCases.map { .events($0) }

    func fields(_ house: House, _ others: [Programme], _ visit: Visit) -> [FormField] {
        let words = house.words(visit)
        return [
            FormField(
                "title", words["desk.event.title"], .line("text"), data.all("title"),
                isRequired: true, most: 500),
            FormField(
                "code", words["desk.code"], .line("text"), data.all("code"), isRequired: true,
                hint: words["desk.programme.code-hint"], most: 60),
            FormField(
                "parent", words["desk.programme.parent"],
                .menu(others.map { .init($0.code.text, $0.title) }), data.all("parent")),
            year("start", words), year("end", words),
            FormField(
                "countries", words["desk.programme.countries"], .line("text"),
                data.all("countries"), hint: words["desk.programme.countries-hint"], most: 2000),
            FormField(
                "agreement", words["desk.agreement"], .line("text"), data.all("agreement"),
                most: 500),
        ] + targets(house, words, visit)
    }

    private func year(_ id: String, _ words: PageWords) -> FormField {
        FormField(id, words["desk.programme.\(id)"], .line("number"), data.all(id), most: 4)
    }

    private func targets(_ house: House, _ words: PageWords, _ visit: Visit) -> [FormField] {
        Self.measures.enumerated().map { index, measure in
            let name = Self.name(of: measure)
            var field = FormField(
                name, words.text(of: measure, house, visit), .line("number"), data.all(name),
                most: 9)
            if index == 0 {
                field.opens = words["desk.programme.targets"]
                field.hint = words["desk.programme.targets-hint"]
            }
            return field
        }
    }

    /// - Throws: ``FormFaults`` with every field that can't be read.
    func programme(of others: [Programme]) throws -> Programme {
        let code = try (try? Code(data["code"])) ?? Code("new")
        var programme = Programme(code: code, title: "")
        try apply(to: &programme, others)
        return programme
    }

    /// - Throws: ``FormFaults`` with every field that can't be read.
    func apply(to programme: inout Programme, _ others: [Programme]) throws {
        var faults = FormFaults()
        var read = programme
        if let code = faults.reading("code", { () throws(Problem) in try Code(data["code"]) }) {
            read.code = code
        }
        read.title = data["title"]
        if read.title.isEmpty { faults.add("empty", to: "title") }
        read.parent = others.first { $0.code.text == data["parent"] }?.id
        read.startYear = whole("start", &faults)
        read.endYear = whole("end", &faults)
        read.agreement = data["agreement"]
        let countries = data["countries"].split(whereSeparator: { $0 == ";" || $0 == "," })
        read.countries = countries.compactMap { text in
            faults.reading("countries") { () throws(Problem) in
                try Country.reading(String(text).withoutBlanksAtEnds)
            }
        }
        read.targets = Self.measures.compactMap { measure in
            whole(Self.name(of: measure), &faults).map { .init(measure: measure, goal: $0) }
        }
        guard faults.isEmpty else { throw faults }
        programme = read
    }

    private func whole(_ field: String, _ faults: inout FormFaults) -> Int? {
        guard data.has(field) else { return nil }
        let number = Int(data[field]).flatMap { (1...100_000_000).contains($0) ? $0 : nil }
        if number == nil { faults.add("whole", to: field) }
        return number
    }

    private static func name(of measure: Programme.Target.Measure) -> String {
        "target-\(measure.text)"
    }
}
