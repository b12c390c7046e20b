import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show somebody with everything they were registered at.")

    @Argument(help: "An address, a number such as P12, or a name that only one person has.")
    var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.personDesk(premises.actor).file(PersonMention(person))
        output.show(Card.person(file), on: terminal)
    }
}
