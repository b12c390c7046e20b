package import ArgumentParser
import Convene
import ConveneBootstrap
import FoundationEssentials

/// `convene`, the admin's terminal: a noun, then a verb; the daily acts have a word of their own.
package struct ConveneCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "convene",
        abstract: "Registers people for trainings and meetings, invites them, and says who came.",
        discussion: """
            Nouns take a verb: "convene event list", "convene person find aigul". The daily acts \
            have a word of their own: nominate, register, invite, attend, stats.

            The register is ./convene.db, or what --database, CONVENE_DATABASE or convene.yaml say.
            "convene demo" shows the whole work on real lists, in a fresh folder.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "The daily acts:",
                subcommands: [Nominate.self, Register.self, Invite.self, Attend.self, Stats.self]),
            CommandGroup(
                name: "What the register holds:",
                subcommands: [
                    ProgrammeCommand.self, EventCommand.self, SessionCommand.self,
                    PersonCommand.self, OrganisationCommand.self, RegistrationCommand.self,
                    AttendanceCommand.self, InvitationCommand.self, PlanCommand.self,
                    OutcomeCommand.self, CertificateCommand.self, MailCommand.self,
                    ImportCommand.self, WebhookCommand.self,
                ]),
            CommandGroup(
                name: "The register itself:",
                subcommands: [
                    Init.self, Demo.self, AccountCommand.self, AuditCommand.self, Backup.self,
                    Restore.self, Doctor.self,
                ]),
            CommandGroup(name: "To read:", subcommands: [Manual.self]),
        ])

    package init() {}

    /// Runs one command line and says how it went; what is to be read is on the terminal then.
    ///
    /// - Returns: the exit code, by the table of design.md §4.
    package static func run(_ arguments: [String], on terminal: Terminal = .system) async -> Int32 {
        let code = await Terminal.$current.withValue(terminal) {
            do {
                var command = try parseAsRoot(arguments)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                return Int32(0)
            } catch let problem as Problem {
                return refuse(problem, terminal)
            } catch {
                return finish(error, arguments, terminal)
            }
        }
        guard code == 0, let loss = terminal.loss else { return code }
        return refuse(loss, terminal)
    }

    private static func refuse(_ problem: Problem, _ terminal: Terminal) -> Int32 {
        terminal.complain(problem)
        return problem.kind.exitCode
    }

    /// What is not a refusal of ours is the parser's word on the command line, or a fault of ours.
    private static func finish(
        _ error: any Error, _ arguments: [String], _ terminal: Terminal
    ) -> Int32 {
        let code = exitCode(for: error)
        guard code == .failure, !(error is ExitCode) else {
            let text = HelpText.folded(fullMessage(for: error), for: terminal.screen)
            if !text.isEmpty {
                terminal.write(text + "\n", to: code == .success ? .output : .error)
            }
            return code.rawValue
        }
        // The machine's own clock, whatever the office's shows: a log is read beside other logs.
        let fault = error as? FaultOfOurs
        let log = FaultLog(database: fault?.database ?? "convene.db")
        log.write(fault?.cause ?? error, command: arguments, at: Date())
        terminal.write(
            "convene: Something went wrong on our side; nothing was half done. The details are in \(log.path).\n",
            to: .error)
        return 1
    }
}

extension Problem.Kind {
    /// The one place where refusals become exit codes.
    var exitCode: Int32 {
        switch self {
        case .refused: 2
        case .notFound: 3
        case .conflict: 4
        case .partly: 5
        }
    }
}
