import Convene

/// What a template may speak of, by the name that stands between its double braces.
///
/// A field that has nothing to say is absent, so `{{#note}}…{{/note}}` asks whether there is one.
enum TemplateField: String, CaseIterable {
    /// The person: “Dear Aigul Seitova,”, and the name alone.
    case salutation, name
    /// The event: its title, its kind and what the person is there for, in the letter's language.
    case title, kind, role
    /// The dates in words, with the times of a single day; the term while there are no dates.
    case when
    /// The agreed dates alone; absent until they are agreed.
    case dates
    /// The sessions that have a time or a title, a line each.
    case sessions
    /// The zone of the times, where there are any.
    case zone
    /// Venue, city and country, or that it is online; and each of them.
    case place, venue, city, country, online
    case programme, organisers, supporters, languages
    /// Present, and without a text of its own, when the whole event is cancelled.
    case cancelled
    /// The same while the event is postponed.
    case postponed
    /// What the organisers say about the event in all mail, and in this one.
    case text, note
    /// The day by which an answer is asked for.
    case deadline
    /// The person's own page: to answer on, or with their certificate.
    case link
    /// The address for questions, and the office that writes.
    case contact, office

    /// What the template of a mail may speak of: not all lead to a page of the person's own.
    static func names(for purpose: Message.Purpose) -> [String] {
        allCases.filter { $0 != .link || purpose.leadsToPage }.map(\.rawValue)
    }

    /// The fields of the page around an HTML mail.
    enum Page: String, CaseIterable {
        case language, direction, subject, body
    }
}

extension Message.Purpose {
    /// Whether a mail may lead to a page of the person's own: to answer on, or with a certificate.
    var leadsToPage: Bool { isAnswered || self == .thanks }
}
