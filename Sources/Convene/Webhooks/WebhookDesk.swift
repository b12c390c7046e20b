/// The desk at which webhooks are set up, and what they were told is looked at.
package struct WebhookDesk: Sendable {
    let office: Office
    let actor: Actor

    init(office: Office, actor: Actor) {
        self.office = office
        self.actor = actor
    }

    /// - Throws: `access.denied`.
    package func list() async throws -> [WebhookLine] {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.webhooks)
            return try inquiry.ledger.webhooks().map(inquiry.line)
        }
    }

    /// - Throws: `webhook.unknown`, `access.denied`.
    package func webhook(_ id: Webhook.ID) async throws -> WebhookLine {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.webhooks)
            return try inquiry.line(try inquiry.webhook(id))
        }
    }

    /// Sets one up; it is told from now on.
    ///
    /// - Parameters:
    ///   - changes: what it wants to hear of; everything where there are none.
    ///   - event, programme: only what belongs to it, and to a programme's stages.
    /// - Returns: the webhook and its secret, which is shown this once.
    /// - Throws: `webhook.address`, `event.unknown`, `programme.unknown`, `access.denied`.
    package func add(
        _ url: WebhookURL, changes: [ChangeWord] = [], event: Code? = nil, programme: Code? = nil
    ) async throws -> (line: WebhookLine, secret: WebhookSecret) {
        let secret = WebhookSecret(bytes: office.chance.bytes(32))
        return try await office.write(as: actor) { deed in
            var webhook = Webhook(
                url: url, changes: changes.inOrder,
                event: try event.map { try deed.inquiry.event($0).id },
                programme: try programme.map { try deed.inquiry.programme($0).id },
                createdAt: deed.now)
            try deed.check(webhook.url)
            webhook.id = try deed.ledger.insert(webhook, secret: secret)
            try deed.log(.add, .webhook(webhook.id), webhook.details)
            return (try deed.inquiry.line(webhook), secret)
        }
    }

    /// Changes where it goes, what it hears of, or whether it is on.
    ///
    /// - Throws: `webhook.unknown`, `webhook.address`, `access.denied`.
    package func edit(
        _ id: Webhook.ID, _ change: @Sendable (inout Webhook) throws -> Void
    ) async throws -> WebhookLine {
        try await office.write(as: actor) { deed in
            let before = try deed.inquiry.webhook(id)
            var webhook = before
            try change(&webhook)
            webhook.changes = webhook.changes.inOrder
            if webhook.url != before.url { try deed.check(webhook.url) }
            try deed.ledger.update(webhook)
            try deed.log(.edit, .webhook(id), webhook.details)
            return try deed.inquiry.line(webhook)
        }
    }

    /// Turns it off, or on again: then what was queued before is told. What changes while it is off
    /// is not.
    ///
    /// - Throws: `webhook.unknown`, `access.denied`.
    package func set(isEnabled: Bool, of id: Webhook.ID) async throws -> WebhookLine {
        let now = office.clock()
        return try await edit(id) { webhook in
            webhook.disabledAt = isEnabled ? nil : (webhook.disabledAt ?? now)
        }
    }

    /// Removes it with all that it was or is to be told.
    ///
    /// - Throws: `webhook.unknown`, `access.denied`.
    package func remove(_ id: Webhook.ID) async throws -> Webhook {
        try await office.write(as: actor) { deed in
            let webhook = try deed.inquiry.webhook(id)
            try deed.log(.remove, .webhook(id), webhook.details)
            try deed.ledger.remove(id)
            return webhook
        }
    }

    /// Queues something for it to be tried out with, whatever it wants to hear of.
    ///
    /// - Throws: `webhook.unknown`, `access.denied`.
    package func test(_ id: Webhook.ID) async throws -> WebhookDelivery {
        try await office.write(as: actor) { deed in
            let webhook = try deed.inquiry.webhook(id)
            try deed.log(.send, .webhook(id))
            let body = try deed.body(Change.test, [("webhook", String(id.rawValue))])
            return try deed.queue(Change.test, body, for: webhook)
        }
    }
}

/// A webhook with the codes of what it is bound to, and how much is queued for it.
package struct WebhookLine: Sendable {
    package var webhook: Webhook
    package var event: Code?
    package var programme: Code?
    package var counts: [WebhookDelivery.State: Int]
}

extension Inquiry {
    /// - Throws: `webhook.unknown`.
    func webhook(_ id: Webhook.ID) throws -> Webhook {
        guard let webhook = try ledger.webhook(id) else {
            throw Problem(
                .webhookUnknown,
                "There is no webhook \(id.rawValue): “convene webhook list” shows them all.")
        }
        return webhook
    }

    func line(_ webhook: Webhook) throws -> WebhookLine {
        WebhookLine(
            webhook: webhook, event: try webhook.event.flatMap { try ledger.event($0)?.code },
            programme: try webhook.programme.flatMap { try ledger.programme($0)?.code },
            counts: try ledger.countDeliveries(of: webhook.id))
    }
}

extension Deed {
    /// - Throws: `webhook.address`.
    fileprivate func check(_ url: WebhookURL) throws {
        try office.webhookRules.check(
            url, by: actor, isRehearsal: try ledger.card()?.rehearsal ?? false)
    }
}

extension Webhook {
    /// What the audit keeps. The rest of the address may hold a secret.
    fileprivate var details: AuditDetails {
        [
            "host": url.host, "changes": changes.map(\.text).joined(separator: " "),
            "enabled": isEnabled ? "yes" : "no",
        ]
    }
}

extension [ChangeWord] {
    /// Each once, in the order of the alphabet.
    fileprivate var inOrder: [ChangeWord] { Set(self).sorted { $0.text < $1.text } }
}

extension Office {
    package func webhookDesk(_ actor: Actor) -> WebhookDesk {
        WebhookDesk(office: self, actor: actor)
    }
}
