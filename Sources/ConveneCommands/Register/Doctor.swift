import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the file, the schema, the figures, the settings.",
        discussion: """
            It changes nothing, and sends nothing: the talk with the mail server ends where a mail \
            would begin.

            Where mail goes to a server, it says which records the DNS must have. To have them checked, \
            look them up and hand over what comes out:
            dig +noall +answer example.org TXT _dmarc.example.org TXT example.org MX > dns.txt
            convene doctor --dns dns.txt
            """)

    @Option(
        help: ArgumentHelp(
            "A file of DNS records, as dig prints them, to be checked; - reads what is piped in.",
            valueName: "file"), completion: .file())
    var dns: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func run() async throws {
        let records = try dns.map { DNSRecords(try TextFile.read($0)) }
        let checks = try await Checkup.run(try await register.settings(), records: records)
        output.show(
            Report(
                "checks",
                columns: [
                    Column("check", "Check"), Column("ok", "Well"), Column("finding", "Finding"),
                ],
                rows: checks.map { [.text($0.name), .init($0.isWell), .text($0.finding)] },
                empty: ""), on: .current)
        guard !checks.contains(where: { $0.isWell == false }) else {
            throw Problem(.doctorFound, "Something is not well: see the findings above.")
        }
    }
}
