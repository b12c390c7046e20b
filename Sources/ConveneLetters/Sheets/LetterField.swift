import Convene

/// What differs from one letter to the next of the same matter, in the order in which a ``Letter``
/// keeps it. Each has its mark on the sheet, and is written as its place asks.
enum LetterField: Int, CaseIterable {
    case salutation, name
    case salutationInHTML, nameInHTML
    case salutationInCalendar, nameInCalendar
    case uid, sequence, stamp, organiser, attendeeName, attendee

    var mark: Unicode.Scalar { SheetText.mark(rawValue) }

    /// A text for HTML: what it says of the person is to be escaped.
    static func inHTML(_ text: String) -> String {
        exchanged(in: text, salutation: .salutationInHTML, name: .nameInHTML)
    }

    /// A text for a property of the calendar.
    static func inCalendar(_ text: String) -> String {
        exchanged(in: text, salutation: .salutationInCalendar, name: .nameInCalendar)
    }

    private static func exchanged(in text: String, salutation: LetterField, name: LetterField)
        -> String
    {
        text.replacingScalars { scalar in
            switch scalar {
            case TemplateMarks.salutation: String(salutation.mark)
            case TemplateMarks.name: String(name.mark)
            default: nil
            }
        }
    }

    /// What it is for somebody; nothing where the letter has no entry for a calendar.
    func value(for addressee: Addressee, _ copy: CalendarCopy?) -> String {
        switch self {
        case .salutation: addressee.salutation
        case .name: addressee.name
        case .salutationInHTML: HTMLWriter.escaped(addressee.salutation)
        case .nameInHTML: HTMLWriter.escaped(addressee.name)
        case .salutationInCalendar: CalendarText.escaped(addressee.salutation)
        case .nameInCalendar: CalendarText.escaped(addressee.name)
        case .uid: copy?.identity.uid ?? ""
        case .sequence: copy?.identity.sequence ?? ""
        case .stamp: copy?.identity.stamp ?? ""
        case .organiser: copy?.organiser.uri ?? ""
        case .attendeeName: copy?.attendee.parameter ?? ""
        case .attendee: copy?.attendee.uri ?? ""
        }
    }
}
