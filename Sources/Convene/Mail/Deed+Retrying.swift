/// What came of trying mail again.
package struct Retrial: Sendable {
    /// How many mails wait because of it.
    package var count: Int
    /// The mails in whose place others wait.
    package var renewals: [Renewal]

    /// A mail that said what is no longer so, and the one that says how things are now.
    package struct Renewal: Sendable, Equatable {
        package var old: Message.ID
        package var new: Message.ID
    }
}

extension Deed {
    /// Has a mail tried again at once. Where one that failed would say something else by now, another
    /// takes its place: no invitation leaves with dates that are no more (BOX-8). A mail that may have
    /// arrived remains the same mail, by which receivers know it again (BOX-4).
    ///
    /// - Returns: the mail in its place, where there is one.
    func retry(_ message: Message) throws -> Message.ID? {
        var waiting = message
        try waiting.sendAnew(at: now)
        waiting.dueAt = now
        try ledger.update(waiting, lease: nil)
        try log(.retry, .message(message.id))
        if message.state == .failed, let news = try news(for: message) {
            return try renew(waiting, to: news.line, news.invitation, by: news.post)
        }
        try renewLink(of: message)
        return nil
    }

    private struct News {
        let line: InvitationPlan.Line
        let invitation: Invitation?
        let post: EventPost
    }

    /// What a mail that failed would be made of now; nothing where it says the same, or where it is
    /// for no one to hear any more.
    private func news(for message: Message) throws -> News? {
        guard message.purpose.isAnswered, office.letterhead != nil,
            let event = try ledger.event(message.event), !event.isOver(at: now),
            message.purpose != .reminder || event.beginning.map({ $0 > now }) != false,
            try !inquiry.mayHaveArrived(message),
            try inquiry.lastMessage(message.purpose, to: message.person, for: event.id)?.id
                == message.id,
            let content = try ledger.content(of: message.id),
            let line = try line(of: message)
        else { return nil }
        let invitation = try line.registration.flatMap { try ledger.invitation(of: $0.id) }
        var post = try post(for: event)
        post.datesGone =
            content.letter.calendar?.method == .cancel
            && CalendarSpan(event, sessions: post.sessions) == nil
        let letter = try post.letter(
            message.purpose, line, invitation, note: content.letter.sheet.note,
            answers: try invitation.flatMap(answerAddress))
        guard !letter.saysTheSame(as: content.letter) else { return nil }
        return News(line: line, invitation: invitation, post: post)
    }

    /// To whom the mail would go now; nothing where they are not to come any more, or can't be
    /// written to.
    private func line(of message: Message) throws -> InvitationPlan.Line? {
        guard let registration = try message.registration.flatMap({ try ledger.registration($0) }),
            ![.declined, .withdrawn, .rejected].contains(registration.standing),
            let person = try ledger.person(registration.person), person.address != nil
        else { return nil }
        return InvitationPlan.Line(person: person, registration: registration, verdict: .invite)
    }
}

extension Letter {
    /// Whether it says what another says, whenever either was written.
    fileprivate func saysTheSame(as other: Letter) -> Bool {
        language == other.language && subject == other.subject && plain == other.plain
            && calendar?.method == other.calendar?.method
            && Letter.unstamped(calendar?.text) == Letter.unstamped(other.calendar?.text)
    }

    private static func unstamped(_ calendar: String?) -> [Substring]? {
        calendar?.split(separator: "\r\n").filter { !$0.hasPrefix("DTSTAMP:") }
    }
}
