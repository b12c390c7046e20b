import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct AttendanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "The attendance log, and sheets to fill in.",
        subcommands: [AttendanceList.self, AttendanceSheetCommand.self])
}

struct AttendanceList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the log: every mark, who made it, when and how.",
        aliases: ["ls", "log"])

    @Argument(help: "The event.") var event: String
    @Option(help: "Only this session.") var session: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let lines = try await premises.office.attendanceSheet(premises.actor).log(
            try Code(event), session: session)
        output.show(Report.marks(lines), on: terminal)
    }
}

struct AttendanceSheetCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Who was where: a sheet to read, to sign, or to fill in.",
        discussion: """
            convene attendance sheet EVENT                        who was where
            convene attendance sheet EVENT --out sheet.xlsx       to fill in
            convene attend EVENT --from sheet.xlsx                and to take back
            convene attendance sheet EVENT --sign --out sign.xlsx to print and sign

            A column a session; present, absent or excused in the cells (p, a and e are read too).
            """)

    @Argument(help: "The event.") var event: String
    @Option(
        help: ArgumentHelp("Write it into a file: .xlsx, .csv or .tsv.", valueName: "file"),
        completion: .file(extensions: ["xlsx", "csv", "tsv"]))
    var out: String?
    @Flag(help: "With an empty field for a signature at each session.") var sign = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let grid = try await premises.office.attendanceSheet(premises.actor).sheet(try Code(event))
        let report = sign ? toSign(grid) : Report.attendance(grid)
        guard let out else { return output.show(report, on: terminal) }
        try SheetFile.write(report, to: out, on: terminal.screen)
        terminal.say("\(grid.lines.count.of("person", "people")) in \(out).")
    }

    private func toSign(_ grid: AttendanceGrid) -> Report {
        Report(
            "signatures",
            columns: [
                .number("number", "No."), Column("name", "Name"), Column("country", "Country"),
                Column("organisation", "Organisation"),
            ] + grid.sessions.map { Column("session_\($0.number)", "Signature \($0.day.text)") },
            rows: grid.lines.enumerated().map { index, line in
                [
                    .number(index + 1), .text(line.person.name.formal),
                    .text(line.registration.country?.name(in: .english) ?? ""),
                    .text(line.organisation),
                ] + grid.sessions.map { _ in .text("") }
            }, empty: "Nobody is confirmed yet.")
    }
}
