import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct OrganisationDuplicates: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Show which organisations may stand in the register twice, and why.",
        discussion: """
            Under names in several languages, or as an abbreviation. Nothing is merged by itself: \
            "convene organisation merge" does it. What is told apart with --not-same is not shown \
            again.
            """)

    @Option(help: "How sure it must be, from 0 to 1.")
    var threshold: Double = OrganisationResemblance.threshold
    @Option(help: "Only pairs of which one is of this country.") var country: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Two organisations that are not one, for ever.", valueName: "organisation"))
    var notSame: [String] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.organisationDesk(premises.actor)
        guard notSame.isEmpty else { return try await tellApart(desk, on: terminal) }
        guard (0...1).contains(threshold) else {
            throw ValidationError("--threshold is from 0 to 1.")
        }
        let pairs = try await desk.duplicates(
            threshold: threshold, country: country.map(Country.reading))
        output.show(pairs.report, on: terminal)
    }

    private func tellApart(_ desk: OrganisationDesk, on terminal: Terminal) async throws {
        guard notSame.count == 2 else {
            throw ValidationError("--not-same names two organisations, such as --not-same O3 O7.")
        }
        let pair = try await desk.tellApart(notSame[0], notSame[1])
        terminal.say("\(pair.0.label) and \(pair.1.label) are two, and won't be proposed again.")
    }
}

struct OrganisationMergeCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make two organisations one, or undo it.",
        discussion: """
            convene organisation merge O3 O7 --dry-run    what would stay, go and move
            convene organisation merge O3 O7              O7 goes into O3, which keeps all names
            convene organisation merge --undo O7          two again, as they were
            """)

    @Argument(help: "Which stays, then which goes: a name, or a number such as O3.")
    var organisations: [String] = []
    @OptionGroup var choice: MergeChoice
    @Option(
        help: ArgumentHelp(
            "The number of the one that went, to make two of one.", valueName: "organisation"))
    var undo: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.organisationDesk(premises.actor)
        if let undo { return try await self.undo(undo, at: desk, on: terminal) }
        guard organisations.count == 2 else {
            throw ValidationError("Name two organisations: which stays, then which goes.")
        }
        let sides = try choice.sides(OrganisationMerge.Field.self)
        let plan = try await desk.mergePlan(organisations[0], organisations[1], taking: sides)
        if choice.dryRun || terminal.canAsk || output.format != .table {
            output.show(plan.card(isPreview: choice.dryRun), on: terminal)
        }
        guard !choice.dryRun else { return }
        let question = "Merge \(plan.merge.gone.label) into \(plan.merge.before.label)?"
        guard terminal.confirm(question, unless: choice.yes) else {
            return terminal.remark("Nothing was merged.")
        }
        // By number: a name may be the beginning of several.
        _ = try await desk.merge(
            plan.merge.before.number, plan.merge.gone.number, taking: sides)
        guard output.format == .table else { return }
        terminal.say(
            "\(plan.merge.gone.label) is \(plan.merge.before.number) \(plan.merge.after.name) now."
                + " “convene organisation merge --undo \(plan.merge.gone.number)” makes them two"
                + " again.")
    }

    private func undo(
        _ number: String, at desk: OrganisationDesk, on terminal: Terminal
    ) async throws {
        guard organisations.isEmpty, choice.take.isEmpty, !choice.dryRun else {
            throw ValidationError("--undo goes with nothing but the number of the one that went.")
        }
        let (kept, back) = try await desk.unmerge(number)
        terminal.say("\(back.label) and \(kept.label) are two again, as they were.")
    }
}

extension Organisation {
    fileprivate var number: String { "O\(id.rawValue)" }
    fileprivate var label: String { "\(number) \(name)" }
}

extension [OrganisationDuplicate] {
    fileprivate var report: Report {
        Report(
            "duplicates",
            columns: [
                Column("score", "Sure"), Column("organisation", "No."), Column("name", "Name"),
                Column("other_organisation", "No."), Column("other_name", "Name"),
                Column("reason", "Why"),
            ],
            rows: map { pair in
                let score = pair.resemblance.score
                return [
                    .named("\(Int(score * 100)) %", .ratio(score)), .text(pair.first.number),
                    .text(pair.first.name), .text(pair.second.number), .text(pair.second.name),
                    .named(
                        pair.resemblance.reason.words, .text(pair.resemblance.reason.rawValue)),
                ]
            }, empty: "No organisation seems to stand twice.")
    }
}

extension OrganisationMergePlan {
    fileprivate func card(isPreview: Bool) -> Card {
        Card(
            title: "\(merge.gone.label) \(isPreview ? "would go" : "goes") into"
                + " \(merge.before.label)",
            fields: [
                .init("organisation", "Stays (A)", .text(merge.before.number)),
                .init("merged", "Goes (B)", .text(merge.gone.number)),
                .init("moves", "Moves", .list(moves.map { .text($0) })),
            ],
            lists: [
                MergeRows(
                    choices.map { ($0.field, $0.stays, $0.goes, $0.side) }
                ).report
            ])
    }
}
