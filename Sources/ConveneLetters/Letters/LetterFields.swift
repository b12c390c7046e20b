import Convene
import FoundationEssentials

/// What the templates' fields say of one matter, in its language, to somebody.
struct LetterFields {
    private let matter: LetterMatter
    private let addressee: Addressee
    private let letterhead: Letterhead
    private let wording: Wording
    private let schedule: Schedule

    init(
        _ matter: LetterMatter, to addressee: Addressee, under letterhead: Letterhead,
        in wording: Wording
    ) {
        self.matter = matter
        self.addressee = addressee
        self.letterhead = letterhead
        self.wording = wording
        schedule = Schedule(matter.event, sessions: matter.sessions, in: wording)
    }

    /// The fields that have something to say. Each is on one line, but for what may have several.
    var values: [String: TemplateValue] {
        var values: [String: TemplateValue] = [:]
        for field in TemplateField.allCases {
            if let text = text(of: field), !text.isEmpty || field.isSwitch {
                values[field.rawValue] = TemplateValue(text)
            }
        }
        return values
    }

    private var event: Event { matter.event }

    private func text(of field: TemplateField) -> String? {
        switch field {
        case .text, .note, .sessions: multilineText(of: field).map(TemplateMarks.lines)
        case .link: matter.hasLink ? String(TemplateMarks.link) : nil
        case .salutation: addressee.salutation
        case .name: addressee.name
        case .cancelled: event.status == .cancelled ? "" : nil
        case .postponed: event.status == .postponed ? "" : nil
        default: lineText(of: field).map(TemplateMarks.line)
        }
    }

    private func multilineText(of field: TemplateField) -> String? {
        switch field {
        case .text: event.mailText
        case .note: matter.note
        default: schedule.sessions
        }
    }

    private func lineText(of field: TemplateField) -> String? {
        switch field {
        case .title: event.title
        case .kind: wording.kind(event.kind)
        case .role: wording.role(matter.role)
        case .when: schedule.when
        case .dates: schedule.dates
        case .zone: schedule.zone
        case .place: place
        case .venue: event.venue
        case .city: event.city
        case .country: country
        case .online: event.mode == .inPerson ? nil : wording.text("online")
        case .programme: matter.programme?.title
        case .organisers: names([.organiser, .coOrganiser, .host])
        case .supporters: names([.supporter, .funder])
        case .languages: wording.list(event.languages.map(wording.name(of:)))
        case .deadline: matter.deadline.map(wording.day)
        case .contact: (event.contact?.address ?? letterhead.replyTo).text
        case .office: letterhead.name
        case .salutation, .name, .text, .note, .sessions, .link, .cancelled, .postponed: nil
        }
    }

    private var country: String? { event.country?.name(in: wording.language) }

    /// Where it takes place.
    var place: String { wording.place(of: event) }

    private func names(_ parts: [Organisation.Part]) -> String {
        wording.names(parts, in: matter.organisers)
    }
}

extension TemplateField {
    /// Whether it has no text of its own: a section asks whether it is there.
    fileprivate var isSwitch: Bool { self == .cancelled || self == .postponed }
}
