package import struct FoundationEssentials.Date

/// An address on the web that is told what changes in the register.
package struct Webhook: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Webhook>

    package var id: ID
    package var url: WebhookURL
    /// What it wants to hear of; everything where there are none.
    package var changes: [ChangeWord]
    /// Only what belongs to this event.
    package var event: Event.ID?
    /// Only what belongs to this programme and its stages.
    package var programme: Programme.ID?
    package var createdAt: Date
    /// When it was turned off, by somebody or by its receiver's word.
    package var disabledAt: Date?

    package init(
        id: ID = ID(0), url: WebhookURL, changes: [ChangeWord] = [], event: Event.ID? = nil,
        programme: Programme.ID? = nil, createdAt: Date, disabledAt: Date? = nil
    ) {
        self.id = id
        self.url = url
        self.changes = changes
        self.event = event
        self.programme = programme
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }

    package var isEnabled: Bool { disabledAt == nil }

    func wants(_ change: Change) -> Bool {
        changes.isEmpty || changes.contains { $0.covers(change) }
    }
}

/// One change that one webhook is to be told of: a row of the queue, and what came of it.
package struct WebhookDelivery: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<WebhookDelivery>

    package var id: ID
    package var webhook: Webhook.ID
    /// `webhook-id`: the same on each attempt, by which a receiver knows a repeat.
    package var uid: String
    /// The name of the change, or ``Change/test``.
    package var change: String
    /// What is sent, as JSON. It names nobody.
    package var body: String
    package var madeAt: Date
    package var state: State
    package var attempts: Int
    /// When it is to be tried next.
    package var dueAt: Date
    package var triedAt: Date?
    package var endedAt: Date?
    /// The status that the receiver answered last; nothing where no answer came.
    package var status: Int?
    /// The beginning of what it answered, or a sentence of ours where it didn't.
    package var reply: String

    package init(
        id: ID = ID(0), webhook: Webhook.ID, uid: String, change: String, body: String,
        madeAt: Date, state: State = .queued, attempts: Int = 0, dueAt: Date,
        triedAt: Date? = nil, endedAt: Date? = nil, status: Int? = nil, reply: String = ""
    ) {
        self.id = id
        self.webhook = webhook
        self.uid = uid
        self.change = change
        self.body = body
        self.madeAt = madeAt
        self.state = state
        self.attempts = attempts
        self.dueAt = dueAt
        self.triedAt = triedAt
        self.endedAt = endedAt
        self.status = status
        self.reply = reply
    }

    package enum State: String, Sendable, CaseIterable {
        case queued, sending, delivered
        /// The last attempt failed, too; it is tried again when somebody says so.
        case givenUp = "given-up"
    }
}

/// What signs what a webhook is told, known to the register and the receiver only.
package struct WebhookSecret: Sendable, Equatable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }
}

extension WebhookSecret: CustomStringConvertible, CustomReflectable {
    /// A secret that slips into a text or a log says nothing.
    package var description: String { "whsec_…" }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}
