extension Deed {
    func add(_ wording: String, to code: Code, due: Term?, responsible: String) throws
        -> OutcomeLine
    {
        let event = try inquiry.event(code)
        guard event.status != .cancelled else {
            throw Problem.eventStatus(event, "have outcomes")
        }
        let known = try ledger.outcomes(of: [event.id])
        let number = (known.map(\.number).max() ?? 0) + 1
        var outcome = Outcome(
            event: event.id, number: number, wording: wording, due: due, responsible: responsible)
        try outcome.check()
        if let same = known.first(where: { $0.says(outcome) }) {
            return OutcomeLine(outcome: same, event: event, today: today)
        }
        outcome.id = try ledger.insert(outcome)
        try log(.add, .outcome(outcome.id), outcome.details(at: event))
        return OutcomeLine(outcome: outcome, event: event, today: today)
    }

    func close(_ mention: OutcomeMention, on day: Day?, note: String?) throws -> OutcomeLine {
        let (before, event) = try inquiry.outcome(mention)
        var outcome = before
        if outcome.done == nil || day != nil {
            let tick = try tick(on: day)
            if outcome.done?.on != tick.on { outcome.done = tick }
        }
        outcome.followUp = note?.trimmed ?? outcome.followUp
        guard outcome != before else {
            return OutcomeLine(outcome: outcome, event: event, today: today)
        }
        try ledger.update(outcome)
        try log(
            .tick, .outcome(outcome.id),
            [
                "event": event.code.text, "number": String(outcome.number),
                "on": outcome.done?.on.text, "note": note?.trimmed,
            ])
        return OutcomeLine(outcome: outcome, event: event, today: today)
    }

    func reopen(_ mention: OutcomeMention, reason: String) throws -> OutcomeLine {
        let (known, event) = try inquiry.outcome(mention)
        var outcome = known
        if outcome.done != nil {
            outcome.done = nil
            try ledger.update(outcome)
            try log(
                .untick, .outcome(outcome.id),
                [
                    "event": event.code.text, "number": String(outcome.number), "reason": reason,
                ])
        }
        return OutcomeLine(outcome: outcome, event: event, today: today)
    }

    func edit(_ mention: OutcomeMention, _ change: (inout Outcome) throws -> Void) throws
        -> OutcomeLine
    {
        let (before, event) = try inquiry.outcome(mention)
        var outcome = before
        try change(&outcome)
        if outcome != before {
            try outcome.check()
            try ledger.update(outcome)
            try log(.edit, .outcome(outcome.id), outcome.details(at: event))
        }
        return OutcomeLine(outcome: outcome, event: event, today: today)
    }
}

extension Outcome {
    /// - Throws: `value.invalid`.
    fileprivate func check() throws(Problem) {
        guard !wording.trimmed.isEmpty else {
            throw Problem(
                .valueInvalid, "An outcome needs words: what was recommended or decided?")
        }
    }

    /// Whether this is the same recommendation, written down already.
    fileprivate func says(_ other: Outcome) -> Bool {
        wording == other.wording && due == other.due && responsible == other.responsible
    }

    fileprivate func details(at event: Event) -> AuditDetails {
        [
            "event": event.code.text, "number": String(number), "text": wording,
            "due": due?.text, "responsible": responsible.isEmpty ? nil : responsible,
            "note": followUp.isEmpty ? nil : followUp,
        ]
    }
}
