import ArgumentParser
import Convene
import ConveneBootstrap

/// The three forms in which people come onto an event's list: known, new, or as a list.
struct EntryArguments: ParsableArguments {
    @Argument(help: "The event.") var event: String
    @Argument(help: "People in the register: address, number such as P12, or unique name.")
    var people: [String] = []

    @Option(
        help: ArgumentHelp("A list: Excel (XLSX), CSV or TSV.", valueName: "list"),
        completion: .file())
    var from: String?
    @Option(help: "What they are at the event.") var role: Role = .participant
    @OptionGroup var reason: ReasonOption
    @OptionGroup(title: "Somebody new") var fields: PersonFields
    @OptionGroup(title: "A list") var reading: ListArguments
    @OptionGroup var list: PeopleListOptions
    @OptionGroup var output: OutputOptions

    /// Checked when the line has been read, so that an option that doesn't exist is told first.
    private func check() throws {
        let forms = [!people.isEmpty, from != nil, !fields.isEmpty].count { $0 }
        if forms > 1 {
            throw ValidationError(
                "Name people, or describe somebody new, or give --from: one of them.")
        }
        if reading.dryRun, from == nil {
            throw ValidationError("--dry-run goes with --from.")
        }
    }

    func enter(
        as entry: RegistrationDesk.Entry, in premises: Premises, on terminal: Terminal
    ) async throws {
        try check()
        let desk = premises.office.registrationDesk(premises.actor)
        let code = try Code(event)
        if let from {
            return try await enter(
                reading.read(
                    from, of: PersonField.self, adding: premises.settings.headings), at: code,
                as: entry, in: premises, on: terminal)
        }
        let lines: [RegistrationLine]
        if people.isEmpty {
            // The event is looked up before anything is asked.
            _ = try await premises.office.eventDesk(premises.actor).event(code)
            let draft = try fields.draft(asking: terminal)
            lines = [
                try await desk.enter(draft, at: code, as: entry, role: role, reason: reason.reason)
            ]
        } else {
            lines = try await desk.enter(
                Reading.people(people), at: code, as: entry, role: role, reason: reason.reason)
        }
        output.show(
            lines, saying: entry == .nominated ? "nominated" : "registered", on: terminal)
    }

    private func enter(
        _ sheet: Sheet, at event: Code, as entry: RegistrationDesk.Entry, in premises: Premises,
        on terminal: Terminal
    ) async throws {
        if !reading.dryRun { try self.list.checkAsking(on: terminal) }
        let desk = premises.office.registrationDesk(premises.actor)
        let progress = Progress("Entering", on: terminal)
        var options = try await reading.options(
            for: sheet, list, role: role, in: premises, on: terminal, progress: progress)
        if reading.faults != nil {
            let preview = try await desk.preview(sheet, at: event, as: entry, options)
            try reading.write(preview, of: sheet, on: terminal)
        }
        if self.list.onProbable == .ask, !reading.dryRun {
            let preview = try await desk.preview(sheet, at: event, as: entry, options)
            options.answers = Probables(report: preview, terminal: terminal).answers()
        }
        let report =
            try await reading.dryRun
            ? desk.preview(sheet, at: event, as: entry, options)
            : desk.enter(sheet, at: event, as: entry, options)
        progress.end()
        try reading.show(report, output, on: terminal)
    }
}
