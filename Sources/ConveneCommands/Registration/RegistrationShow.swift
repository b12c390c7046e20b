import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct RegistrationShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one registration with everything that happened to it.")

    @Argument(help: "The event.") var event: String
    @Argument(help: "The person.") var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.registrationDesk(premises.actor)
        let file = try await desk.file(PersonMention(person), at: try Code(event))
        output.show(Card.registration(file), on: terminal)
    }
}
