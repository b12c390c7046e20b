/// The board on which the public reads what events there are. Nothing of any person stands on it.
package struct NoticeBoard: Sendable {
    let office: Office

    /// The events that are open and not over, by date.
    package func notices() async throws -> [Notice] {
        let now = office.clock()
        return try await office.read { inquiry in
            let card = try inquiry.card()
            return try inquiry.ledger.events(of: nil)
                .filter { $0.status == .open && !$0.isOver(at: now) }
                .map { try inquiry.notice(of: $0, in: card, by: office) }
        }
    }

    /// One event. Those that are only planned have not been announced; those that were open stay
    /// where people look for them.
    ///
    /// - Throws: `event.unknown`, the same for an event that never was and one that is planned.
    package func notice(_ code: Code) async throws -> Notice {
        try await office.read { inquiry in
            let event = try inquiry.event(code)
            guard event.status != .planned else { throw Problem.eventUnknown(code) }
            return try inquiry.notice(of: event, in: try inquiry.card(), by: office)
        }
    }

    /// One event at which people can register by themselves now.
    ///
    /// - Throws: `event.unknown`, `admission.closed`.
    package func openNotice(_ code: Code) async throws -> Notice {
        let notice = try await notice(code)
        guard notice.entrance != .closed else { throw Problem.admissionClosed(notice.event) }
        return notice
    }
}

/// What the public may know of an event.
package struct Notice: Sendable {
    package var event: Event
    package var programme: Programme?
    package var sessions: [Session]
    package var organisers: [Participation]
    package var questions: [Question]
    package var entrance: Entrance
    /// The UID of the public calendar entry: the same for ever, and without anybody's data (ICS-8).
    package var calendarUID: String

    package init(
        event: Event, programme: Programme?, sessions: [Session], organisers: [Participation],
        questions: [Question], entrance: Entrance, calendarUID: String
    ) {
        self.event = event
        self.programme = programme
        self.sessions = sessions
        self.organisers = organisers
        self.questions = questions
        self.entrance = entrance
        self.calendarUID = calendarUID
    }

    /// What happens to whoever registers now.
    package enum Entrance: Sendable, Equatable {
        /// They get a seat; so many are left, where that is limited.
        case seat(left: Int?)
        /// All seats are taken: they wait, and move up when one is freed.
        case waitingList
        /// An officer decides.
        case application
        /// They can't register by themselves.
        case closed
    }
}

extension Inquiry {
    func notice(of event: Event, in card: RegisterCard, by office: Office) throws -> Notice {
        let seed = "event \(card.uid) \(event.id.rawValue)"
        return Notice(
            event: event, programme: try event.programme.flatMap { try ledger.programme($0) },
            sessions: try schedule(of: event),
            organisers: try ledger.participations(in: event.id),
            questions: try ledger.questions(of: event.id),
            entrance: try entrance(to: event, by: office),
            calendarUID: Chance.hex(Array(office.digest(Array(seed.utf8)).prefix(16))))
    }

    /// What would happen to whoever registered now, as a participant.
    func entrance(to event: Event, by office: Office) throws -> Notice.Entrance {
        guard event.status == .open, !event.isOver(at: office.clock()) else { return .closed }
        switch event.admission {
        case .invitation: return .closed
        case .application: return .application
        case .registration:
            guard let capacity = event.capacity else { return .seat(left: nil) }
            let left = capacity - (try ledger.confirmed(at: event.id, roles: Role.seated))
            return left > 0 ? .seat(left: left) : .waitingList
        }
    }

    /// Whether one more in this role could be confirmed at this moment.
    func hasSeat(at event: Event, for role: Role) throws -> Bool {
        guard let capacity = event.capacity, role.takesSeat else { return true }
        return try ledger.confirmed(at: event.id, roles: Role.seated) < capacity
    }
}

extension Problem {
    static func eventUnknown(_ code: Convene.Code) -> Problem {
        Problem(
            .eventUnknown,
            "There is no event “\(code)”: “convene event list” shows those there are.")
    }
}

extension Office {
    package var noticeBoard: NoticeBoard { NoticeBoard(office: self) }
}
