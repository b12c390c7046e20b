import struct FoundationEssentials.Date

/// The room from which the outbox is sent, and where it is looked into.
package struct PostRoom: Sendable {
    let office: Office
    let actor: Actor

    /// Messages, latest first, of one event or all, in these states or any.
    package func list(event: Code? = nil, states: [Message.State] = [], limit: Int = 100_000)
        async throws -> [MessageLine]
    {
        try await office.read(as: actor) { inquiry in
            let event = try event.map { try inquiry.event($0) }
            try inquiry.require(.mail, at: event)
            return try inquiry.lines(
                of: try inquiry.ledger.messages(for: event?.id, states: states, limit: limit))
        }
    }

    /// How many messages there are in each state.
    package func count(event: Code? = nil) async throws -> [Message.State: Int] {
        try await office.read(as: actor) { inquiry in
            let event = try event.map { try inquiry.event($0) }
            try inquiry.require(.mail, at: event)
            return try inquiry.ledger.countMessages(for: event?.id)
        }
    }

    /// One message with what it says and every attempt to send it.
    package func file(_ id: Message.ID) async throws -> MessageFile {
        try await office.read(as: actor) { [office] inquiry in
            let message = try inquiry.message(id)
            try inquiry.require(.mail, at: try inquiry.ledger.event(message.event))
            return MessageFile(
                line: try inquiry.lines(of: [message])[0],
                content: try inquiry.ledger.content(of: id)?
                    .shown(message.purpose, under: office.letterhead),
                attempts: try inquiry.ledger.attempts(of: id))
        }
    }

    /// Has messages tried again at once: those that failed, or whose end is unknown. Each has all
    /// its time before it again (ENV-4). One that failed and would say something else by now is
    /// replaced by one that does.
    ///
    /// - Throws: `message.unknown`, `message.state`.
    package func retry(_ choice: MessageChoice) async throws -> Retrial {
        try await office.write(as: actor) { deed in
            let messages = try deed.inquiry.messages(
                choice, in: [.failed, .unknown, .retry, .held])
            let renewals = try messages.compactMap { message in
                try deed.retry(message).map { Retrial.Renewal(old: message.id, new: $0) }
            }
            return Retrial(count: messages.count, renewals: renewals)
        }
    }

    /// Takes messages back that have not left.
    ///
    /// - Throws: `message.unknown`, `message.state`.
    package func cancel(_ choice: MessageChoice) async throws -> Int {
        try await change(choice, .cancelMail, from: [.queued, .retry, .held, .unknown]) {
            message, now in
            try message.become(.cancelled)
            message.endedAt = now
            message.reply = "cancelled"
        }
    }

    /// Keeps mail back until it is released: single mails, or all that waits about an event.
    ///
    /// - Throws: `message.unknown`, `message.state`.
    package func hold(_ choice: MessageChoice) async throws -> Int {
        try await change(choice, .holdMail, from: [.queued, .retry]) { message, _ in
            try message.become(.held)
        }
    }

    /// Lets mail go that was held.
    ///
    /// - Throws: `message.unknown`, `message.state`.
    package func release(_ choice: MessageChoice) async throws -> Int {
        try await change(choice, .releaseMail, from: [.held]) { message, now in
            try message.sendAnew(at: now)
            message.dueAt = max(message.dueAt, now)
        }
    }

    /// Holds the whole outbox.
    package func hold(_ reason: String) async throws {
        try await office.write(as: actor) { try $0.hold(reason) }
    }

    /// Lets the outbox go again, whyever it was held; what went wrong before counts no more.
    package func release() async throws {
        try await office.write(as: actor) { deed in
            var card = try deed.inquiry.card()
            guard card.mailHeld != nil else { return }
            card.mailHeld = nil
            card.mailReleasedAt = deed.now
            // Whoever lets it go says that the register is sent from where it is.
            card.mailHome = nil
            try deed.ledger.update(card)
            try deed.log(.releaseMail, .register)
        }
    }

    private func change(
        _ choice: MessageChoice, _ act: AuditEntry.Act, from states: [Message.State],
        _ change: @escaping @Sendable (inout Message, Date) throws -> Void
    ) async throws -> Int {
        try await office.write(as: actor) { deed in
            let messages = try deed.inquiry.messages(choice, in: states)
            for var message in messages {
                try change(&message, deed.now)
                try deed.ledger.update(message, lease: nil)
                if message.state == .cancelled { try deed.ledger.forgetSecret(of: message.id) }
                try deed.log(act, .message(message.id))
            }
            return messages.count
        }
    }
}

