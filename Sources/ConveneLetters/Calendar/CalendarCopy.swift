import Convene

/// What the calendar entry of one guest says that those of the others don't.
struct CalendarCopy: Sendable {
    var identity: CalendarEntry.Identity
    /// Whom the answer goes to: by the tag of its address it is known whose it is (ICS-6).
    var organiser: CalendarEntry.Party
    var attendee: CalendarEntry.Party
}

extension CalendarCopy {
    /// - Parameter name: the guest's, in the script of the letter.
    init(_ occasion: Occasion, _ invitation: Invitation, name: String, under letterhead: Letterhead)
    {
        self.init(
            identity: .init(
                uid: invitation.calendarUID, sequence: invitation.sequence, stamp: occasion.now),
            organiser: .init(
                name: TemplateMarks.line(letterhead.name),
                address: occasion.answers ?? letterhead.replyTo),
            attendee: .init(name: name, address: occasion.address))
    }

    /// Marks in place of the guest.
    static func anybody(under letterhead: Letterhead) -> CalendarCopy {
        let mark = { (field: LetterField) in String(field.mark) }
        return CalendarCopy(
            identity: .init(
                uid: mark(.uid), sequence: mark(.sequence), stamp: mark(.stamp)),
            organiser: .init(
                name: TemplateMarks.line(letterhead.name),
                address: EmailAddress(stored: mark(.organiser))),
            attendee: .init(
                name: mark(.attendeeName), address: EmailAddress(stored: mark(.attendee))))
    }
}
