import ArgumentParser
import Convene
import ConveneBootstrap

struct ProgrammeAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a programme, or a stage of one.")

    @Argument(help: "Its short name, for example ram-2.") var code: String
    @Option(help: "Its title.") var title: String
    @OptionGroup var fields: ProgrammeFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.programmeDesk(premises.actor)
        var programme = Programme(code: try Code(code), title: title)
        try fields.apply(to: &programme)
        if let parent = fields.parent {
            programme.parent = try await desk.programme(try Code(parent)).id
        }
        let added = try await desk.add(programme)
        terminal.say("Programme \(added.code) added.")
    }
}
