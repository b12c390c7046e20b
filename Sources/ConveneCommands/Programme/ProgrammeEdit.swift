import ArgumentParser
import Convene
import ConveneBootstrap

struct ProgrammeEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is said of a programme.")

    @Argument(help: "The programme.") var code: String
    @Option(help: "A new title.") var title: String?
    @OptionGroup var fields: ProgrammeFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.programmeDesk(premises.actor)
        var parent: Programme.ID?
        if let code = fields.parent { parent = try await desk.programme(try Code(code)).id }
        let (newParent, newTitle, changes) = (parent, title, fields)
        let edited = try await desk.edit(try Code(code)) { programme in
            if let newTitle { programme.title = newTitle }
            if let newParent { programme.parent = newParent }
            try changes.apply(to: &programme)
        }
        terminal.say("Programme \(edited.code) is as said.")
    }
}
