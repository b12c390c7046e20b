import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct MailShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one mail with every attempt to send it.")

    @Argument(help: "The mail's number, such as M12.") var message: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let room = premises.office.postRoom(premises.actor)
        let file = try await room.file(try Reading.message(message))
        output.show(Card.message(file), on: terminal)
    }
}
