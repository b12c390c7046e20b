import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonErase: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Forget somebody; the figures stay as they are.",
        discussion: """
            convene person erase P12 --dry-run
            convene person erase --idle --dry-run        by retention.years of convene.yaml

            Names, addresses, notes, answers and what mails said go, from the audit and the history \
            too. It can't be undone, and backups made before still hold what was forgotten.
            """)

    @Argument(help: "An address, a number such as P12, or a name that only one person has.")
    var person: String?
    @Flag(help: "All whom nothing has happened to for retention.years.") var idle = false
    @Flag(help: "Show what would go, and change nothing.") var dryRun = false
    @Flag(name: .shortAndLong, help: "Don't ask before it is done.") var yes = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard (person != nil) != idle else {
            throw ValidationError("Name somebody, or say --idle.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.personDesk(premises.actor)
        if let person {
            try await erase(PersonMention(person), desk, on: terminal)
        } else {
            try await eraseIdle(years: premises.settings.retentionYears, desk, on: terminal)
        }
        try await premises.emptyLog()
    }

    private func erase(_ mention: PersonMention, _ desk: PersonDesk, on terminal: Terminal)
        async throws
    {
        let plan = try await desk.erasing(mention)
        let words = "\(plan.name) (\(plan.person.text)): \(Self.words(plan))"
        if dryRun { return terminal.say("Would be forgotten: \(words)") }
        guard terminal.confirm("Forget \(words) This can't be undone", unless: yes) else {
            return terminal.say("Nothing was changed.")
        }
        _ = try await desk.erase(mention)
        terminal.say("\(plan.person.text) is forgotten. \(Self.words(plan))")
    }

    private static func words(_ erasure: Erasure) -> String {
        let off = erasure.withdrawn.map(\.text).joined(separator: ", ")
        return
            "\(erasure.registrations.of("registration stays", "registrations stay")) without a name,"
            + " \(erasure.addresses.of("address", "addresses")) and"
            + " \(erasure.messages.of("mail", "mails")) go."
            + (off.isEmpty ? "" : " Withdrawn from \(off).")
    }

    private func eraseIdle(years: Int?, _ desk: PersonDesk, on terminal: Terminal) async throws {
        guard let years else {
            throw Problem(
                .settingInvalid,
                "Say after how many years people are to be forgotten: retention.years in convene.yaml,"
                    + " or CONVENE_RETENTION_YEARS.")
        }
        let day = desk.retentionDay(years: years)
        let people = try await desk.idle(since: day)
        if dryRun || people.isEmpty {
            return output.show(Self.report(people, since: day), on: terminal)
        }
        let count = people.count.of("person", "people")
        guard
            terminal.confirm(
                "Forget \(count) for whom nothing has happened since \(day.text)? This can't be undone",
                unless: yes)
        else { return terminal.say("Nothing was changed.") }
        let done = try await desk.eraseIdle(since: day)
        terminal.say("\(done.count.of("person is", "people are")) forgotten.")
    }

    private static func report(_ people: [PersonLine], since day: Day) -> Report {
        Report(
            "people",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("country", "Country"),
            ],
            rows: people.map {
                [
                    .text($0.person.id.text), .text($0.person.name.full),
                    Value(code: $0.person.country),
                ]
            }, empty: "Nobody for whom nothing has happened since \(day.text).")
    }
}
