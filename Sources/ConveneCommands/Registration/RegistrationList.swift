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
        var report = Self.report(lines)
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

    static func report(_ lines: [RegistrationLine]) -> Report {
        Report(
            "registrations",
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

extension Report {
    /// Adds what the people have said of themselves: a column for each question, and what they need,
    /// which is between them and the organiser, in exports only.
    fileprivate mutating func append(_ said: GuestAnswers, of lines: [RegistrationLine]) {
        for question in said.questions {
            columns.append(
                Column("question_\(question.number)", question.wording, place: .whereRoom(9)))
        }
        if !said.needs.isEmpty {
            columns += [
                Column("dietary", "Dietary needs", place: .programs),
                Column("access", "Access needs", place: .programs),
                Column("visa_letter", "Visa letter", place: .programs),
            ]
        }
        for (index, line) in lines.enumerated() {
            let answers = said.answers[line.registration.id] ?? [:]
            rows[index] += said.questions.map { question in
                Value(
                    answers[question.id].map {
                        QuestionAnswer(question: question, value: $0).text
                    })
            }
            guard !said.needs.isEmpty else { continue }
            let needs = said.needs[line.registration.id]
            rows[index] += [
                Value(needs?.dietary.nonEmpty), Value(needs?.access.nonEmpty),
                .flag(needs?.visaLetter ?? false),
            ]
        }
    }
}

extension OutputOptions {
    /// Shows what became of registrations: a few as a table, many as a sentence; programs always
    /// get them all.
    func show(_ lines: [RegistrationLine], saying what: String, on terminal: Terminal) {
        guard format == .table, lines.count > 3 else {
            return show(
                format == .table ? RegistrationList.brief(lines) : RegistrationList.report(lines),
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
