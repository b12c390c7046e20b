package import Convene

/// People that nobody will take for real ones: their family names say “example” in some language.
extension PersonDraft {
    /// From Kazakhstan, a woman, of a ministry.
    package static let ada = sample(
        "Ada", "Example", .female, "KZ", "ada@example.org", "Ministry of Samples", .ministry)
    /// From Kazakhstan, a woman, of a museum.
    package static let grace = sample(
        "Grace", "Sample", .female, "KZ", "grace@example.org", "Museum of Samples", .museum)
    /// From Ukraine, a man, of a museum.
    package static let alan = sample(
        "Alan", "Specimen", .male, "UA", "alan@example.org", "Museum of Samples", .museum)
    /// From Ukraine, a man, of no organisation.
    package static let edsger = sample(
        "Edsger", "Voorbeeld", .male, "UA", "edsger@example.org", "", nil)
    /// Told the register neither country nor gender.
    package static let sophie = sample(
        "Sophie", "Exemple", .undisclosed, "", "sophie@example.org", "", .ngo)
    /// From Kazakhstan, with a name in Cyrillic letters.
    package static let kirill = sample(
        "Кирилл", "Примеров", .male, "KZ", "kirill@example.org", "", .academia)
    /// Has no address.
    package static let jean = sample("Jean", "Esempio", .male, "IT", "", "", nil)

    package static let everybody = [ada, grace, alan, edsger, sophie, kirill]

    private static func sample(
        _ given: String, _ family: String, _ gender: Gender, _ country: String, _ address: String,
        _ organisation: String, _ stakeholder: StakeholderGroup?
    ) -> PersonDraft {
        PersonDraft(
            person: Person(
                name: PersonName(stored: given, family: family, patronymic: ""), gender: gender,
                country: Country(code: country),
                addresses: address.isEmpty ? [] : [EmailAddress(stored: address)],
                stakeholder: stakeholder),
            organisation: organisation)
    }

    /// The n-th of a crowd: as many as a test needs.
    package static func guest(_ number: Int) -> PersonDraft {
        sample(
            "Guest", "N\(number)", number.isMultiple(of: 2) ? .male : .female, "KZ",
            "guest\(number)@example.net", "", nil)
    }

    /// How a test names them.
    package var mention: PersonMention {
        PersonMention(person.address?.text ?? person.name.full)
    }
}

extension PersonMention {
    package static let ada = PersonDraft.ada.mention
    package static let grace = PersonDraft.grace.mention
    package static let alan = PersonDraft.alan.mention
    package static let edsger = PersonDraft.edsger.mention
    package static let sophie = PersonDraft.sophie.mention
    package static let kirill = PersonDraft.kirill.mention
    package static let jean = PersonDraft.jean.mention
}

extension Code {
    /// The event of most tests: five days in Kyiv, from Monday 3 to Friday 7 October 2011.
    package static let kyiv = Code(stored: "kyiv-2011")
    /// Another, of two days in Baku.
    package static let baku = Code(stored: "baku-2011")
    package static let museums = Code(stored: "museums")
}

extension ClosedRange<Day> {
    /// Monday to Friday, five days.
    package static let octoberWeek = days(15_250, 15_254)
    /// The two days before.
    package static let octoberWeekend = days(15_248, 15_249)

    package static func days(_ first: Int, _ last: Int) -> ClosedRange<Day> {
        Day(daysSince1970: first)...Day(daysSince1970: last)
    }
}
