import FoundationEssentials

/// The webhooks that are on, looked up once in a deed's transaction.
final class HookBoard {
    private var known: [Webhook]?

    func webhooks(in ledger: any WebhookLedger) throws -> [Webhook] {
        if let known { return known }
        let webhooks = try ledger.webhooks().filter(\.isEnabled)
        known = webhooks
        return webhooks
    }
}

extension Deed {
    /// Queues what was done for every webhook that wants to hear of it, within the transaction that
    /// does it: no change is lost, and none is told that did not happen.
    func announce(
        _ act: AuditEntry.Act, _ subject: AuditEntry.Subject, _ details: AuditDetails
    ) throws {
        guard let change = Change.of(act, subject.kind) else { return }
        let webhooks = try hooks.webhooks(in: ledger).filter { $0.wants(change) }
        guard !webhooks.isEmpty else { return }
        let place = try inquiry.place(of: subject)
        let body = try body(
            change.name, try facts(of: subject) + Self.words(of: details, subject.kind))
        for webhook in webhooks where webhook.covers(place) {
            _ = try queue(change.name, body, for: webhook)
        }
    }

    func queue(_ change: String, _ body: String, for webhook: Webhook) throws -> WebhookDelivery {
        var delivery = WebhookDelivery(
            webhook: webhook.id, uid: "msg_" + office.chance.hex(16), change: change, body: body,
            madeAt: now, dueAt: now)
        delivery.id = try ledger.insert(delivery)
        return delivery
    }

    /// `{"type": …, "timestamp": …, "data": {…}}`, as the specification has it.
    func body(_ change: String, _ data: [(String, String)]) throws -> String {
        // What the register says of a thing goes before what the audit does.
        var seen: Set<String> = []
        let data = AuditDetails(data.filter { seen.insert($0.0).inserted })
        return #"{"type":\#(JSONText.quoted(change)),"#
            + #""timestamp":\#(JSONText.quoted(now.formatted(.iso8601))),"data":\#(data.json)}"#
    }

    /// What of an audit entry may go out of the house: words of the program and numbers, never what
    /// somebody wrote.
    private static func words(of details: AuditDetails, _ kind: AuditEntry.Subject.Kind)
        -> [(String, String)]
    {
        let names = [
            "event", "person", "from", "standing", "mark", "sessions", "answer", "channel",
            "merged",
            "into", "back", "list", "rows", "import",
        ]
        // Of others it is how many, or the number of a certificate, which opens its page.
        return (kind == .outcome ? names + ["number"] : names).compactMap { name in
            details[name].map { (name, $0) }
        }
    }

    /// By what the API knows the thing that was changed.
    private func facts(of subject: AuditEntry.Subject) throws -> [(String, String)] {
        let number = subject.number
        switch subject.kind {
        case .programme:
            return try ledger.programme(Programme.ID(number)).map { [("programme", $0.code.text)] }
                ?? []
        case .event:
            return try ledger.event(Event.ID(number)).map {
                [("event", $0.code.text), ("status", $0.status.rawValue)]
            } ?? []
        case .person: return [("person", Person.ID(number).text)]
        case .organisation: return [("organisation", "O\(number)")]
        case .registration:
            return try ledger.registration(Registration.ID(number)).map(facts) ?? []
        case .invitation:
            let registration = try ledger.invitation(Invitation.ID(number))?.registration
            return try registration.flatMap { try ledger.registration($0) }.map(facts) ?? []
        case .activity:
            return try ledger.activity(Activity.ID(number)).map { activity in
                let programme = try ledger.programme(activity.programme)?.code.text
                return [("activity", activity.code)]
                    + (programme.map { [("programme", $0)] } ?? [])
            } ?? []
        case .message: return [("message", Message.ID(number).text)] + (try event(of: subject))
        case .session, .question, .outcome: return try event(of: subject)
        case .list: return [("import", String(number))]
        case .register, .account, .token, .webhook, .suppression, .incoming: return []
        }
    }

    private func facts(of registration: Registration) throws -> [(String, String)] {
        [
            ("event", try ledger.event(registration.event)?.code.text ?? ""),
            ("person", registration.person.text), ("role", registration.role.rawValue),
            ("standing", registration.standing.rawValue),
        ]
    }

    private func event(of subject: AuditEntry.Subject) throws -> [(String, String)] {
        let event = try ledger.event(of: subject).flatMap { try ledger.event($0) }
        return event.map { [("event", $0.code.text)] } ?? []
    }
}

extension Webhook {
    /// Whether what lies there is within what it asks of.
    fileprivate func covers(_ place: Place) -> Bool {
        if let event, place.event != event { return false }
        if let programme, !place.programmes.contains(programme) { return false }
        return true
    }
}
