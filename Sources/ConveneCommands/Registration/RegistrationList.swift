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
        output.show(Self.report(lines), on: terminal)
    }

    static func report(_ lines: [RegistrationLine], _ name: String = "registrations") -> Report {
        Report(
            name,
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("gender", "Gender"),
                Column("country", "Country"), Column("organisation", "Organisation"),
                Column("stakeholder", "Group", place: .whereRoom(2)),
                Column("email", "E-mail", place: .whereRoom(3)), Column("role", "Role"),
                Column("standing", "Standing"),
                Column("invited", "Invited", place: .whereRoom(1)),
                Column("attended", "Attended", place: .whereRoom(1)),
                Column("completed", "Completed", place: .whereRoom(1)),
            ],
            rows: lines.map { line in
                let registration = line.registration
                return [
                    .text(line.person.id.text), .text(line.person.name.full),
                    .text(registration.gender.rawValue), Value(code: registration.country),
                    .text(line.organisation), Value(registration.stakeholder),
                    Value(line.person.address?.text), .text(registration.role.rawValue),
                    .text(registration.standing.rawValue), .flag(registration.invited),
                    .flag(registration.attended), .flag(registration.completed),
                ]
            }, empty: "Nobody.")
    }
}
