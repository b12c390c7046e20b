import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PlanDone: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Tick steps of an activity off, or one without steps.",
        discussion: """
            convene plan done 2023-9 1 2 --on 2023-03-14
            convene plan done 2021-11
            convene plan done 2023-9 2 --undo --reason 'ticked by mistake'
            """)

    @Argument(help: "The activity, as 2023-9.") var activity: String
    @Argument(help: "The steps, by number, or all; one without steps needs none.")
    var steps: [String] = []
    @Option(help: ArgumentHelp("When it was done, if not today.", valueName: "date"))
    var on: String?
    @Flag(help: "Take the ticks back.") var undo = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        if undo, on != nil {
            throw ValidationError("--on says when it was done; --undo takes that back.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.planDesk(premises.actor)
        let mention = ActivityMention(activity)
        let day = try on.map(Reading.day)
        let choice = try Reading.steps(steps)
        let report =
            try await undo
            ? desk.untick(mention, choice, reason: reason.reason)
            : desk.tick(mention, choice, on: day)
        guard output.format == .table else {
            return output.show(Card.activity(try await desk.file(mention)), on: terminal)
        }
        terminal.say(sentence(report))
    }

    private func sentence(_ report: TickReport) -> String {
        let activity = report.activity
        let counts = [
            report.changed > 0
                ? "\(report.changed.of("tick", "ticks")) \(undo ? "taken back" : "made")" : nil,
            report.unchanged > 0 ? "\(report.unchanged) stood so already" : nil,
        ].compactMap { $0 }
        let steps =
            activity.steps.isEmpty
            ? ""
            : ", \(activity.steps.count { $0.done != nil }) of"
                + " \(activity.steps.count.of("step", "steps")) done"
        return counts.joined(separator: ", ") + ": \(activity.code) is"
            + " \(activity.state.words)\(steps)."
    }
}

extension Activity.State {
    /// The state within a sentence.
    var words: String { rawValue.replacing("-", with: " ") }
}

extension Reading {
    /// Steps as `1`, `1,3`, `2-4`, several of these, or `all`.
    ///
    /// - Throws: `activity.steps`.
    static func steps(_ texts: [String]) throws -> StepChoice {
        if texts.isEmpty { return .unsaid }
        if texts.count == 1, texts[0].lowercased() == "all" { return .all }
        let numbers = try texts.flatMap { $0.split(separator: ",") }.flatMap { part in
            let ends = part.split(separator: "-").map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                first >= 1, first <= last, last - first < 1000
            else {
                throw Problem(
                    .activitySteps,
                    "“\(part.prefix(40))” does not name steps: write 1, or 1,3, or 2-4, or all.")
            }
            return Array(first...last)
        }
        return .numbers(numbers)
    }
}
