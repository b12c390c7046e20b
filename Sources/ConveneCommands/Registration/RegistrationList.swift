import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct RegistrationList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an event's registrations.", aliases: ["ls"])

    @Argument(help: "The event.") var event: String
    @Option(help: "Only this standing. Repeatable.") var standing: [Standing] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.registrationDesk(premises.actor)
        let lines = try await desk.list(try Code(event), standings: standing)
        var report = Report.registrations(lines)
        report.append(try await desk.said(try Code(event)), of: lines)
        output.show(report, on: terminal)
    }

    /// What matters of a few registrations that something was just done with.
    static func brief(_ lines: [RegistrationLine]) -> Report {
        Report(
            "registrations",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("country", "Country"),
                Column("organisation", "Organisation"), Column("role", "Role"),
                Column("standing", "Standing"),
            ],
            rows: lines.map { line in
                [
                    .text(line.person.id.text), .text(line.person.name.full),
                    Value(code: line.registration.country), .text(line.organisation),
                    .text(line.registration.role.rawValue),
                    .text(line.registration.standing.rawValue),
                ]
            }, empty: "Nobody.")
    }
}

extension OutputOptions {
    /// Shows what became of registrations: a few as a table, many as a sentence; programs always
    /// get them all.
    func show(_ lines: [RegistrationLine], saying what: String, on terminal: Terminal) {
        guard format == .table, lines.count > 3 else {
            return show(
                format == .table ? RegistrationList.brief(lines) : Report.registrations(lines),
                on: terminal)
        }
        let standings = Dictionary(grouping: lines, by: \.registration.standing)
        let counts = Standing.allCases.compactMap { standing in
            standings[standing].map { "\($0.count) \(standing.rawValue)" }
        }
        terminal.say(
            "\(lines.count.of("person", "people")) \(what): now \(counts.joined(separator: ", ")).")
    }
}
