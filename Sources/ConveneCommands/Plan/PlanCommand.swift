import ArgumentParser

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Action plans: what is to be done by when, and what was.",
        discussion: """
            An activity is called by its year and number, as 2023-9; where several plans have one, \
            with the programme before it, as tm-2021-2023/2023-9.
            """,
        subcommands: [
            PlanImport.self, PlanList.self, PlanShow.self, PlanDone.self, PlanLink.self,
            PlanDrop.self,
        ])
}
