/// One training, workshop, seminar, expert meeting, … of at most one programme.
package struct Event: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Event>

    package var id: ID
    package var code: Code
    package var programme: Programme.ID?
    package var kind: Kind
    package var title: String
    /// When it is planned, as precisely as known; nothing when nobody has said yet.
    package var term: Term?
    /// The agreed dates.
    package var dates: ClosedRange<Day>?
    package var city: String
    package var country: Country?
    package var venue: String
    package var zone: Zone
    package var mode: Mode
    /// How many seats there are; nothing when there is no limit.
    package var capacity: Int?
    /// The share of the counting sessions, in per cent, at which somebody has completed it.
    package var completionPercent: Int
    package var languages: [Language]
    package var description: String
    /// What letters about the event say besides, as the organisers wrote it.
    package var mailText: String
    /// Who answers questions about it, if not the office.
    package var contact: Contact?
    /// The day by which those who are invited are asked to answer.
    package var answerBy: Day?
    package var admission: Admission
    package var status: Status

    package static let usualCompletionPercent = 80

    package init(
        id: ID = ID(0), code: Code, programme: Programme.ID? = nil, kind: Kind, title: String,
        term: Term? = nil, dates: ClosedRange<Day>? = nil, city: String = "",
        country: Country? = nil, venue: String = "", zone: Zone = .utc, mode: Mode = .inPerson,
        capacity: Int? = nil, completionPercent: Int = usualCompletionPercent,
        languages: [Language] = [], description: String = "", mailText: String = "",
        contact: Contact? = nil, answerBy: Day? = nil, admission: Admission = .registration,
        status: Status = .planned
    ) {
        self.id = id
        self.code = code
        self.programme = programme
        self.kind = kind
        self.title = title
        self.term = term
        self.dates = dates
        self.city = city
        self.country = country
        self.venue = venue
        self.zone = zone
        self.mode = mode
        self.capacity = capacity
        self.completionPercent = completionPercent
        self.languages = languages
        self.description = description
        self.mailText = mailText
        self.contact = contact
        self.answerBy = answerBy
        self.admission = admission
        self.status = status
    }

    package enum Kind: String, Sendable, CaseIterable {
        case regionalTraining = "regional-training"
        case nationalTraining = "national-training"
        case workshop, seminar
        case expertMeeting = "expert-meeting"
        case conference, visit, exhibition, lecture, other
    }

    /// Who may come to an event's list by the public page while the event is open.
    package enum Admission: String, Sendable, CaseIterable {
        /// Nobody: people are invited.
        case invitation
        /// Whoever applies, once an officer has approved.
        case application
        /// Whoever registers, while there are seats.
        case registration
    }

    package enum Mode: String, Sendable, CaseIterable {
        case inPerson = "in-person"
        case online, hybrid
    }

    /// Where an event is in its life. What may be done is decided by this, never by today's date.
    package enum Status: String, Sendable, CaseIterable {
        case planned, open, closed, held, postponed, cancelled
    }
}
