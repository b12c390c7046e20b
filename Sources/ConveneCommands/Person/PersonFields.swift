import ArgumentParser
import Convene

/// What can be said of a person on the command line.
struct PersonFields: ParsableArguments {
    @Option(help: "The given name.") var given: String?
    @Option(help: "The family name.") var family: String?
    @Option(help: "The patronymic.") var patronymic: String?
    @Option(help: "The given name in the other script.") var otherGiven: String?
    @Option(help: "The family name in the other script.") var otherFamily: String?
    @Option(help: "female, male, other or undisclosed.") var gender: String?
    @Option(help: "The country, by code or name.") var country: String?
    @Option(help: "The e-mail address.") var email: String?
    @Option(help: "Where they work; made on first mention.") var organisation: String?
    @Option(help: "ministry, museum, media, union, academia, ngo, private, un or other.")
    var stakeholder: String?
    @Option(help: "What they are there.") var position: String?
    @Option(help: ArgumentHelp("Languages to write to them in: ru;en", valueName: "languages"))
    var languages: String?
    @Option(help: "Anything worth remembering.") var notes: String?

    var isEmpty: Bool {
        [
            given, family, patronymic, otherGiven, otherFamily, gender, country, email,
            organisation,
            stakeholder, position, languages, notes,
        ].allSatisfy { $0 == nil }
    }

    /// Changes what was said and leaves the rest.
    func apply(to person: inout Person) throws {
        if given != nil || family != nil || patronymic != nil {
            person.name = try PersonName(
                given: given ?? person.name.given, family: family ?? person.name.family,
                patronymic: patronymic ?? person.name.patronymic)
        }
        if otherGiven != nil || otherFamily != nil {
            person.otherName = try PersonName(
                given: otherGiven ?? person.otherName?.given ?? "",
                family: otherFamily ?? person.otherName?.family ?? "")
        }
        if let gender { person.gender = try Gender.reading(gender) }
        if let country { person.country = try Country.reading(country) }
        if let email {
            let address = try EmailAddress(email)
            person.addresses = [address] + person.addresses.filter { $0.key != address.key }
        }
        if let stakeholder { person.stakeholder = try StakeholderGroup.reading(stakeholder) }
        if let position { person.position = position }
        if let languages { person.languages = try Reading.several(languages, Language.reading) }
        if let notes { person.notes = notes }
    }

    /// Somebody new, with what is missing asked for at a terminal.
    ///
    /// - Throws: `name.invalid` where a name is missing and nobody is there to ask.
    func draft(asking terminal: Terminal) throws -> PersonDraft {
        var fields = self
        fields.given = given ?? terminal.ask("Given name")
        fields.family = family ?? terminal.ask("Family name")
        guard let given = fields.given, let family = fields.family else {
            throw Problem(.nameInvalid, "Say both names: --given Aigul --family Seitova.")
        }
        fields.gender = gender ?? terminal.ask("Gender (female, male, other, undisclosed)")
        fields.country = country ?? terminal.ask("Country")
        fields.email = email ?? terminal.ask("E-mail")
        var person = Person(name: try PersonName(given: given, family: family))
        try fields.apply(to: &person)
        return PersonDraft(person: person, organisation: organisation ?? "")
    }
}
