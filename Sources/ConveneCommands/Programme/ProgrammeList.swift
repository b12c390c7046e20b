import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct ProgrammeList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the programmes.", aliases: ["ls"])

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let programmes = try await premises.office.programmeDesk(premises.actor).list()
        output.show(Report.programmes(programmes), on: terminal)
    }
}
