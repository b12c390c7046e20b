import ArgumentParser
import Convene
import ConveneBootstrap

struct MailThank: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "thank",
        abstract: "Thank those who attended, with a certificate for those who completed.",
        discussion: """
            convene mail thank EVENT --dry-run     who would get what, and who nothing and why
            convene mail thank EVENT

            The event must be held ("convene event hold"). Nobody is thanked twice. Whoever completed \
            it gets a secret link to a certificate; "convene certificate verify" tells whether a \
            certificate's number is good.
            """)

    @Argument(help: "The event.") var event: String
    @OptionGroup var word: NoteOption
    @OptionGroup var circular: CircularOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let code = try Code(event)
        try await circular.run(
            .thanks, at: code,
            .init(question: { "Thank \($0) of \(code)" }, one: "mail", many: "mails"),
            note: word.note, in: premises, on: terminal)
    }
}
