import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who did what, and when.",
        subcommands: [AuditList.self, AuditVerify.self])
}

struct AuditList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the latest entries, newest first.", aliases: ["ls"])

    @Option(help: "How many at most.") var limit: Int = 100
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let entries = try await premises.office.auditBook(premises.actor).latest(limit: limit)
        output.show(Report.entries(entries), on: terminal)
    }
}

struct AuditVerify: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no entry was changed or taken out.")

    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let count = try await premises.office.auditBook(premises.actor).verify()
        terminal.say("\(count.of("entry", "entries")), each bound to the one before it.")
    }
}
