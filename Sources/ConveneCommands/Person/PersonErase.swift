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
            too, and so do their names in what others wrote. It can't be undone. Copies outside the \
            register are not reached: backups made before, mails in a folder, lists and exports.
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
        if let person {
            try await erase(PersonMention(person), premises, on: terminal)
        } else {
            try await eraseIdle(premises, on: terminal)
        }
        try await premises.emptyLog()
    }

    private func erase(_ mention: PersonMention, _ premises: Premises, on terminal: Terminal)
        async throws
    {
        let desk = premises.office.personDesk(premises.actor)
        let plan = try await desk.erasing(mention)
        let words = "\(plan.name) (\(plan.person.text)): \(Self.words(plan))"
        if dryRun {
            terminal.say("Would be forgotten: \(words)")
            return remark(on: plan, terminal, premises)
        }
        guard terminal.confirm("Forget \(words) This can't be undone", unless: yes) else {
            return terminal.say("Nothing was changed.")
        }
        let done = try await desk.erase(mention)
        terminal.say("\(plan.person.text) is forgotten. \(Self.words(done))")
        remark(on: done, terminal, premises)
    }

    /// What still names them, within the register and without.
    private func remark(on erasure: Erasure, _ terminal: Terminal, _ premises: Premises) {
        if !erasure.remains.isEmpty {
            terminal.remark("Still named in \(erasure.remains.joined(separator: "; ")).")
        }
        terminal.remark(Self.copies(premises.settings))
    }

    private static func copies(_ settings: Settings) -> String {
        let url = settings.mail.url ?? ""
        let folder = url.hasPrefix("file:") ? "mails in \(url.dropFirst(5)), " : ""
        return "Not reached: backups made before, \(folder)mail that was sent, lists that came and"
            + " what was exported. Whoever keeps them deletes them."
    }

    private static func words(_ erasure: Erasure) -> String {
        let off = erasure.withdrawn.map(\.text).joined(separator: ", ")
        return
            "\(erasure.registrations.of("registration stays", "registrations stay")) without a name,"
            + " \(erasure.addresses.of("address", "addresses")) and"
            + " \(erasure.messages.of("mail", "mails")) go."
            + (off.isEmpty ? "" : " Withdrawn from \(off).") + others(erasure)
    }

    /// ` Named no more in 2 outcomes, 1 note.`
    private static func others(_ erasure: Erasure) -> String {
        let counts = FreeText.allCases.compactMap { kind in
            erasure.texts[kind].map { kind.counted($0) }
        }
        return counts.isEmpty ? "" : " Named no more in \(counts.joined(separator: ", "))."
    }

    private func eraseIdle(_ premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.personDesk(premises.actor)
        guard let years = premises.settings.retentionYears else {
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
        if let first = done.first { remark(on: first, terminal, premises) }
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
