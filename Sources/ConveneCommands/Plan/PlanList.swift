import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PlanList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List activities, by year, by state, or overdue on a date.",
        discussion: """
            convene plan list --year 2021 --state open
            convene plan list --overdue-on 2022-01-15

            An activity is overdue from the day after its term, or a step's own term, has ended.
            """,
        aliases: ["ls"])

    @Option(help: "Only those of this programme and its stages.") var programme: String?
    @Option(help: "Only those of this year.") var year: Int?
    @Option(help: "Only those in this state today; open is planned or under way.")
    var state: PlanFilter.Condition?
    @Option(help: ArgumentHelp("Only those that were overdue on this day.", valueName: "date"))
    var overdueOn: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let filter = PlanFilter(
            programme: try programme.map(Reading.code), year: year, condition: state,
            overdueOn: try overdueOn.map(Reading.day))
        let lines = try await premises.office.planDesk(premises.actor).list(filter)
        output.show(report(lines), on: terminal)
    }

    private func report(_ lines: [ActivityLine]) -> Report {
        Report(
            "activities",
            columns: [
                Column("code", "Code"), Column("programme", "Programme", place: .whereRoom(3)),
                Column("year", "Year", place: .programs), Column("number", "No.", place: .programs),
                Column("title", "Title"), Column("term", "Term", place: .whereRoom(2)),
                Column("due", "Due"), Column("next_due", "Next due", place: .programs),
                Column("state", "State"), .number("steps_done", "Done"), .number("steps", "Steps"),
                Column("overdue", "Overdue"), Column("overdue_since", "Since", place: .programs),
                Column("done_on", "Done on", place: .programs),
                Column("events", "Events", place: .whereRoom(1)),
            ],
            rows: lines.map(row), empty: empty)
    }

    private func row(_ line: ActivityLine) -> [Value] {
        let activity = line.activity
        return [
            .text(activity.code), .text(line.programme.text), .number(activity.year),
            .number(activity.number), .text(activity.title), Value(activity.term),
            Value(activity.due), Value(activity.nextDue), .text(activity.state.rawValue),
            .number(activity.steps.count { $0.done != nil }), .number(activity.steps.count),
            Value(line.lateness), Value(line.lateness?.since), Value(activity.doneOn),
            .list(line.events.map { .text($0.text) }),
        ]
    }

    private var empty: String {
        programme == nil && year == nil && state == nil && overdueOn == nil
            ? "No activities yet: “convene plan import” brings them in." : "No such activities."
    }
}

extension PlanFilter.Condition: ExpressibleByArgument {}

extension Value {
    /// Since when something is late, and which steps if not all, for people; whether, for programs.
    init(_ lateness: Activity.Lateness?) {
        guard let lateness else {
            self = .named("", .flag(false))
            return
        }
        let steps = lateness.steps.map(String.init).joined(separator: ", ")
        let which =
            lateness.isWhole ? "" : ", \(lateness.steps.count == 1 ? "step" : "steps") \(steps)"
        self = .named("since \(lateness.since.text)\(which)", .flag(true))
    }
}
