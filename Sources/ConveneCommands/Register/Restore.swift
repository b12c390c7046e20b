import ArgumentParser
import Convene
import ConveneBootstrap

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a verified copy in the register's place.",
        discussion: """
            A register that is there is replaced only with --replace. The outbox of what was \
            restored is held until "convene mail release", since mail may have been sent after the \
            copy was made.
            """)

    @Argument(help: "The copy, as “convene backup” made it.", completion: .file()) var file: String
    @Flag(help: "Replace the register that is there.") var replace = false
    @Flag(name: [.long, .customShort("y")], help: "Don't ask before replacing.") var yes = false
    @OptionGroup var register: RegisterOptions

    func run() async throws {
        let terminal = Terminal.current
        let settings = try await register.settings()
        if replace {
            guard
                terminal.confirm(
                    "\(settings.database) would be replaced by \(file). Do it?", unless: yes)
            else { return terminal.say("Nothing was changed.") }
        }
        try await Premises.restore(from: file, to: settings, replacing: replace)
        terminal.say(
            "\(settings.database) is restored from \(file) and verified. The outbox is held:"
                + " “convene mail queue” shows it, “convene mail release” lets it go.")
    }
}
