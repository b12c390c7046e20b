import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct RegistrationShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one registration with everything that happened to it.")

    @Argument(help: "The event.") var event: String
    @Argument(help: "The person.") var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.registrationDesk(premises.actor)
        let file = try await desk.file(PersonMention(person), at: try Code(event))
        output.show(card(file), on: terminal)
    }

    private func card(_ file: RegistrationFile) -> Card {
        let registration = file.line.registration
        return Card(
            title: "\(file.line.person.name.full) at \(file.event.code)",
            fields: [
                .init("person", "No.", .text(file.line.person.id.text)),
                .init("event", "Event", .text(file.event.code.text)),
                .init("role", "Role", .text(registration.role.rawValue)),
                .init("standing", "Standing", .text(registration.standing.rawValue)),
                .init("waiting_since", "Waiting since", Value(registration.waitingSince)),
                .init("gender", "Gender", .text(registration.gender.rawValue)),
                .init("country", "Country", Value(registration.country)),
                .init("organisation", "Organisation", Value(file.line.organisation.nonEmpty)),
                .init("stakeholder", "Group", Value(registration.stakeholder)),
                .init("invited", "Invited", .flag(registration.invited)),
                .init("answer", "Answer", Value(file.invitation?.answer)),
                .init("attended", "Attended", .flag(registration.attended)),
                .init("completed", "Completed", .flag(registration.completed)),
            ],
            lists: [history(file), attendance(file)]
                + (file.setAside.isEmpty ? [] : [setAside(file.setAside)])
                + (file.answers.isEmpty && file.needs == nil ? [] : [said(file)]))
    }

    /// What else the person had at an event while they stood in the register twice.
    private func setAside(_ registrations: [PersonMerge.SetAside]) -> Report {
        Report(
            "set_aside", title: "Gave way when two were made one",
            columns: [
                Column("person", "No."), Column("standing", "Standing"),
                Column("invited_at", "Invited"), Column("answer", "Answer"),
                Column("answered_at", "Answered"),
            ],
            rows: registrations.map { aside in
                let invitation = aside.invitation?.invitation
                return [
                    .text(aside.registration.person.text),
                    .text(aside.registration.standing.rawValue), Value(invitation?.sentAt),
                    Value(invitation?.answer), Value(invitation?.answeredAt),
                ]
            }, empty: "")
    }

    private func history(_ file: RegistrationFile) -> Report {
        Report(
            "history", title: "History",
            columns: [
                Column("at", "At"), Column("standing", "Standing"), Column("actor", "By"),
                Column("reason", "Reason"),
            ],
            rows: file.history.map {
                [Value($0.at), .text($0.standing.rawValue), .text($0.actor.name), .text($0.reason)]
            }, empty: "")
    }

    private func said(_ file: RegistrationFile) -> Report {
        let needs: [(String, String)] =
            file.needs.map { needs in
                [
                    ("Dietary needs", needs.dietary), ("Access needs", needs.access),
                    ("Visa letter", needs.visaLetter ? "yes" : ""),
                ].filter { !$0.1.isEmpty }
            } ?? []
        return Report(
            "said", title: "In their own words",
            columns: [Column("question", "Question"), Column("answer", "Answer")],
            rows: (file.answers.map { ($0.question.wording, $0.text) } + needs)
                .map { [.text($0.0), .text($0.1)] }, empty: "Nothing.")
    }

    private func attendance(_ file: RegistrationFile) -> Report {
        Report(
            "attendance", title: "Attendance",
            columns: [
                .number("session", "Session"), Column("day", "Day"), Column("mark", "Mark"),
            ],
            rows: file.sessions.map {
                [.number($0.number), .text($0.day.text), Value(file.marks[$0.id])]
            }, empty: "No sessions yet.")
    }
}
