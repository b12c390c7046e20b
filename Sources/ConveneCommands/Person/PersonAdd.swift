import ArgumentParser
import Convene
import ConveneBootstrap

struct PersonAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enter somebody.")

    @OptionGroup var fields: PersonFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let draft = try fields.draft(asking: terminal)
        let person = try await premises.office.personDesk(premises.actor).add(draft)
        terminal.say("\(person.id.text) \(person.name.full) added.")
    }
}
