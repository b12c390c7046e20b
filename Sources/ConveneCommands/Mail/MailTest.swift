import ArgumentParser
import Convene
import ConveneBootstrap

struct MailTest: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send one plain mail to yourself, to see that mail leaves.")

    @Argument(help: "Your address.") var address: String
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let parcel = try premises.office.postRoom(premises.actor).trial(
            to: try EmailAddress(address))
        let delivery = try await premises.mailer().deliver(parcel)
        guard delivery.outcome == .sent else {
            throw Problem(
                .mailServer,
                "The mail was not taken (\(delivery.outcome.rawValue)): \(delivery.reply)")
        }
        terminal.say("Taken: \(delivery.reply)")
    }
}
