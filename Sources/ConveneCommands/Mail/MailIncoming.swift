import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailIncomingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incoming", abstract: "What came, what it was understood as, what it did.",
        subcommands: [MailIncomingList.self, MailIncomingShow.self, MailIncomingDone.self],
        defaultSubcommand: MailIncomingList.self)
}

struct MailIncomingList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the mail that came, latest first.", aliases: ["ls"])

    @Flag(help: "Only what somebody should look at.") var open = false
    @Option(help: "Only this kind. Repeatable.") var kind: [Incoming.Kind] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let lines = try await premises.office.inTray(premises.actor).list(
            kinds: kind, open: open ? true : nil)
        output.show(Self.report(lines, isNumbered: true), on: terminal)
    }

    static func report(_ lines: [IncomingLine], isNumbered: Bool) -> Report {
        let open = lines.count(where: \.incoming.isOpen)
        return Report(
            "incoming",
            columns: [
                Column("incoming", "No."), Column("read_at", "Read", place: .whereRoom(2)),
                Column("kind", "Kind"), Column("person", "About"), Column("event", "Event"),
                Column("message", "Mail", place: .whereRoom(1)),
                Column("status", "Status", place: .whereRoom(3)),
                Column("from", "From", place: .programs),
                Column("subject", "Subject", place: .programs),
                Column("outcome", "What it did"), Column("open", "To look at"),
            ],
            rows: lines.map { line in
                let incoming = line.incoming
                return [
                    isNumbered ? .text(incoming.id.text) : .nothing, Value(incoming.readAt),
                    .text(incoming.kind.rawValue),
                    line.person.map { .named($0.name.full, .text($0.id.text)) } ?? .nothing,
                    Value(line.event?.text), Value(incoming.message?.text),
                    Value(incoming.status), .text(incoming.sender), .text(incoming.subject),
                    .text(incoming.outcome), .flag(incoming.isOpen),
                ]
            },
            notes: open > 0 ? ["\(open.of("mail is", "mails are")) for you to look at."] : [],
            empty: "No such mail has come.")
    }
}

struct MailIncomingShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one mail that came.")

    @Argument(help: "The mail's number, such as I12.") var incoming: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let line = try await premises.office.inTray(premises.actor).file(
            try Reading.incoming(incoming))
        output.show(Self.card(line), on: terminal)
    }

    private static func card(_ line: IncomingLine) -> Card {
        let incoming = line.incoming
        return Card(
            title: incoming.subject.isEmpty ? incoming.id.text : incoming.subject,
            fields: [
                .init("incoming", "No.", .text(incoming.id.text)),
                .init("kind", "Kind", .text(incoming.kind.rawValue)),
                .init("outcome", "What it did", .text(incoming.outcome)),
                .init("open", "To look at", .flag(incoming.isOpen)),
                .init(
                    "person", "About",
                    line.person.map { .named($0.name.full, .text($0.id.text)) } ?? .nothing),
                .init("event", "Event", Value(line.event?.text)),
                .init("message", "Mail", Value(incoming.message?.text)),
                .init("status", "Status", Value(incoming.status)),
                .init("words", "What it says", Value(incoming.words.nonEmpty)),
                .init("from", "From", Value(incoming.sender.nonEmpty)),
                .init("sent_at", "Written", Value(incoming.sentAt)),
                .init("read_at", "Read", Value(incoming.readAt)),
                .init("mailbox", "Mailbox", .text(incoming.mailbox)),
                .init("place", "Place in it", .text(incoming.place)),
            ],
            lists: [
                Report(
                    "header", title: "Its header, as it says itself",
                    columns: [Column("field", "Field"), Column("value", "Value")],
                    rows: incoming.header.split(separator: "\n").map { field in
                        let parts = field.split(separator: ":", maxSplits: 1)
                        return [
                            .text(String(parts.first ?? "")),
                            .text(parts.dropFirst().joined().trimmedBlanks),
                        ]
                    }, empty: "No header.")
            ])
    }
}

struct MailIncomingDone: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Take mails from the list of what is to be looked at; their words go.")

    @Argument(help: "The mails' numbers, such as I12.") var incoming: [String]
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let count = try await premises.office.inTray(premises.actor).close(
            try incoming.map(Reading.incoming))
        terminal.say("\(count.of("mail", "mails")) done with.")
    }
}

extension Reading {
    /// - Throws: `incoming.unknown`.
    static func incoming(_ text: String) throws -> Incoming.ID {
        let digits = text.first?.uppercased() == "I" ? text.dropFirst() : text[...]
        guard let number = Int64(digits) else {
            throw Problem(
                .incomingUnknown,
                "“\(text.prefix(40))” is not the number of a mail that came: “convene mail incoming”"
                    + " shows them, as I12.")
        }
        return Incoming.ID(number)
    }
}

extension String {
    fileprivate var trimmedBlanks: String { String(drop { $0 == " " }) }
}

extension Incoming.Kind: ExpressibleByArgument {}
