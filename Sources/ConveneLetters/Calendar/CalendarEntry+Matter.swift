import Convene

extension CalendarEntry {
    /// The entry that goes with a letter of this matter: nothing where the letter needs none, or
    /// where there are no dates to put into a calendar.
    ///
    /// - Parameters:
    ///   - copy: what it says of the guest.
    ///   - description: the letter's facts.
    init?(_ matter: LetterMatter, _ copy: CalendarCopy, place: String, description: String) {
        guard let method = Letter.Calendar.Method(matter) else { return nil }
        let span = CalendarSpan(matter.event, sessions: matter.sessions)
        // What a calendar already holds is taken out of it even when the dates are gone.
        guard span != nil || method == .cancel else { return nil }
        let isOff = matter.event.status == .cancelled || matter.datesGone
        self.init(
            method: method, identity: copy.identity, span: span, organiser: copy.organiser,
            attendee: copy.attendee,
            answer: method == .cancel ? nil : Answer(matter.purpose),
            summary: TemplateMarks.line(matter.event.title), description: description,
            location: TemplateMarks.line(place),
            url: method == .cancel ? nil : Letter.linkMark,
            // One guest less is no end of the event: then there is no STATUS (ICS-11).
            status: method == .request ? "CONFIRMED" : isOff ? "CANCELLED" : nil)
    }
}

extension Letter.Calendar.Method {
    fileprivate init?(_ matter: LetterMatter) {
        switch matter.purpose {
        // A change that takes the dates away takes the entry out of people's calendars.
        case .change where matter.datesGone: self = .cancel
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
