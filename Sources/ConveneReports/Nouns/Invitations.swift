package import Convene

extension Report {
    /// Invitations with their answers. Whether they arrived stands beside them where one did not.
    package static func invitations(_ lines: [InvitationLine], to event: Code) -> Report {
        let lost = lines.count { $0.delivery == .notDelivered }
        return Report(
            "invitations",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("country", "Country"),
                Column("email", "E-mail", place: .whereRoom(1)), Column("sent_at", "Sent"),
                Column("answer", "Answer"), Column("answered_at", "Answered"),
                Column("standing", "Standing"),
                Column("delivery", "Delivery", place: lost > 0 ? .everywhere : .programs),
            ],
            rows: lines.map { line in
                [
                    .text(line.line.person.id.text), .text(line.line.person.name.full),
                    Value(code: line.line.registration.country),
                    Value(line.line.person.address?.text), Value(line.invitation.sentAt),
                    Value(line.invitation.answer), Value(line.invitation.answeredAt),
                    .text(line.line.registration.standing.rawValue), Value(line.delivery),
                ]
            },
            notes: lost == 0
                ? []
                : [
                    "\(lost) could not be delivered: “convene mail queue \(event) --state failed"
                        + " --state suppressed” shows why."
                ], empty: "Nobody was invited yet.")
    }
}

extension Card {
    /// One invitation with all answers to it.
    package static func invitation(_ file: InvitationFile, to event: String) -> Card {
        let invitation = file.line.invitation
        return Card(
            title: "\(file.line.line.person.name.full), invited to \(event)",
            fields: [
                .init("person", "No.", .text(file.line.line.person.id.text)),
                .init("made_at", "Made", Value(invitation.madeAt)),
                .init("sent_at", "Sent", Value(invitation.sentAt)),
                .init("answer", "Answer", Value(invitation.answer)),
                .init(
                    "standing", "Standing", .text(file.line.line.registration.standing.rawValue)
                ),
                .init(
                    "revision", "Revision of its calendar entry", .number(invitation.sequence)),
                .init("cancelled_at", "Cancelled", Value(invitation.cancelledAt)),
                .init("delivery", "Delivery", Value(file.line.delivery)),
            ],
            lists: [
                Report(
                    "answers", title: "Answers",
                    columns: [
                        Column("at", "At"), Column("answer", "Answer"),
                        Column("channel", "By"), Column("actor", "Recorded by"),
                        Column("note", "Note"),
                    ],
                    rows: file.answers.map {
                        [
                            Value($0.at), .text($0.answer.rawValue), .text($0.channel.rawValue),
                            .text($0.actor.name), .text($0.note),
                        ]
                    }, empty: "No answer yet.")
            ])
    }
}

extension InvitationPlan {
    /// Who would get a mail, and who would not and why.
    package var report: Report {
        Report(
            "plan",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("email", "E-mail"),
                Column("country", "Country"), Column("standing", "Standing"),
                Column("verdict", "Would get it"),
            ],
            rows: lines.map { line in
                [
                    .text(line.person.id.text), .text(line.person.name.full),
                    Value(line.person.address?.text), Value(code: line.person.country),
                    Value(line.registration?.standing),
                    .named(
                        line.reason.map { "no: \($0)" } ?? line.verdict.words,
                        .text(line.verdict.rawValue)),
                ]
            },
            notes: ["\(count.of("person", "people")) of \(lines.count) would get it."] + reasons,
            empty: doneAlready ?? "Nobody is on the list.")
    }

    /// What is said where nobody gets anything because all have it.
    package var doneAlready: String? {
        doneBefore.map { number in
            lines.contains { $0.verdict == .hadAlready }
                ? "Nobody is left to write to: \(number.of("person has", "people have")) this mail"
                    + " already."
                : "Nobody is left to invite: \(number.of("person was", "people were")) invited"
                    + " already."
        }
    }

    /// Why how many get nothing (BOX-11).
    private var reasons: [String] {
        InvitationPlan.Verdict.allCases.compactMap { verdict in
            let number = lines.count { $0.verdict == verdict }
            guard verdict != .invite, number > 0 else { return nil }
            let gets = number == 1 ? "gets" : "get"
            return "\(number) \(gets) nothing: \(verdict.words.dropFirst("no: ".count))."
        }
    }
}

extension Value {
    /// What became of a mail, in words.
    fileprivate init(_ delivery: InvitationDelivery?) {
        self =
            switch delivery {
            case .notDelivered?: .named("Not delivered", .text(delivery?.rawValue ?? ""))
            case let other: Value(other?.rawValue)
            }
    }
}

extension InvitationPlan.Verdict {
    fileprivate var words: String {
        switch self {
        case .invite: "yes"
        case .invitedAlready: "no: invited already"
        case .noAddress: "no: no e-mail address"
        case .notWanted: "no: declined, withdrawn or rejected"
        case .answered: "no: has answered"
        case .notInvited: "no: not invited"
        case .notAttended: "no: did not attend"
        case .notCompleted: "no: did not complete it"
        case .hadAlready: "no: had this mail already"
        case .suppressed: "no: nothing is sent there"
        }
    }
}
