extension Deed {
    /// Queues a circular for everybody who is to get it. Queuing it twice is no different from
    /// queuing it once (BOX-1).
    ///
    /// - Returns: the plan, in which those who had the same letter before say so.
    /// - Throws: as ``Inquiry/plan(_:at:)``; `mail.not-set`, `template.faulty`.
    func queue(_ circular: Circular, at event: Event) throws -> InvitationPlan {
        var plan = try inquiry.plan(circular, at: event)
        var post = try post(for: event)
        post.text = circular.text
        post.attachments = try circular.attachments.map { attachment in
            var kept = attachment
            kept.id = try ledger.keep(attachment, digest: office.digest(attachment.bytes), at: now)
            return kept
        }
        for index in plan.inOrderOfTheRegister where plan.lines[index].verdict == .invite {
            let line = plan.lines[index]
            switch circular.matter {
            case .invitation: try invite(line, by: post, note: circular.note)
            case .reminder: try remind(line, by: post, note: circular.note, automatic: false)
            case .thanks: try thank(line, by: post, note: circular.note)
            case .letter:
                if try !write(line, by: post, note: circular.note) {
                    plan.lines[index].verdict = .hadAlready
                }
            }
        }
        return plan
    }

    private func thank(_ line: InvitationPlan.Line, by post: EventPost, note: String) throws {
        guard let registration = line.registration else { return }
        let message = try queue(
            .thanks, line, nil, by: post, note: note, automatic: false,
            certificate: try certificate(of: registration))
        try log(
            .tell, .registration(registration.id),
            [
                "event": post.event.code.text, "purpose": Message.Purpose.thanks.rawValue,
                "message": message.text,
            ])
    }

    /// - Returns: whether it was queued: somebody who had this very letter last does not get it
    ///   again.
    private func write(_ line: InvitationPlan.Line, by post: EventPost, note: String) throws -> Bool
    {
        guard let registration = line.registration else { return false }
        let last = try inquiry.lastMessage(.letter, to: line.person.id, for: post.event.id)
        if let last, !last.hasComeToNothing, let content = try ledger.content(of: last.id) {
            let letter = try post.letter(.letter, line, nil, note: note)
            guard
                letter.subject != last.subject || letter.plain != content.letter.plain
                    || post.attachments.map(\.id) != content.letter.attachments.map(\.id)
            else { return false }
        }
        let message = try queue(.letter, line, nil, by: post, note: note, automatic: false)
        try log(
            .tell, .registration(registration.id),
            [
                "event": post.event.code.text, "purpose": Message.Purpose.letter.rawValue,
                "message": message.text,
            ])
        return true
    }
}

extension InvitationPlan {
    /// Who are neighbours in the register are so in the outbox: what is written as their mails leave
    /// lies on fewer pages of the file. Those who are not registered yet come last.
    fileprivate var inOrderOfTheRegister: [Int] {
        lines.indices.sorted {
            let (one, other) = (lines[$0].registration?.id, lines[$1].registration?.id)
            return (one?.rawValue ?? .max, $0) < (other?.rawValue ?? .max, $1)
        }
    }
}
