extension Inquiry {
    /// Who would get a circular, and who would not and why.
    ///
    /// - Throws: `event.status`, `event.no-term`, `person.unknown`, `registration.unknown`.
    func plan(_ circular: Circular, at event: Event) throws -> InvitationPlan {
        switch circular.matter {
        case .invitation(let selection): try plan(selection, to: event)
        case .reminder(let people): try reminders(for: event, only: people)
        case .thanks: try planThanks(for: event)
        case .letter(_, let selection): try planLetter(to: selection, at: event)
        }
    }

    /// Thanks go to those who attended, once. Whether the event was held is for its status to say,
    /// never for today's date.
    private func planThanks(for event: Event) throws -> InvitationPlan {
        guard event.status == .held else {
            throw Problem(
                .eventStatus,
                "\(event.code) is \(event.status.rawValue): thank people once it was held, with"
                    + " “convene event hold \(event.code)”.")
        }
        let registrations = try ledger.registrations(at: event.id, standings: [])
        return try plan(registrations, at: event, stream: nil) { registration in
            guard registration.attended else { return .notAttended }
            let last = try lastMessage(.thanks, to: registration.person, for: event.id)
            return last?.hasComeToNothing == false ? .hadAlready : .invite
        }
    }

    /// A letter about an event that is over or off is a letter all the same.
    private func planLetter(to selection: LetterSelection, at event: Event) throws
        -> InvitationPlan
    {
        let registrations =
            switch selection {
            case .people(let mentions):
                try mentions.map { try registration(of: $0, at: event) }.withoutRepetition
            case .standing(let standing):
                try ledger.registrations(at: event.id, standings: [standing])
            case .all, .attended, .completed:
                try ledger.registrations(at: event.id, standings: [])
            }
        return try plan(registrations, at: event, stream: .letters) { registration in
            switch selection {
            case .people, .standing: .invite
            case .all:
                [.declined, .withdrawn, .rejected].contains(registration.standing)
                    ? .notWanted : .invite
            case .attended: registration.attended ? .invite : .notAttended
            case .completed: registration.completed ? .invite : .notCompleted
            }
        }
    }

    private func plan(
        _ registrations: [Registration], at event: Event, stream: MailStream?,
        _ verdict: (Registration) throws -> InvitationPlan.Verdict
    ) throws -> InvitationPlan {
        let lines = try lines(of: registrations).map { line in
            var verdict = try verdict(line.registration)
            if verdict == .invite, line.person.address == nil { verdict = .noAddress }
            return try restrained(
                .init(person: line.person, registration: line.registration, verdict: verdict),
                stream: stream)
        }
        return InvitationPlan(event: event, lines: lines)
    }

    /// A letter that nobody queues: about an invitation and a certificate that the register need not
    /// hold.
    ///
    /// - Parameter entry: the number that its calendar entry is to have in place of the invitation's.
    func sample(
        _ purpose: Message.Purpose, to line: InvitationPlan.Line, by post: EventPost,
        note: String = "", entry: String? = nil
    ) throws -> Letter {
        let registration = line.registration?.id ?? Registration.ID(0)
        let invitation = Invitation(
            registration: registration, calendarUID: entry ?? "preview", madeAt: post.now)
        let own = try entry == nil ? ledger.invitation(of: registration) : nil
        let certificate = Certificate(
            registration: registration, number: "0000-0000-0000-0000", madeAt: post.now)
        return try post.letter(
            purpose, line,
            [.thanks, .letter].contains(purpose)
                ? nil : own ?? invitation,
            note: note,
            certificate: purpose == .thanks && line.registration?.completed != false
                ? certificate : nil)
    }
}

extension Message {
    /// Whether the mail has not arrived, and will not any more.
    var hasComeToNothing: Bool {
        switch state {
        case .failed, .cancelled, .expired, .suppressed: true
        case .queued, .sending, .sent, .retry, .unknown, .held: false
        }
    }
}

extension [Registration] {
    /// Each registration once, in the order in which they were named.
    fileprivate var withoutRepetition: [Registration] {
        var seen: Set<Registration.ID> = []
        return filter { seen.insert($0.id).inserted }
    }
}
