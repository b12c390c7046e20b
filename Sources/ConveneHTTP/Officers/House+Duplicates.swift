import Convene
import Hummingbird

extension House {
    /// People who may be one: looked at side by side, made one field by field, or told apart.
    func addDuplicates(to router: some RouterMethods<Visit>) {
        router.get("/office/people/duplicates") { request, visit in
            try await duplicatesPage(request, visit)
        }
        router.get("/office/people/duplicates/:first/:second") { _, visit in
            try await mergePage(visit)
        }
        router.post("/office/people/duplicates/:first/:second") { request, visit in
            try await takeMerge(MergeForm(try await form(request, visit)), visit)
        }
        router.post("/office/people/duplicates/undo") { request, visit in
            let form = try await form(request, visit)
            let (kept, _) = try await office.personDesk(try visit.actor).unmerge(
                PersonMention(form["person"]))
            return Response.redirect(to: visit.to(kept.path, ["said": "unmerged"]))
        }
    }

    private func duplicatesPage(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let query = request.uri.queryParameters
        let country = query.get("country").flatMap { Country(code: $0) }
        let pairs = try await office.personDesk(try visit.actor).duplicates(
            country: country, limit: 100)
        let fields = [
            FormField.filter(
                "country", words["field-country"],
                countries.lines(in: words.language).map { .init($0.code, $0.name) }, country?.code,
                all: words["desk.all"])
        ]
        var values = fields.forTemplate
        values["pairs"] =
            Grid(
                "pairs", words["desk.duplicates"],
                columns: [
                    words["desk.pair"], words["desk.second"], words["desk.likeness"],
                ], none: words["desk.duplicates-none"],
                rows: pairs.map { pair in
                    Grid.Row([
                        .init(
                            words.sketch(pair.first),
                            link: visit.to(Self.path(pair.first.id, pair.second.id))),
                        .init(words.sketch(pair.second)), .init(words.reasons(pair.likeness)),
                    ])
                }
            ).forTemplate
        values.add("lang-field", visit.chosenLanguage?.code)
        values.add("said", words.said(request))
        values.add("undo", query.get("undo"))
        return desk(
            "desk-duplicates", titled: words["desk.duplicates"], in: .people, visit, values)
    }

    private static func path(_ first: Person.ID, _ second: Person.ID) -> String {
        "/office/people/duplicates/\(first.text)/\(second.text)"
    }

    private func mergePage(_ visit: Visit) async throws -> Response {
        let words = words(visit)
        let desk = office.personDesk(try visit.actor)
        let files = (try await desk.file(try visit.first), try await desk.file(try visit.second))
        var (choices, against): ([PersonMerge.Choice], Problem?) = ([], nil)
        do {
            choices = try await desk.mergePlan(try visit.first, try visit.second).choices
        } catch let problem as Problem where problem.code == .mergeEvent {
            // They can't be made one now, but be told apart.
            against = problem
        }
        let (first, second) = (files.0.person, files.1.person)
        var values: [String: Any] = [
            "action": Self.path(first.id, second.id), "first-number": first.id.text,
            "second-number": second.id.text, "likeness": words["desk.merge-text"],
            "lines": words.lines(of: files.0, and: files.1, choices), "can-merge": against == nil,
            "details": against?.details ?? [],
        ]
        values.add("against", against.map(words.text(of:)))
        return self.desk(
            "desk-merge",
            titled: words.text(
                "desk.merge-title", ["first": first.name.full, "second": second.name.full]),
            in: .people, visit, values)
    }

    private func takeMerge(_ form: MergeForm, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let desk = office.personDesk(try visit.actor)
        let (first, second) = (try visit.first, try visit.second)
        if form.isApart {
            _ = try await desk.tellApart(first, second)
            return Response.redirect(
                to: visit.to("/office/people/duplicates", ["said": "apart"]))
        }
        guard form.isConfirmed else {
            let plan = try await desk.mergePlan(first, second, taking: form.sides)
            return preview(
                titled: words.text(
                    "desk.merge-preview-title",
                    ["first": plan.merge.before.id.text, "second": plan.merge.gone.id.text]),
                words.moves(of: plan),
                Preview(
                    action: Self.path(plan.merge.before.id, plan.merge.gone.id), kept: form.kept,
                    back: visit.to(Self.path(plan.merge.before.id, plan.merge.gone.id)),
                    grids: [plan.grid(words)]), in: .people, visit)
        }
        let plan = try await desk.merge(first, second, taking: form.sides)
        return Response.redirect(
            to: visit.to(
                "/office/people/duplicates",
                ["said": "merged", "undo": plan.merge.gone.id.text]))
    }
}

