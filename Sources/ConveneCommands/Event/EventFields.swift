import ArgumentParser
import Convene

/// What can be said of an event on the command line.
struct EventFields: ParsableArguments {
    @Option(help: "When it is planned, as precisely as known: 2011-10, '2nd quarter 2023'.")
    var when: String?

    @Option(help: ArgumentHelp("The agreed dates: 2011-10-03/2011-10-07", valueName: "from/to"))
    var dates: String?

    @Option(help: "The city.") var city: String?
    @Option(help: "The country, by code or name.") var country: String?
    @Option(help: "The building and the room.") var venue: String?
    @Option(help: ArgumentHelp("The time zone of its place: Europe/Kyiv", valueName: "zone"))
    var timezone: String?
    @Option(help: "Where people meet.") var mode: Event.Mode?
    @Option(help: ArgumentHelp("The number of seats; 'none' for no limit.", valueName: "seats"))
    var capacity: String?
    @Option(
        help: ArgumentHelp(
            "The share of the counting sessions, in per cent, that completes it.",
            valueName: "percent"))
    var completion: Int?
    @Option(help: ArgumentHelp("Its languages: ru;en", valueName: "languages"))
    var languages: String?
    @Option(help: "A few sentences on what it is about.") var description: String?
    @Option(help: ArgumentHelp("Who organises it, divided by semicolons.", valueName: "names"))
    var organisers: String?
    @Option(help: ArgumentHelp("Who organises it with them.", valueName: "names"))
    var partners: String?

    @Option(
        help: ArgumentHelp(
            "The day by which an answer is asked for; 'none' for none.", valueName: "date"))
    var answerBy: String?
    @Option(
        help: ArgumentHelp(
            "A file with what letters about the event say besides; 'none' for nothing.",
            valueName: "file"), completion: .file())
    var mailText: String?
    @Option(
        help: ArgumentHelp(
            "Who answers questions, as 'Name <address>': letters come in their name, and replies"
                + " go to them; 'none' for the office.", valueName: "person"))
    var contact: String?
    @Option(help: "Who may register by the public page while it is open.")
    var admission: Event.Admission?
    @Option(help: ReminderHelp.text) var remind: String?

    /// The rules for reminders, if anything was said of them.
    ///
    /// - Throws: `value.invalid`.
    func reminders() throws -> [ReminderRule]? { try remind.map { try ReminderRule.several($0) } }

    /// Changes what was said and leaves the rest.
    func apply(to event: inout Event) throws {
        if let when { event.term = try Term(when) }
        if let dates { event.dates = try Reading.dates(dates) }
        if let city { event.city = city }
        if let country { event.country = try Country.reading(country) }
        if let venue { event.venue = venue }
        if let timezone { event.zone = try Zone(timezone) }
        if let mode { event.mode = mode }
        if let capacity { event.capacity = capacity == "none" ? nil : try Event.capacity(capacity) }
        if let completion { event.completionPercent = completion }
        if let languages { event.languages = try Reading.several(languages, Language.reading) }
        if let description { event.description = description }
        if let answerBy { event.answerBy = answerBy == "none" ? nil : try Reading.day(answerBy) }
        if let contact { event.contact = contact == "none" ? nil : try Contact(contact) }
        if let admission { event.admission = admission }
        if let mailText { event.mailText = mailText == "none" ? "" : try TextFile.read(mailText) }
    }

    /// Who organises it, if anything was said of that.
    var organisations: [OrganisationMention]? {
        guard organisers != nil || partners != nil else { return nil }
        return Self.mentions(organisers, .organiser) + Self.mentions(partners, .coOrganiser)
    }

    private static func mentions(_ names: String?, _ part: Organisation.Part)
        -> [OrganisationMention]
    {
        (names ?? "").split(separator: ";").map { name in
            OrganisationMention(
                name: name.split(separator: " ").joined(separator: " "), part: part)
        }.filter { !$0.name.isEmpty }
    }
}
