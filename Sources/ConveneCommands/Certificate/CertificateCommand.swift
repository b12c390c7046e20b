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
        let files = try await premises.office.certificateDesk.list(try Code(event))
        output.show(
            Report(
                "certificates",
                columns: [
                    Column("number", "Number"), Column("person", "No."), Column("name", "Name"),
                    Column("role", "Role"), Column("made_at", "Made"),
                ],
                rows: files.map {
                    [
                        .text($0.certificate.number), .text($0.person.id.text),
                        .text($0.person.name.full), .text($0.role.rawValue),
                        Value($0.certificate.madeAt),
                    ]
                }, empty: "No certificates yet: “convene mail thank” makes them."), on: terminal)
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
            Card(
                title: "\(file.person.name.full) completed \(file.event.code)",
                fields: [
                    .init("number", "Number", .text(file.certificate.number)),
                    .init("name", "Name", .text(file.person.name.full)),
                    .init("event", "Event", .text(file.event.code.text)),
                    .init("title", "Title", .text(file.event.title)),
                    .init("dates", "Dates", Value(file.event.dates)),
                    .init("role", "Role", .text(file.role.rawValue)),
                    .init("made_at", "Made", Value(file.certificate.madeAt)),
                ], lists: []), on: terminal)
    }
}
