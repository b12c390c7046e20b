/// The tray into which mail comes: it is read, understood, followed, and kept to be looked at.
package struct InTray: Sendable {
    let office: Office
    let actor: Actor

    /// Reads what is new in a mailbox and does what follows from it, each mail in a transaction of
    /// its own: one that can't be followed never holds up the others, and none is followed twice.
    ///
    /// - Parameters:
    ///   - read: takes a mail apart; it never fails.
    ///   - isTrial: everything is found out, and nothing is written.
    ///   - progress: called after each mail with how many are done and how many there were.
    /// - Throws: `mailbox.unreadable`, after what was read before was followed.
    package func fetch(
        from mailbox: any Mailbox, reading read: @escaping @Sendable (RawMail) -> IncomingMail,
        isTrial: Bool = false,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> FetchReport {
        let memory = try await memory(of: mailbox)
        let reading = try await mailbox.open(after: memory)
        let count = await reading.count
        var report = FetchReport()
        while let raw = try await reading.next() {
            if let line = try await take(raw, read(raw), from: mailbox, memory, isTrial: isTrial) {
                report.lines.append(line)
            } else {
                report.known += 1
            }
            let done = report.lines.count + report.known
            progress(done, max(done, count))
        }
        return report
    }

    /// How far a mailbox has been read; nothing in it that came before the register was founded is
    /// about our mail.
    package func memory(of mailbox: any Mailbox) async throws -> MailboxMemory {
        try await office.read(as: actor) { inquiry in
            var memory = try inquiry.ledger.memory(of: mailbox.name)
            let card = try inquiry.card()
            // A clock that is held tells nothing of when mail came.
            if !card.rehearsal { memory.since = card.createdAt }
            return memory
        }
    }

    /// What came, latest first.
    ///
    /// - Parameter open: only what somebody should look at, or only the rest; nothing means both.
    package func list(kinds: [Incoming.Kind] = [], open: Bool? = nil, limit: Int = 100_000)
        async throws -> [IncomingLine]
    {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.mail)
            return try inquiry.lines(
                of: try inquiry.ledger.incoming(kinds: kinds, open: open, limit: limit))
        }
    }

    /// One mail that came.
    ///
    /// - Throws: `incoming.unknown`.
    package func file(_ id: Incoming.ID) async throws -> IncomingLine {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.mail)
            return try inquiry.lines(of: [try inquiry.incoming(id)])[0]
        }
    }

    /// Takes mails from the list of those that somebody should look at. What they said in words is
    /// not kept any longer.
    ///
    /// - Throws: `incoming.unknown`.
    /// - Returns: how many were on it.
    package func close(_ ids: [Incoming.ID]) async throws -> Int {
        try await office.write(as: actor) { deed in
            let open = try ids.map { try deed.inquiry.incoming($0) }.filter(\.isOpen)
            for var incoming in open {
                incoming.isOpen = false
                incoming.words = ""
                try deed.ledger.update(incoming)
                try deed.log(.close, .incoming(incoming.id))
            }
            return open.count
        }
    }

    /// Takes one mail in; nothing if it was there before.
    private func take(
        _ raw: RawMail, _ mail: IncomingMail, from box: any Mailbox, _ memory: MailboxMemory,
        isTrial: Bool
    ) async throws -> IncomingLine? {
        let digest = office.digest(mail.identity)
        if try await office.read(as: actor, { try $0.ledger.incoming(digest: digest) }) != nil {
            if !isTrial { try await pass(raw, in: box.name, memory) }
            return nil
        }
        let mailbox = box.name
        do {
            return try await write(isTrial) { deed in
                try deed.receive(mail, raw, digest: digest, from: mailbox)
            }
        } catch let problem as Problem where !problem.code.isAboutStore {
            return try await write(isTrial) { deed in
                try deed.keep(mail, raw, digest: digest, from: mailbox, because: problem)
            }
        }
    }

    /// Goes past a mail that had come before, from elsewhere, and need not be read here again.
    private func pass(_ raw: RawMail, in mailbox: String, _ memory: MailboxMemory) async throws {
        if let position = raw.position {
            try await office.write(as: actor) { try $0.ledger.remember(position, of: mailbox) }
        } else if !memory.places.contains(raw.place) {
            try await office.write(as: actor) {
                try $0.ledger.remember(place: raw.place, of: mailbox)
            }
        }
    }

    private func write(_ isTrial: Bool, _ act: @escaping @Sendable (Deed) throws -> Incoming)
        async throws -> IncomingLine
    {
        do {
            return try await office.write(as: actor) { deed in
                let incoming = try act(deed)
                let line = try deed.inquiry.lines(of: [incoming])[0]
                if isTrial { throw TakenBack(line: line) }
                return line
            }
        } catch let trial as TakenBack {
            return trial.line
        }
    }
}

/// Takes back what a trial has written, once it is known what that was.
private struct TakenBack: Error {
    let line: IncomingLine
}

/// What was read from a mailbox, and what it did.
package struct FetchReport: Sendable {
    /// The new mails, in the order in which they were read.
    package var lines: [IncomingLine] = []
    /// How many had been read before, under another place or from another mailbox.
    package var known = 0
}

extension Inquiry {
    /// - Throws: `incoming.unknown`.
    func incoming(_ id: Incoming.ID) throws -> Incoming {
        guard let incoming = try ledger.incoming(id) else {
            throw Problem(
                .incomingUnknown,
                "No mail \(id.text) has come: “convene mail incoming” shows those that have.")
        }
        return incoming
    }

    func lines(of incoming: [Incoming]) throws -> [IncomingLine] {
        let people = Dictionary(
            try ledger.persons(incoming.compactMap(\.person)).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var codes: [Registration.ID: Code?] = [:]
        return try incoming.map { incoming in
            var code: Code?
            if let registration = incoming.registration {
                code =
                    try codes[registration]
                    ?? ledger.registration(registration)
                    .flatMap { try ledger.event($0.event)?.code }
                codes[registration] = code
            }
            return IncomingLine(
                incoming: incoming, person: incoming.person.flatMap { people[$0] }, event: code)
        }
    }
}

extension Problem.Code {
    /// Whether it says that nothing can be written at all, so that nothing else can be, either.
    fileprivate var isAboutStore: Bool {
        [.registerBusy, .registerFull, .registerReadOnly, .registerCorrupt].contains(self)
    }
}

extension Office {
    package func inTray(_ actor: Actor) -> InTray { InTray(office: self, actor: actor) }
}
