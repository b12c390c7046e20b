import struct FoundationEssentials.Date

/// What those who were invited are told of an event. Held against what it was before an act, it says
/// what they are owed.
struct GuestView {
    let event: Event
    let sessions: [Session]

    /// When the entry in their calendars is.
    var span: CalendarSpan? { CalendarSpan(event, sessions: sessions) }

    /// Whether mails about it say something else than before.
    func readsOtherwise(than before: GuestView) -> Bool {
        event.differsForGuests(from: before.event) || span != before.span || lines != before.lines
            || isPostponed != before.isPostponed
    }

    /// Whether those who were invited need to be told.
    ///
    /// What becomes known only now is no news, such as the times of sessions that had none; nor is
    /// anything while an event is postponed: that is told when it is on again with its dates.
    func isNews(since before: GuestView, at now: Date) -> Bool {
        guard !event.isOver(at: now) else { return false }
        switch (before.isPostponed, isPostponed) {
        case (false, true): return true
        case (true, true): return false
        case (true, false): return span != nil
        case (false, false):
            return event.differsForGuests(from: before.event) || span != before.span
                || before.hours.contains { day, hours in !hours.holds(in: self.hours[day]) }
        }
    }

    private var isPostponed: Bool { event.status == .postponed }

    /// The sessions that mails name, as they do.
    private var lines: [Line] {
        sessions.filter { $0.starts != nil || !$0.title.isEmpty }.map {
            Line(day: $0.day, starts: $0.starts, ends: $0.ends, title: $0.title)
        }
    }

    private struct Line: Equatable {
        let day: Day
        let starts: TimeOfDay?
        let ends: TimeOfDay?
        let title: String
    }

    /// When each day opens and closes, as far as its sessions say.
    private var hours: [Day: Hours] {
        Dictionary(grouping: sessions.filter { $0.starts != nil }, by: \.day).mapValues {
            Hours(starts: $0.compactMap(\.starts).min(), ends: $0.compactMap(\.ends).max())
        }
    }

    private struct Hours {
        let starts: TimeOfDay?
        let ends: TimeOfDay?

        func holds(in later: Hours?) -> Bool {
            starts == later?.starts && (ends == nil || ends == later?.ends)
        }
    }
}

extension Event {
    /// Whether mails about it say something else of it than before, its sessions aside.
    func differsForGuests(from before: Event) -> Bool {
        title != before.title || dates != before.dates || term != before.term
            || city != before.city || country != before.country || venue != before.venue
            || zone != before.zone || mode != before.mode
    }
}

extension Inquiry {
    func guestView(of id: Event.ID) throws -> GuestView? {
        try ledger.event(id).map { GuestView(event: $0, sessions: try schedule(of: $0)) }
    }
}
