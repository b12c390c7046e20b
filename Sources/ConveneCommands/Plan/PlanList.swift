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
        output.show(Report.activities(lines, empty: empty), on: terminal)
    }

    private var empty: String {
        programme == nil && year == nil && state == nil && overdueOn == nil
            ? "No activities yet: “convene plan import” brings them in." : "No such activities."
    }
}

extension PlanFilter.Condition: ExpressibleByArgument {}
