import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonExport: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Everything that the register holds on somebody, as JSON.",
        discussion: "convene person export P12 > P12.json")

    @Argument(help: "An address, a number such as P12, or a name that only one person has.")
    var person: String
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let record = try await premises.office.personDesk(premises.actor).record(
            PersonMention(person))
        terminal.write(Card.record(record).render(as: .json, on: terminal.screen), to: .output)
    }
}
