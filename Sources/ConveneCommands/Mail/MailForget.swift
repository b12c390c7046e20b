import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailForget: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forget what mails of past events said.",
        discussion: """
            convene mail forget --dry-run        by retention.mail-days of convene.yaml

            The texts of mails go, with what servers replied and what came back, so many days after \
            the last day of their event. That they were sent, to whom and when stays, and so do \
            answers. Mail that has not left is let be, and so is what came and nobody has looked at. \
            It can't be undone.
            """)

    @Flag(help: "Show which events' mail would be forgotten, and change nothing.")
    var dryRun = false
    @Flag(name: .shortAndLong, help: "Don't ask before it is done.") var yes = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        guard let days = premises.settings.retentionMailDays else {
            throw Problem(
                .settingInvalid,
                "Say after how many days mail is to be forgotten: retention.mail-days in convene.yaml,"
                    + " or CONVENE_RETENTION_MAIL_DAYS.")
        }
        let room = premises.office.postRoom(premises.actor)
        let day = room.forgettingDay(days: days)
        let plan = try await room.forgetting(endedBefore: day)
        if dryRun || plan.isEmpty {
            return output.show(Self.report(plan, before: day), on: terminal)
        }
        let mails = plan.reduce(0) { $0 + $1.mails + $1.replies }.of("mail", "mails")
        let events = plan.count.of("event", "events")
        guard
            terminal.confirm(
                "Forget what \(mails) of \(events) said? This can't be undone", unless: yes)
        else { return terminal.say("Nothing was changed.") }
        let done = try await room.forget(endedBefore: day)
        try await premises.emptyLog()
        guard output.format == .table else {
            return output.show(Self.report(done, before: day), on: terminal)
        }
        let count = done.reduce(0) { $0 + $1.mails + $1.replies }
        terminal.say(
            "\(count.of("mail of", "mails of")) \(done.count.of("event", "events"))"
                + " \(count == 1 ? "is" : "are") forgotten.")
    }

    private static func report(_ lines: [ForgottenMail], before day: Day) -> Report {
        Report(
            "events",
            columns: [
                Column("event", "Event"), Column("ended", "Ended"), .number("mails", "Mails"),
                .number("replies", "Came back"),
            ],
            rows: lines.map {
                [
                    .text($0.event.text), .text($0.ended.text), .number($0.mails),
                    .number($0.replies),
                ]
            },
            empty: "No mail to forget of events that ended before \(day.text).")
    }
}