/// Which messages are meant.
package enum MessageChoice: Sendable, Equatable {
    case these([Message.ID])
    case all(Message.State, Code?)
}

/// A message with whom it is to and which event it is about.
package struct MessageLine: Sendable {
    package var message: Message
    package var person: Person
    package var event: Code
}

/// One message with what it says and every attempt to send it.
package struct MessageFile: Sendable {
    package var line: MessageLine
    package var content: MessageContent?
    package var attempts: [MessageAttempt]
}

extension Message {
    /// Has the mail in the queue because a person wants it sent: what came of it before counts no
    /// more.
    mutating func sendAnew(at now: Date) throws {
        try become(.queued)
        endedAt = nil
        attemptsBefore = attempts
        if let expiry = purpose.patienceEnd(from: now) {
            expiresAt = max(expiresAt ?? expiry, expiry)
        }
    }
}

extension Inquiry {
    /// - Throws: `message.unknown`.
    func message(_ id: Message.ID) throws -> Message {
        guard let message = try ledger.message(id) else {
            throw Problem(
                .messageUnknown,
                "There is no message \(id.text): “convene mail queue” shows those there are.")
        }
        return message
    }

    func messages(_ choice: MessageChoice, in states: [Message.State]) throws -> [Message] {
        switch choice {
        case .all(let state, let event):
            guard states.contains(state) else { throw Problem.messageState("Mail", state, states) }
            return try ledger.messages(
                for: try event.map { try self.event($0).id }, states: [state], limit: .max)
        case .these(let ids):
            return try ids.map { id in
                let message = try message(id)
                guard states.contains(message.state) else {
                    throw Problem.messageState(
                        id.text, message.state, states, successor: try successor(of: message)?.id)
                }
                return message
            }
        }
    }

    /// The latest mail that says what one that was taken out of the outbox would have said.
    private func successor(of message: Message) throws -> Message? {
        guard message.state == .cancelled else { return nil }
        let tidings = Message.Purpose.tidings
        let purposes =
            [message.purpose, .change, .cancellation]
            + (tidings.contains(message.purpose) ? tidings : [])
        return try purposes.compactMap {
            try lastMessage($0, to: message.person, for: message.event)
        }.filter { $0.id.rawValue > message.id.rawValue && $0.state != .cancelled }
            .max { $0.id.rawValue < $1.id.rawValue }
    }

    func lines(of messages: [Message]) throws -> [MessageLine] {
        let people = Dictionary(
            try ledger.persons(messages.map(\.person)).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var codes: [Event.ID: Code] = [:]
        return try messages.compactMap { message in
            if codes[message.event] == nil {
                codes[message.event] = try ledger.event(message.event)?.code
            }
            guard let person = people[message.person], let code = codes[message.event] else {
                return nil
            }
            return MessageLine(message: message, person: person, event: code)
        }
    }
}

extension Problem {
    fileprivate static func messageState(
        _ what: String, _ state: Message.State, _ states: [Message.State],
        successor: Message.ID? = nil
    ) -> Problem {
        Problem(
            .messageState,
            "\(what) is \(state.rawValue): that can only be done with mail that is"
                + " \(states.map(\.rawValue).joined(separator: ", "))."
                + (successor.map { " \($0.text) has taken its place." } ?? ""))
    }
}

extension Office {
    package func postRoom(_ actor: Actor) -> PostRoom { PostRoom(office: self, actor: actor) }
}
