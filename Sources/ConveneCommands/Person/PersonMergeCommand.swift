import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonMergeCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make two people one, or undo it.",
        discussion: """
            convene person merge P3 P7 --dry-run          what would stay, go and move
            convene person merge P3 P7                    P7 goes into P3
            convene person merge P3 P7 --take email=B     P7's address is written to
            convene person merge --undo P7                two again, as they were

            What P3 says stays, unless it says nothing. Registrations, attendance, invitations and \
            mail move with P7; past figures keep country, gender and organisation as they were.
            """)

    @Argument(help: "Who stays, then who goes: address, number such as P12, or unique name.")
    var people: [String] = []
    @OptionGroup var choice: MergeChoice
    @Option(help: ArgumentHelp("The number of who went, to make two of one.", valueName: "person"))
    var undo: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.personDesk(premises.actor)
        if let undo { return try await self.undo(undo, at: desk, on: terminal) }
        guard people.count == 2 else {
            throw ValidationError("Name two people: who stays, then who goes.")
        }
        let (first, second) = (PersonMention(people[0]), PersonMention(people[1]))
        let sides = try choice.sides(PersonMerge.Field.self)
        let plan = try await desk.mergePlan(first, second, taking: sides)
        let (kept, gone) = (plan.merge.before, plan.merge.gone)
        if choice.dryRun || terminal.canAsk || output.format != .table {
            output.show(Card.merge(plan, isPreview: choice.dryRun), on: terminal)
        }
        guard !choice.dryRun else { return }
        let question = "Merge \(gone.id.text) \(gone.name.full) into \(kept.id.text)?"
        guard terminal.confirm(question, unless: choice.yes) else {
            return terminal.remark("Nothing was merged.")
        }
        _ = try await desk.merge(first, second, taking: sides)
        guard output.format == .table else { return }
        terminal.say(
            "\(gone.id.text) \(gone.name.full) is \(kept.id.text) \(plan.merge.after.name.full)"
                + " now. “convene person merge --undo \(gone.id.text)” makes them two again.")
    }

    private func undo(_ number: String, at desk: PersonDesk, on terminal: Terminal) async throws {
        guard people.isEmpty, choice.take.isEmpty, !choice.dryRun else {
            throw ValidationError("--undo goes with nothing but the number of who went.")
        }
        let (kept, back) = try await desk.unmerge(PersonMention(number))
        terminal.say(
            "\(back.id.text) \(back.name.full) and \(kept.id.text) \(kept.name.full) are two"
                + " again, as they were.")
    }
}

/// What merges of people and of organisations have in common.
struct MergeChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whose value stays: A's, who is named first, or B's. Repeatable.",
            valueName: "field=A|B"))
    var take: [String] = []
    @Flag(help: "Show what would stay, go and move, and write nothing.") var dryRun = false
    @Flag(name: [.long, .customShort("y")], help: "Don't ask before merging.") var yes = false

    func sides<Field: RawRepresentable<String> & CaseIterable & Hashable>(_ fields: Field.Type)
        throws -> [Field: MergeSide]
    {
        var sides: [Field: MergeSide] = [:]
        for pair in take {
            let parts = pair.split(separator: "=").map(String.init)
            guard parts.count == 2, let field = Field(rawValue: parts[0].lowercased()),
                let side = MergeSide(rawValue: parts[1].uppercased()), side != .both
            else {
                let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--take is FIELD=A or FIELD=B; the fields are \(known).")
            }
            sides[field] = side
        }
        return sides
    }
}
