import ArgumentParser
import Convene
import ConveneBootstrap

struct MailTest: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send one mail to yourself: a plain one, or one of an event.",
        discussion: """
            convene mail test me@example.org              to see that mail leaves
            convene mail test me@example.org --event E    an invitation before it leaves

            It goes to your address alone, and says “[Test]”. Its links and its calendar
            entry are nobody's, and the outbox knows nothing of it.
            """)

    @Argument(help: "Your address.") var address: String
    @Option(help: "A mail of this event, in place of a plain one.") var event: String?
    @Option(help: "Which mail of the event; the invitation unless said otherwise.")
    var purpose: Message.Purpose?
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Whose mail of the event; the first on its list unless said otherwise.",
            valueName: "person"))
    var person: String?
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard event != nil || (purpose == nil && person == nil) else {
            throw ValidationError("--purpose and --for go with --event.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let parcel = try await parcel(of: premises.office.postRoom(premises.actor))
        let delivery = try await premises.mailer().deliver(parcel)
        guard delivery.outcome == .sent else {
            throw Problem(
                .mailServer,
                "The mail was not taken (\(delivery.outcome.rawValue)): \(delivery.reply)")
        }
        terminal.say("Taken: \(delivery.reply)")
    }

    private func parcel(of room: PostRoom) async throws -> Parcel {
        let address = try EmailAddress(address)
        guard let event else { return try room.trial(to: address) }
        return try await room.trial(
            of: purpose ?? .invitation, about: try Code(event),
            for: person.map { PersonMention($0) }, to: address)
    }
}
