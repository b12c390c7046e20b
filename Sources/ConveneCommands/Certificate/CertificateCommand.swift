import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Certificates of those who completed an event.",
        subcommands: [CertificateList.self, CertificateVerify.self])
}

struct CertificateList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an event's certificates with their numbers.",
        aliases: ["ls"])

    @Argument(help: "The event.") var event: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let files = try await premises.office.certificateDesk.list(
            try Code(event), as: premises.actor)
        output.show(Report.certificates(files), on: terminal)
    }
}

struct CertificateVerify: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Tell whether a certificate's number is good, and whose.",
        discussion: """
            What a certificate says is what the attendance log says now: a mark that was corrected \
            afterwards counts.
            """)

    @Argument(help: "The number, such as K7Q2-M9XA-3RTP-W8NC.") var number: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let file = try await premises.office.certificateDesk.verify(number: number)
        output.show(
            Card.certificate(file), on: terminal)
    }
}
