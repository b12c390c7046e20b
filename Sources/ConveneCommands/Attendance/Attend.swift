import ArgumentParser
import Convene
import ConveneBootstrap

struct Attend: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Take attendance at an event's sessions.",
        discussion: """
            convene attend EVENT --session 1 --all
            convene attend EVENT --session 2-5 --absent P3 --reason 'left early'
            convene attend EVENT --session all --excused petrosyan
            convene attend EVENT --from sheet.csv        the sheet of "attendance sheet", filled in
            convene attend EVENT --session 1 --count 120 --gender female

            A correction is a new entry of the log; the latest counts.
            """)

    @Argument(help: "The event.") var event: String
    @Option(
        help: ArgumentHelp("The session: 1, or 1,3, or 2-4, or all.", valueName: "sessions"))
    var session: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Who was there.", valueName: "person"))
    var present: [String] = []
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Who was not.", valueName: "person"))
    var absent: [String] = []
    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Who was excused.", valueName: "person"))
    var excused: [String] = []
    @Flag(help: "Everybody who is confirmed was there.") var all = false
    @Option(
        help: ArgumentHelp("A filled-in sheet: Excel (XLSX), CSV or TSV.", valueName: "sheet"),
        completion: .file())
    var from: String?
    @OptionGroup var file: FileArguments
    @Option(help: ArgumentHelp("Heads counted, without names.", valueName: "number"))
    var count: Int?
    @Option(help: "With --count: the gender of those counted.") var gender: String?
    @Option(help: "With --count: the country of those counted.") var country: String?
    @OptionGroup var reason: ReasonOption
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        let acts = [!(present + absent + excused).isEmpty || all, from != nil, count != nil]
        guard acts.count(where: { $0 }) == 1 else {
            throw ValidationError(
                "Say who was there: --present, --absent, --excused or --all; or --from, or --count."
            )
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let sheet = premises.office.attendanceSheet(premises.actor)
        let code = try Code(event)
        if let count { return try await note(count, sheet, code, on: terminal) }
        let report: AttendanceReport
        if let from {
            report = try await sheet.take(try file.read(from), at: code)
        } else {
            report = try await sheet.mark(
                marks, at: code, sessions: try Reading.sessions(session),
                reason: reason.reason)
        }
        terminal.say(
            "\(report.marked.of("mark", "marks")) at "
                + report.sessions.count.of("session", "sessions")
                + (report.unchanged > 0 ? ", \(report.unchanged) stood already." : "."))
    }

    /// Exceptions after everybody: who is named otherwise than present is marked so.
    private var marks: [AttendanceSheet.Marking] {
        (all ? [.init(.present, nil)] : [])
            + [
                .init(.present, Reading.people(present)), .init(.absent, Reading.people(absent)),
                .init(.excused, Reading.people(excused)),
            ].filter { $0.people?.isEmpty == false }
    }

    private func note(
        _ count: Int, _ sheet: AttendanceSheet, _ code: Code, on terminal: Terminal
    ) async throws {
        let counted = try await sheet.count(
            count, country: try country.map(Country.reading),
            gender: try gender.map(Gender.reading),
            at: code, session: try Reading.sessions(session), note: reason.reason)
        terminal.say("\(counted.number.of("head", "heads")) counted.")
    }
}
