/// The fields of a list of people, or of nominees.
package enum PersonField: String, ListField {
    case givenName = "given_name"
    case familyName = "family_name"
    case patronymic
    case otherGivenName = "other_given_name"
    case otherFamilyName = "other_family_name"
    /// The whole name in one cell, the given name first or the family name first.
    case fullName = "full_name"
    case fullNameFamilyFirst = "full_name_family_first"
    /// A form of address: `Ms`, `г-н`.
    case title
    case gender, country, email, organisation
    /// The city of the organisation.
    case city
    case stakeholder, position, language, role, notes

    package static let list = ImportBatch.List.people
    package var isNeeded: Bool { self == .givenName || self == .familyName }

    package var ordinal: Int { Self.ordinals[self] ?? 0 }
    private static let ordinals = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// One person of a list, as a row says.
struct PersonRow {
    var line: Int
    var draft: PersonDraft
    var role: Role?

    /// Reads a row; whatever is wrong with it goes to the faults.
    init?(
        _ row: Sheet.Row, _ columns: Columns<PersonField>, sheet: String?,
        findings: inout Findings
    ) {
        var reader = RowReader(columns, row, sheet: sheet)
        let (name, said) = Self.name(&reader)
        let other = Self.otherName(&reader)
        let gender = Self.gender(&reader, asTheNameSays: said)
        let country = reader.value(.country, Country.reading)
        let listed = reader.value(.email) { try EmailAddress.listed($0) }
        if let doubt = listed?.doubt { reader.warn(doubt, at: .email) }
        let stakeholder = reader.value(.stakeholder, StakeholderGroup.reading)
        let languages = reader.values(.language, Language.reading)
        role = reader.value(.role, Role.reading)
        findings.faults += reader.faults
        findings.warnings += reader.warnings
        guard let name, reader.faults.isEmpty else { return nil }
        line = row.line
        draft = PersonDraft(
            person: Person(
                name: name, otherName: other, gender: gender ?? .undisclosed, country: country,
                addresses: listed.map { [$0.address] } ?? [], stakeholder: stakeholder,
                position: reader.text(.position), languages: languages, notes: reader.text(.notes)),
            organisation: reader.text(.organisation), city: reader.text(.city))
    }

    /// The name, from its parts or taken apart, and the gender that a form of address in it says.
    private static func name(_ reader: inout RowReader<PersonField>) -> (PersonName?, Gender?) {
        let whole = [PersonField.fullNameFamilyFirst, .fullName].first(where: reader.columns.has)
        let inParts = !reader.text(.familyName).isEmpty && !reader.text(.givenName).isEmpty
        guard let whole, !inParts else { return (nameInParts(&reader), nil) }
        guard !reader.text(whole).isEmpty else {
            reader.note("The name is missing.", at: whole)
            return (nil, nil)
        }
        let order: FullName.Order = whole == .fullName ? .givenFirst : .familyFirst
        let read = reader.value(whole) { try FullName($0, order: order) }
        return (read?.name, read?.gender)
    }

    private static func nameInParts(_ reader: inout RowReader<PersonField>) -> PersonName? {
        for field in [PersonField.familyName, .givenName] where reader.text(field).isEmpty {
            reader.note(
                "The \(field == .familyName ? "family" : "given") name is missing.", at: field)
            return nil
        }
        do {
            return try PersonName(
                given: reader.text(.givenName), family: reader.text(.familyName),
                patronymic: reader.text(.patronymic))
        } catch {
            reader.note(error.message, at: .familyName)
            return nil
        }
    }

    /// The gender that the row says, in a column of its own or by a form of address; where the two
    /// contradict each other, nobody knows which is right.
    private static func gender(
        _ reader: inout RowReader<PersonField>, asTheNameSays said: Gender?
    ) -> Gender? {
        let gender = reader.value(.gender, Gender.reading)
        let title = reader.value(.title, Title.gender).flatMap { $0 } ?? said
        if let gender, let title, gender != title, gender != .undisclosed {
            reader.note(
                "The form of address says \(title.rawValue), the gender \(gender.rawValue):"
                    + " mend one of them.", at: .gender)
        }
        return gender ?? title
    }

    private static func otherName(_ reader: inout RowReader<PersonField>) -> PersonName? {
        let (given, family) = (reader.text(.otherGivenName), reader.text(.otherFamilyName))
        guard !given.isEmpty || !family.isEmpty else { return nil }
        do { return try PersonName(given: given, family: family, patronymic: "") } catch {
            reader.note(error.message, at: .otherFamilyName)
            return nil
        }
    }
}
