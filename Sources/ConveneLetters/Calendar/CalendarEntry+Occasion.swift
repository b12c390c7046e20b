import Convene

extension CalendarEntry {
    /// The entry that goes with a letter for this occasion: nothing where the letter needs none,
    /// where there is no invitation, or where there are no dates to put into a calendar.
    ///
    /// - Parameters:
    ///   - name: the guest's, in the script of the letter.
    ///   - description: the letter's facts.
    init?(
        _ occasion: Occasion, under letterhead: Letterhead, name: String, place: String,
        description: String
    ) {
        guard let method = Letter.Calendar.Method(occasion),
            let invitation = occasion.invitation
        else { return nil }
        let span = CalendarSpan(occasion.event, sessions: occasion.sessions)
        // What a calendar already holds is taken out of it even when the dates are gone.
        guard span != nil || method == .cancel else { return nil }
        let isOff = occasion.event.status == .cancelled || occasion.datesGone
        self.init(
            method: method, uid: invitation.calendarUID, sequence: invitation.sequence,
            stamp: occasion.now, span: span,
            organiser: Party(
                name: letterhead.name, address: occasion.answers ?? letterhead.replyTo),
            attendee: Party(name: name, address: occasion.address),
            answer: method == .cancel ? nil : Answer(occasion.purpose),
            summary: occasion.event.title.onOneLine, description: description,
            location: place.onOneLine,
            url: method == .cancel ? nil : Letter.linkMark,
            // One guest less is no end of the event: then there is no STATUS (ICS-11).
            status: method == .request ? "CONFIRMED" : isOff ? "CANCELLED" : nil)
    }
}

extension Letter.Calendar.Method {
    fileprivate init?(_ occasion: Occasion) {
        switch occasion.purpose {
        // A change that takes the dates away takes the entry out of people's calendars.
        case .change where occasion.datesGone: self = .cancel
        case .invitation, .reminder, .confirmation, .seatOffered, .change: self = .request
        case .cancellation: self = .cancel
        case .waitingList, .thanks, .letter: return nil
        }
    }
}

extension CalendarEntry.Answer {
    /// Who is confirmed is not asked again: their calendar is told that they come. It is a REQUEST
    /// all the same, because what was once published as an entry of their own can't be changed or
    /// cancelled by us later (ICS-10, ICS-12). All else asks (ICS-4).
    fileprivate init(_ purpose: Message.Purpose) {
        self = purpose == .confirmation ? .accepted : .asked
    }
}
