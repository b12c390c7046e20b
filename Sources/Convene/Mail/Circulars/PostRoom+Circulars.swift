extension PostRoom {
    /// Who would get a circular, and who would not and why.
    ///
    /// - Throws: `event.unknown`, `event.status`, `event.no-term`, `person.unknown`,
    ///   `registration.unknown`.
    package func plan(_ circular: Circular, at event: Code) async throws -> InvitationPlan {
        try await office.read(as: actor) { try $0.plan(circular, at: try $0.event(event)) }
    }

    /// The letters that would go to the first so many, exactly as they would be queued, but for
    /// their links (BOX-11).
    ///
    /// - Throws: as ``plan(_:at:)``; `mail.not-set`, `template.faulty`.
    package func sample(_ circular: Circular, at event: Code, limit: Int = 3) async throws
        -> [LetterSample]
    {
        let now = office.clock()
        return try await office.read(as: actor) { [office] inquiry in
            let event = try inquiry.event(event)
            let plan = try inquiry.plan(circular, at: event)
            var post = try inquiry.post(for: event, office: office, now: now)
            post.text = circular.text
            post.attachments = circular.attachments
            return try plan.lines.filter { $0.verdict == .invite }.prefix(limit).map {
                LetterSample(
                    line: $0,
                    letter: try inquiry.sample(
                        circular.purpose, to: $0, by: post, note: circular.note
                    ).shown(circular.purpose, under: office.letterhead))
            }
        }
    }

    /// Queues a circular for everybody who is to get it; queuing it twice is no different from
    /// queuing it once (BOX-1).
    ///
    /// - Throws: as ``sample(_:at:limit:)``.
    package func queue(_ circular: Circular, at event: Code) async throws -> InvitationPlan {
        try await office.write(as: actor) { deed in
            try deed.queue(circular, at: try deed.inquiry.event(event))
        }
    }
}
