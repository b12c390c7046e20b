import ArgumentParser
import Convene
import ConveneBootstrap

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a new register.",
        discussion: """
            It is one file: ./convene.db, or what --database, CONVENE_DATABASE or convene.yaml say. \
            With CONVENE_NOW set, it is a rehearsal for ever: its mail goes to file: or to this \
            machine only.
            """)

    @OptionGroup var register: RegisterOptions

    func run() async throws {
        let settings = try await register.settings()
        let premises = try await Premises.found(settings)
        let card = try await premises.office.frontDoor(premises.actor).card()
        Terminal.current.say(
            "A new register in \(settings.database)" + (card.rehearsal ? ", a rehearsal." : "."))
    }
}
