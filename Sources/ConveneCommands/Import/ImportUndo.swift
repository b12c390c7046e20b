import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct ImportUndo: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back what a list brought.",
        discussion: """
            Of a list of people, their registrations go, and whoever came by the list and is at no \
            other event. It is refused where somebody has been invited, has answered or attended \
            since.

            Of programmes, events and plans, what the list added goes, and what it changed goes back \
            to what it was, unless somebody has changed it since. It is refused where something \
            depends on what came in. Of an attendance sheet, its marks go.
            """)

    @Argument(help: "The import's number.") var number: Int64
    @Flag(help: "Show what would go, and change nothing.") var dryRun = false
    @Flag(name: .shortAndLong, help: "Don't ask before it is done.") var yes = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.importDesk(premises.actor)
        let plan = try await desk.undoing(.init(number))
        if dryRun { return terminal.say("Would go: \(plan.words)") }
        guard terminal.confirm("Take back \(plan.file): \(plan.words)", unless: yes) else {
            return terminal.say("Nothing was changed.")
        }
        let done = try await desk.undo(.init(number), reason: reason.reason)
        terminal.say("\(plan.file) was taken back: \(done.words)")
    }
}
