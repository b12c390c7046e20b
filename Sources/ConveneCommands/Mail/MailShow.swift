import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one mail with every attempt to send it.")

    @Argument(help: "The mail's number, such as M12.") var message: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let file = try await room.file(try Reading.message(message))
        output.show(card(file), on: terminal)
    }

    private func card(_ file: MessageFile) -> Card {
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
