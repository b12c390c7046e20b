import Convene

import struct FoundationEssentials.Date

/// What the calendar entry of one guest says that those of the others don't.
struct CalendarCopy: Sendable {
    /// As the entry writes it.
    var uid: String
    var sequence: String
    var stamp: String
    /// Whom the answer goes to: by the tag of its address it is known whose it is (ICS-6).
    var organiser: CalendarEntry.Party
    var attendee: CalendarEntry.Party

    /// - Parameter name: the guest's, in the script of the letter.
    init(_ occasion: Occasion, _ invitation: Invitation, name: String, under letterhead: Letterhead)
    {
        let identity = CalendarEntry.Identity(
            uid: invitation.calendarUID, sequence: invitation.sequence, stamp: occasion.now)
        (uid, sequence, stamp) = (identity.uid, identity.sequence, identity.stamp)
        organiser = .init(
            name: TemplateMarks.line(letterhead.name),
            address: occasion.answers ?? letterhead.replyTo)
        attendee = .init(name: name, address: occasion.address)
    }

    private init(under letterhead: Letterhead) {
        let mark = { (field: LetterField) in String(field.mark) }
        (uid, sequence, stamp) = (mark(.uid), mark(.sequence), mark(.stamp))
        organiser = .init(
            name: TemplateMarks.line(letterhead.name),
            address: EmailAddress(stored: mark(.organiser)))
        attendee = .init(
            name: mark(.attendeeName), address: EmailAddress(stored: mark(.attendee)))
    }

    /// Marks in place of the guest.
    static func anybody(under letterhead: Letterhead) -> CalendarCopy {
        CalendarCopy(under: letterhead)
    }
}
