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
        output.show(Self.report(programmes), on: terminal)
    }

    static func report(_ programmes: [Programme]) -> Report {
        let codes = Dictionary(uniqueKeysWithValues: programmes.map { ($0.id, $0.code.text) })
        return Report(
            "programmes",
            columns: [
                Column("code", "Code"), Column("parent", "Stage of"), Column("title", "Title"),
                Column("start", "From", .trailing), Column("end", "To", .trailing),
                Column("countries", "Countries", place: .whereRoom(1)),
                Column("targets", "Targets", place: .whereRoom(2)),
            ],
            rows: programmes.map { programme in
                [
                    .text(programme.code.text), Value(programme.parent.flatMap { codes[$0] }),
                    .text(programme.title), Value(programme.startYear), Value(programme.endYear),
                    .list(programme.countries.map { .text($0.code) }),
                    .list(programme.targets.map { .text("\($0.measure.text)=\($0.goal)") }),
                ]
            }, empty: "No programmes yet: “convene programme add” or “import” brings them in.")
    }
}
