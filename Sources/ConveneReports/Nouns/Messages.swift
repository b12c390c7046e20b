package import Convene

extension Report {
    /// The outbox, a line a mail.
    package static func messages(_ lines: [MessageLine], _ counts: [Message.State: Int]) -> Report {
        let summary = Message.State.allCases.compactMap { state in
            counts[state].map { "\($0) \(state.rawValue)" }
        }
        return Report(
            "messages",
            columns: [
                Column("message", "No."), Column("event", "Event"), Column("purpose", "Purpose"),
                Column("email", "To"), Column("name", "Name", place: .whereRoom(2)),
                Column("state", "State"), .number("attempts", "Tried", place: .whereRoom(1)),
                Column("due_at", "Due", place: .programs), Column("ended_at", "Ended"),
                Column("reply", "The server's word"),
            ],
            rows: lines.map { line in
                let message = line.message
                return [
                    .text(message.id.text), .text(line.event.text), .text(message.purpose.rawValue),
                    .text(message.address.text), .text(line.person.name.full),
                    .text(message.state.rawValue), .number(message.attempts), Value(message.dueAt),
                    Value(message.endedAt), .text(message.reply),
                ]
            }, notes: summary.isEmpty ? [] : [summary.joined(separator: ", ") + "."],
            empty: "No such mail in the outbox.")
    }
}

extension Card {
    /// One mail with every attempt to send it.
    package static func message(_ file: MessageFile) -> Card {
        let message = file.line.message
        return Card(
            title: message.subject,
            fields: [
                .init("message", "No.", .text(message.id.text)),
                .init("event", "Event", .text(file.line.event.text)),
                .init("purpose", "Purpose", .text(message.purpose.rawValue)),
                .init(
                    "person", "To", .named(file.line.person.name.full, .text(message.person.text))),
                .init("email", "Address", .text(message.address.text)),
                .init("message_id", "Message-ID", .text("<\(message.headerID)>")),
                .init("language", "Language", .text(message.language.code)),
                .init("state", "State", .text(message.state.rawValue)),
                .init("made_at", "Queued", Value(message.madeAt)),
                .init("due_at", "Due", Value(message.dueAt)),
                .init("expires_at", "Not after", Value(message.expiresAt)),
                .init("ended_at", "Ended", Value(message.endedAt)),
                .init("reply", "The server's word", Value(message.reply.nonEmpty)),
                .init("text", "Text", Value(file.content?.letter.plain), forPrograms: true),
            ],
            lists: [
                Report(
                    "attempts", title: "Attempts",
                    columns: [
                        .number("attempt", "No."), Column("started_at", "Started"),
                        Column("data_started_at", "Data", place: .whereRoom(1)),
                        Column("ended_at", "Ended"), Column("outcome", "Outcome"),
                        .number("code", "Code"), Column("reply", "The server's word"),
                    ],
                    rows: file.attempts.map { attempt in
                        [
                            .number(attempt.number), Value(attempt.startedAt),
                            Value(attempt.dataStartedAt), Value(attempt.endedAt),
                            Value(attempt.delivery?.outcome), Value(attempt.delivery?.code),
                            Value(attempt.delivery?.reply),
                        ]
                    }, empty: "Not tried yet.")
            ])
    }
}
