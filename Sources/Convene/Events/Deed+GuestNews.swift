extension Deed {
    /// Does something to an event, and then what those who were invited are owed. Whatever may change
    /// when or where an event is goes through here.
    ///
    /// Where their calendar entry is at another time by then, its revision rises, told or not: what
    /// they have answered before was about another time (ICS-9). Mails that have not left say how
    /// things are now, told or not (BOX-8).
    ///
    /// - Parameter telling: whether news are told by mail to those who have heard of the event.
    /// - Returns: how many mails tell of it.
    func changing(_ event: Event.ID, telling: Bool, by act: () throws -> Void) throws -> Int {
        let before = try inquiry.guestView(of: event)
        try act()
        guard let before, let after = try inquiry.guestView(of: event) else { return 0 }
        let isTold = telling && after.isNews(since: before, at: now)
        if isTold || after.span != before.span { try ledger.raiseRevisions(of: event) }
        guard !after.event.isOver(at: now), isTold || after.readsOtherwise(than: before) else {
            return 0
        }
        return try bringUpToDate(
            after, datesGone: before.span != nil && after.span == nil, telling: isTold)
    }

    /// Tells everybody who has heard of an event that it is off, and takes its entry out of their
    /// calendars (ICS-11). What has not left is taken out of the outbox.
    ///
    /// - Returns: how many mails were queued.
    func tellCancellation(of event: Event) throws -> Int {
        try ledger.raiseRevisions(of: event.id)
        let guests = try inquiry.guests(of: event)
        let post = guests.contains(where: \.hasHeard) ? try post(for: event) : nil
        var mails = 0
        for guest in guests {
            var invitation = guest.invitation
            invitation.cancelledAt = now
            try ledger.update(invitation)
            for message in guest.waiting { try takeOut(message, because: Self.overtaken) }
            guard guest.hasHeard, let post else { continue }
            _ = try queue(
                .cancellation, guest.line, invitation, by: post, note: "", automatic: true)
            mails += 1
        }
        return mails
    }

    private static var overtaken: String { "overtaken by a change of the event" }

    private func bringUpToDate(_ view: GuestView, datesGone: Bool, telling: Bool) throws -> Int {
        let guests = try inquiry.guests(of: view.event).filter {
            !$0.waiting.isEmpty || telling && $0.hasHeard
        }
        guard !guests.isEmpty else { return 0 }
        var post = try post(for: view.event)
        var mails = 0
        for guest in guests {
            let takesBack = try view.span == nil && guest.waiting.contains(where: takesBack)
            post.datesGone = datesGone || takesBack
            if telling {
                mails += try tellChange(to: guest, by: post) ? 1 : 0
            } else {
                for message in guest.waiting {
                    _ = try renew(message, to: guest.line, guest.invitation, by: post)
                }
            }
        }
        return mails
    }

    /// Whether a mail was to take the entry out of somebody's calendar, for the dates were gone.
    private func takesBack(_ message: Message) throws -> Bool {
        try message.purpose == .change
            && ledger.content(of: message.id)?.letter.calendar?.method == .cancel
    }

    /// What nobody has got yet need not be followed by a change: it is replaced by one that says how
    /// things are now. A reminder, an earlier change and what may have arrived are overtaken.
    ///
    /// - Returns: whether a mail tells of the change.
    private func tellChange(to guest: Guest, by post: EventPost) throws -> Bool {
        var (isTold, isHeld) = (false, false)
        for message in guest.waiting {
            if try [.reminder, .change].contains(message.purpose)
                || inquiry.mayHaveArrived(message)
            {
                try takeOut(message, because: Self.overtaken)
                isHeld = isHeld || message.state == .held
            } else if try renew(message, to: guest.line, guest.invitation, by: post) != nil {
                isTold = true
            }
        }
        guard !isTold, guest.hasHeard else { return isTold }
        _ = try queue(
            .change, guest.line, guest.invitation, by: post, note: "", automatic: true,
            isHeld: isHeld)
        return true
    }

    /// Puts a mail that says how things are now in the place of one that has not left, with the
    /// organiser's word and the files of that one. What waits for somebody's decision still does.
    ///
    /// - Returns: that mail; none where its text was removed, nor of a reminder for which it is too
    ///   late.
    func renew(
        _ message: Message, to line: InvitationPlan.Line, _ invitation: Invitation?,
        by post: EventPost
    ) throws -> Message.ID? {
        try takeOut(message, because: Self.overtaken)
        if message.purpose == .reminder, let beginning = post.event.beginning, beginning <= now {
            return nil
        }
        guard let origin = try ledger.origin(of: message.id) else { return nil }
        let successor = try queue(
            message.purpose, line, invitation, by: post, note: origin.note,
            automatic: origin.automatic, isHeld: [.held, .unknown].contains(message.state))
        try ledger.attachFiles(of: message.id, to: successor)
        return successor
    }
}
