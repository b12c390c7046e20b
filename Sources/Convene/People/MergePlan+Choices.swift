extension Inquiry {
    /// What a merge does with each field that either of the two has.
    func choices(_ merge: PersonMerge, _ sides: [PersonMerge.Field: MergeSide]) throws
        -> [PersonMerge.Choice]
    {
        let first = try MergedFields(merge.before, organisation: organisationName(merge.before))
        let second = try MergedFields(merge.gone, organisation: organisationName(merge.gone))
        let after = try MergedFields(merge.after, organisation: organisationName(merge.after))
        return PersonMerge.Field.allCases.compactMap { field in
            guard !field.isEmpty(in: merge.after) || !field.isEmpty(in: merge.gone) else {
                return nil
            }
            return PersonMerge.Choice(
                field, of: first, and: second, after: after, side: sides[field] ?? .first)
        }
    }

    private func organisationName(_ person: Person) throws -> String {
        try person.organisation.flatMap { try ledger.organisation($0)?.name } ?? ""
    }
}

/// A person's fields as people read them.
private struct MergedFields {
    let person: Person
    private let organisation: String

    init(_ person: Person, organisation: String) {
        self.person = person
        self.organisation = organisation
    }

    subscript(field: PersonMerge.Field) -> String {
        field.text(in: person, organisation: organisation)
    }
}

extension PersonMerge.Choice {
    /// Nothing where all that there is of the field stands with the name in the other script.
    fileprivate init?(
        _ field: PersonMerge.Field, of first: MergedFields, and second: MergedFields,
        after: MergedFields, side: MergeSide
    ) {
        let (one, other) = (first[field], second[field])
        let kept = after.person.otherName
        var side = side
        if one == other || field == .email && !one.isEmpty && !other.isEmpty { side = .both }
        var lost = side == .both ? "" : side == .first ? other : one
        switch field {
        // What becomes the name in the other script is not lost.
        case .name where lost == kept?.full: lost = ""
        case .patronymic where lost == kept?.patronymic:
            if after[field].isEmpty { return nil }
            lost = ""
        case .otherName where one.isEmpty && other.isEmpty:
            side = kept?.full == second.person.name.full ? .second : .first
        // Nobody's gender is lost because it was never told.
        case .gender where lost == Gender.undisclosed.rawValue: lost = ""
        default: break
        }
        self.init(field: field, stays: after[field], goes: lost, side: side)
    }
}
