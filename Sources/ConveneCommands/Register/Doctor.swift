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
            """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func run() async throws {
        let checks = try await Checkup.run(try await register.settings())
        output.show(
            Report(
                "checks",
                columns: [
                    Column("check", "Check"), Column("ok", "Well"), Column("finding", "Finding"),
                ],
                rows: checks.map { [.text($0.name), .flag($0.isWell), .text($0.finding)] },
                empty: ""), on: .current)
        guard checks.allSatisfy(\.isWell) else {
            throw Problem(.doctorFound, "Something is not well: see the findings above.")
        }
    }
}
