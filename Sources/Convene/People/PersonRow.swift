/// The fields of a list of people, or of nominees.
package enum PersonField: String, ListField {
    case givenName = "given_name"
    case familyName = "family_name"
    case patronymic
    case otherGivenName = "other_given_name"
    case otherFamilyName = "other_family_name"
    case gender, country, email, organisation, stakeholder, position, language, role, notes

    package var isNeeded: Bool { self == .givenName || self == .familyName }

    package var ordinal: Int { Self.ordinals[self] ?? 0 }
    private static let ordinals = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    package var synonyms: [String] {
        switch self {
        case .givenName: ["given", "first_name", "name_given"]
        case .familyName: ["family", "last_name", "surname"]
        case .email: ["e_mail", "mail", "email_address", "e_mail_address"]
        case .organisation: ["organization", "institution"]
        case .stakeholder: ["stakeholder_group", "group"]
        case .gender: ["sex"]
        case .language: ["languages"]
        default: []
        }
    }
}

/// One person of a list, as a row says.
struct PersonRow {
    var line: Int
    var draft: PersonDraft
    var role: Role?

    /// Reads a row; whatever is wrong with it goes to the faults.
    init?(_ row: Sheet.Row, _ columns: Columns<PersonField>, sheet: String?, faults: inout [Fault])
    {
        var reader = RowReader(columns, row, sheet: sheet)
        let name = Self.name(&reader)
        let other = Self.otherName(&reader)
        let gender = reader.value(.gender, Gender.reading)
        let country = reader.value(.country, Country.reading)
        let address = reader.value(.email) { try EmailAddress($0) }
        let stakeholder = reader.value(.stakeholder, StakeholderGroup.reading)
        let languages = reader.values(.language, Language.reading)
        role = reader.value(.role, Role.reading)
        faults += reader.faults
        guard let name, reader.faults.isEmpty else { return nil }
        line = row.line
        draft = PersonDraft(
            person: Person(
                name: name, otherName: other, gender: gender ?? .undisclosed, country: country,
                addresses: address.map { [$0] } ?? [], stakeholder: stakeholder,
                position: reader.text(.position), languages: languages, notes: reader.text(.notes)),
            organisation: reader.text(.organisation))
    }

    private static func name(_ reader: inout RowReader<PersonField>) -> PersonName? {
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

    private static func otherName(_ reader: inout RowReader<PersonField>) -> PersonName? {
        let (given, family) = (reader.text(.otherGivenName), reader.text(.otherFamilyName))
        guard !given.isEmpty || !family.isEmpty else { return nil }
        do { return try PersonName(given: given, family: family, patronymic: "") } catch {
            reader.note(error.message, at: .otherFamilyName)
            return nil
        }
    }
}

extension Language {
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Language {
        guard let language = Language(text.trimmed) else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a language code: use two or three letters, such as ru."
            )
        }
        return language
    }
}

extension Role {
    /// - Throws: `value.invalid`.
    package static func reading(_ text: String) throws(Problem) -> Role {
        guard let role = Role(rawValue: text.lowercased().trimmed) else {
            throw Problem(
                .valueInvalid,
                "\(text.excerpt) is not a role: use \(allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return role
    }
}
