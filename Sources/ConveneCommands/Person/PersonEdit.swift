import ArgumentParser
import Convene
import ConveneBootstrap

struct PersonEdit: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is known of somebody.",
        discussion: """
            Registrations keep what was true when they were made, so that old figures don't move. \
            A new --email becomes the first of their addresses.
            """)

    @Argument(help: "An address, a number such as P12, or a name that only one person has.")
    var person: String
    @OptionGroup var fields: PersonFields
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let changes = fields
        let person = try await premises.office.personDesk(premises.actor).edit(
            PersonMention(person), organisation: fields.organisation
        ) { try changes.apply(to: &$0) }
        terminal.say("\(person.id.text) \(person.name.full) is as said.")
    }
}
