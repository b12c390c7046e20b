import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct SessionAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a session to an event, for example to split a day.")

    @Argument(help: "The event.") var event: String
    @Option(help: ArgumentHelp("The day.", valueName: "date")) var day: String
    @OptionGroup var fields: SessionFields
    @Flag(help: "Queue no mail about the change.") var noMail = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        var draft = Session(event: Event.ID(0), number: 0, day: try Reading.day(day))
        try fields.apply(to: &draft)
        let change = try await premises.office.sessionDesk(premises.actor).add(
            to: try Code(event), day: draft.day, title: draft.title, starts: draft.starts,
            ends: draft.ends, counts: draft.counts, telling: !noMail)
        output.show(change, on: terminal)
    }
}

struct SessionEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a session; all are numbered by day and time.")

    @Argument(help: "The event.") var event: String
    @Argument(help: "The session's number.") var number: Int
    @Option(help: ArgumentHelp("Another day.", valueName: "date")) var day: String?
    @OptionGroup var fields: SessionFields
    @Flag(help: "Queue no mail about the change.") var noMail = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let (day, fields) = (try day.map(Reading.day), fields)
        let change = try await premises.office.sessionDesk(premises.actor).edit(
            number, of: try Code(event), telling: !noMail
        ) { session in
            if let day { session.day = day }
            try fields.apply(to: &session)
        }
        output.show(change, on: terminal)
    }
}

struct SessionRemove: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a session at which nobody was marked.",
        aliases: ["rm"])

    @Argument(help: "The event.") var event: String
    @Argument(help: "The session's number.") var number: Int
    @Flag(help: "Queue no mail about the change.") var noMail = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let change = try await premises.office.sessionDesk(premises.actor).remove(
            number, of: try Code(event), telling: !noMail)
        output.show(change, on: terminal)
    }
}

extension OutputOptions {
    /// Shows the sessions, and says who hears of the change.
    fileprivate func show(_ change: SessionChange, on terminal: Terminal) {
        show(Report.sessions(change.sessions), on: terminal)
        guard change.mails > 0 else { return }
        terminal.remark(EventChange.outboxSentence(change.mails))
    }
}
