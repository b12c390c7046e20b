package import Convene

extension Report {
    /// Registrations, a line each.
    package static func registrations(_ lines: [RegistrationLine]) -> Report {
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

    /// Adds what the people have said of themselves: a column for each question, and what they need,
    /// which is between them and the organiser, in exports only.
    package mutating func append(_ said: GuestAnswers, of lines: [RegistrationLine]) {
        for question in said.questions {
            columns.append(
                Column("question_\(question.number)", question.wording, place: .whereRoom(9)))
        }
        if said.someHaveNeeds {
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
            guard said.someHaveNeeds else { continue }
            let needs = said.needs[line.registration.id]
            rows[index] += [
                Value(needs?.dietary.nonEmpty), Value(needs?.access.nonEmpty),
                .flag(needs?.visaLetter ?? false),
            ]
        }
    }
}

extension Card {
    /// A registration with everything that happened to it.
    package static func registration(_ file: RegistrationFile) -> Card {
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
    private static func setAside(_ registrations: [PersonMerge.SetAside]) -> Report {
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

    private static func history(_ file: RegistrationFile) -> Report {
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

    private static func said(_ file: RegistrationFile) -> Report {
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

    private static func attendance(_ file: RegistrationFile) -> Report {
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
