extension PersonMerge {
    /// A field of a person that a merge decides on; the raw value is its name for people.
    package enum Field: String, Sendable, CaseIterable {
        case name, patronymic
        case otherName = "other_name"
        case gender, country, email, organisation, stakeholder, position, languages, notes
    }

    /// What a merge does with one field.
    package struct Choice: Sendable, Equatable {
        package var field: Field
        package var stays: String
        /// What is not kept; empty where nothing is lost.
        package var goes: String
        package var side: MergeSide
    }

    /// The one that two people make: what the first says stays, unless it says nothing or the
    /// second's is asked for.
    static func person(
        of first: Person, and second: Person, taking sides: [Field: MergeSide]
    ) -> (person: Person, sides: [Field: MergeSide]) {
        var person = first
        var chosen: [Field: MergeSide] = [:]
        for field in Field.allCases {
            let side = sides[field] ?? field.side(of: first, and: second, after: chosen)
            chosen[field] = side
            field.take(side, from: first, and: second, into: &person)
        }
        if person.otherName == nil { person.otherName = otherName(of: first, second, in: person) }
        let names = [first.name, second.name, first.otherName, second.otherName].compactMap { $0 }
        if sides[.patronymic] == nil, person.name.patronymic.isEmpty {
            person.name = person.name.completed(by: names)
            chosen[.patronymic] =
                person.name.patronymic == second.name.patronymic ? .second : .first
        }
        person.otherName = person.otherName?.completed(by: names)
        return (person, chosen)
    }

    /// The name that is not kept is the name in the other script, where it is in one.
    private static func otherName(of first: Person, _ second: Person, in person: Person)
        -> PersonName?
    {
        [first.name, second.name].first {
            $0.script != person.name.script && $0.script != .other && person.name.script != .other
        }
    }
}

extension PersonMerge.Field {
    fileprivate func side(
        of first: Person, and second: Person, after chosen: [PersonMerge.Field: MergeSide]
    ) -> MergeSide {
        switch self {
        case .name: .first
        case .email, .notes: isEmpty(in: first) ? .second : isEmpty(in: second) ? .first : .both
        // It goes with the name: one in the other script belongs to the other name.
        case .patronymic: chosen[.name] ?? .first
        default: isEmpty(in: first) ? .second : .first
        }
    }

    package func isEmpty(in person: Person) -> Bool {
        self == .gender
            ? person.gender == .undisclosed : text(in: person, organisation: "x").isEmpty
    }

    fileprivate func take(
        _ side: MergeSide, from first: Person, and second: Person, into person: inout Person
    ) {
        let source = side == .second ? second : first
        switch self {
        case .name:
            person.name = PersonName(
                stored: source.name.given, family: source.name.family,
                patronymic: person.name.patronymic)
        case .patronymic:
            person.name = PersonName(
                stored: person.name.given, family: person.name.family,
                patronymic: source.name.patronymic)
        case .otherName: person.otherName = source.otherName
        case .gender: person.gender = source.gender
        case .country: person.country = source.country
        case .email:
            // An address leads to one person for ever: both are kept, the question is which first.
            let addresses =
                side == .second
                ? second.addresses + first.addresses
                : first.addresses + second.addresses
            person.addresses = addresses
        case .organisation: person.organisation = source.organisation
        case .stakeholder: person.stakeholder = source.stakeholder
        case .position: person.position = source.position
        case .languages: person.languages = source.languages
        case .notes:
            person.notes =
                side == .both
                ? [first.notes, second.notes].filter { !$0.isEmpty }.joined(separator: "\n")
                : source.notes
        }
    }

    /// The field as people read it.
    func text(in person: Person, organisation: String) -> String {
        switch self {
        case .name: person.name.full
        case .patronymic: person.name.patronymic
        case .otherName: [person.otherName?.full, person.otherName?.patronymic].spoken
        case .gender: person.gender.rawValue
        case .country: person.country?.code ?? ""
        case .email: person.addresses.map(\.text).joined(separator: ", ")
        case .organisation: person.organisation == nil ? "" : organisation
        case .stakeholder: person.stakeholder?.rawValue ?? ""
        case .position: person.position
        case .languages: person.languages.map(\.code).joined(separator: " ")
        case .notes: person.notes
        }
    }
}

extension PersonName {
    /// The name with the patronymic that one of these names has in the same script, where it has
    /// none of its own.
    fileprivate func completed(by names: [PersonName]) -> PersonName {
        guard patronymic.isEmpty,
            let known = names.first(where: { !$0.patronymic.isEmpty && $0.script == script })
        else { return self }
        return PersonName(stored: given, family: family, patronymic: known.patronymic)
    }
}

extension [String?] {
    fileprivate var spoken: String {
        compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