/// What of each field is to stay when two people are made one.
private struct MergeForm {
    private let data: FormData

    init(_ data: FormData) { self.data = data }

    var isApart: Bool { data["step"] == "apart" }
    var isConfirmed: Bool { data.has("confirmed") }

    var sides: [PersonMerge.Field: MergeSide] {
        Dictionary(
            uniqueKeysWithValues: PersonMerge.Field.allCases.compactMap { field in
                MergeSide(rawValue: data[field.rawValue]).map { (field, $0) }
            })
    }

    var kept: [(String, String)] {
        sides.map { ($0.key.rawValue, $0.value.rawValue) }.sorted { $0.0 < $1.0 }
    }
}

extension MergePlan {
    /// What stays and what goes.
    fileprivate func grid(_ words: PageWords) -> Grid {
        Grid(
            "choices", words["desk.merge-caption"],
            columns: [words["desk.column-field"], words["desk.stays"], words["desk.goes"]],
            rows: choices.map { choice in
                Grid.Row(
                    words["desk.field.\(choice.field.rawValue)"], choice.stays, choice.goes)
            })
    }
}

extension PageWords {
    /// What goes from the one to the other.
    fileprivate func moves(of plan: MergePlan) -> [String] {
        let merge = plan.merge
        let counts = [
            ("registrations", merge.moved.count), ("messages", merge.messages.count),
            ("taken-back", merge.setAside.reduce(0) { $0 + $1.takenBack.count }),
        ]
        let names = [
            ("events", plan.events.map(\.text)),
            (
                "given-way",
                merge.setAside.map {
                    let registration = $0.registration
                    return registration.person.text + " "
                        + self["desk.standing.\(registration.standing.rawValue)"]
                }
            ),
            ("addresses", merge.gone.addresses.map(\.text)),
        ]
        return counts.filter { $0.1 > 0 }.map { text("desk.move.\($0.0)", count: $0.1) }
            + names.filter { !$0.1.isEmpty }.map {
                text("desk.move.\($0.0)", ["names": $0.1.joined(separator: ", ")])
            }
    }
}

extension PersonMerge.Field {
    /// Addresses and notes of both are kept, unless one is asked for first.
    fileprivate var canBeChosen: Bool { self != .notes && self != .email }
}

extension PageWords {
    /// Field by field what the two say, with a choice where they don't say the same.
    fileprivate func lines(
        of first: PersonFile, and second: PersonFile, _ choices: [PersonMerge.Choice]
    ) -> [[String: Any]] {
        PersonMerge.Field.allCases.compactMap { field in
            let texts = [first, second].map { text(field, of: $0) }
            guard texts.contains(where: { !$0.isEmpty }) else { return nil }
            let choice = choices.first { $0.field == field }
            let canChoose = choice != nil && texts[0] != texts[1] && field.canBeChosen
            let chosen = choice?.side == .second ? MergeSide.second : .first
            return [
                "field": field.rawValue, "field-word": self["desk.field.\(field.rawValue)"],
                "sides": zip([MergeSide.first, .second], texts).map { side, text in
                    [
                        "side": side.rawValue, "text": text.isEmpty ? "–" : text,
                        "can-choose": canChoose && !text.isEmpty, "is-chosen": side == chosen,
                    ]
                },
            ]
        }
    }

    /// A field of somebody as people read it.
    private func text(_ field: PersonMerge.Field, of file: PersonFile) -> String {
        let person = file.person
        return switch field {
        case .name: person.name.full
        case .patronymic: person.name.patronymic
        case .otherName: person.otherName?.full ?? ""
        case .gender: self["desk.gender.\(person.gender.rawValue)"]
        case .country: person.country?.name(in: language) ?? ""
        case .email: person.addresses.map(\.text).joined(separator: ", ")
        case .organisation: file.organisation?.name ?? ""
        case .stakeholder: person.stakeholder.map { self["stakeholder.\($0.rawValue)"] } ?? ""
        case .position: person.position
        case .languages: person.languages.map(\.code).joined(separator: " ")
        case .notes: person.notes
        }
    }
}

extension Visit {
    fileprivate var first: PersonMention { get throws { PersonMention(try part("first")) } }
    fileprivate var second: PersonMention { get throws { PersonMention(try part("second")) } }
}
