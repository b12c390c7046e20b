package import Convene

extension Card {
    /// Everything held on somebody.
    package static func record(_ record: PersonRecord) -> Card {
        var card = Card.person(record.file)
        card.lists = [
            registrations(record), history(record), marks(record), answers(record),
            said(record), certificates(record), messages(record), incoming(record),
            suppressed(record), merged(record), setAside(record), audit(record),
        ]
        return card
    }
}

extension Card {
    private static func registrations(_ record: PersonRecord) -> Report {
        Report(
            "registrations",
            columns: [
                Column("event", "Event"), Column("role", "Role"), Column("standing", "Standing"),
                Column("country", "Country"), Column("gender", "Gender"),
                Column("stakeholder", "Group"), Column("invited", "Invited"),
                Column("attended", "Attended"), Column("completed", "Completed"),
            ],
            rows: record.registrations.map { line in
                let registration = line.registration
                return [
                    .text(line.event.code.text), .text(registration.role.rawValue),
                    .text(registration.standing.rawValue), Value(code: registration.country),
                    .text(registration.gender.rawValue), Value(registration.stakeholder),
                    .flag(registration.invited), .flag(registration.attended),
                    .flag(registration.completed),
                ]
            }, empty: "")
    }

    private static func history(_ record: PersonRecord) -> Report {
        Report(
            "history",
            columns: [
                Column("event", "Event"), Column("standing", "Standing"), Column("at", "When"),
                Column("actor", "By"), Column("reason", "Reason"),
            ],
            rows: record.registrations.flatMap { line in
                line.history.map {
                    [
                        .text(line.event.code.text), .text($0.standing.rawValue), Value($0.at),
                        .text($0.actor.name), .text($0.reason),
                    ]
                }
            }, empty: "")
    }

    private static func marks(_ record: PersonRecord) -> Report {
        Report(
            "marks",
            columns: [
                Column("event", "Event"), Column("mark", "Mark"), Column("method", "Method"),
                Column("at", "When"), Column("actor", "By"), Column("reason", "Reason"),
            ],
            rows: record.registrations.flatMap { line in
                line.marks.map {
                    [
                        .text(line.event.code.text), .text($0.mark.rawValue),
                        .text($0.method.rawValue), Value($0.at), .text($0.actor.name),
                        .text($0.reason),
                    ]
                }
            }, empty: "")
    }

    private static func answers(_ record: PersonRecord) -> Report {
        Report(
            "answers",
            columns: [
                Column("event", "Event"), Column("answer", "Answer"), Column("channel", "Channel"),
                Column("at", "When"), Column("note", "Note"),
            ],
            rows: record.registrations.flatMap { line in
                line.answers.map {
                    [
                        .text(line.event.code.text), .text($0.answer.rawValue),
                        .text($0.channel.rawValue), Value($0.at), .text($0.note),
                    ]
                }
            }, empty: "")
    }

    private static func said(_ record: PersonRecord) -> Report {
        Report(
            "said",
            columns: [
                Column("event", "Event"), Column("question", "Question"),
                Column("answer", "Answer"),
            ],
            rows: record.registrations.flatMap { line in
                line.saidOfThemselves.map { question, answer in
                    [.text(line.event.code.text), .text(question), .text(answer)]
                }
            }, empty: "")
    }

    private static func messages(_ record: PersonRecord) -> Report {
        Report(
            "messages",
            columns: [
                Column("message", "No."), Column("purpose", "Purpose"), Column("email", "To"),
                Column("subject", "Subject"), Column("state", "State"), Column("made_at", "Made"),
                Column("ended_at", "Ended"), Column("text", "Text"),
            ],
            rows: record.messages.map { message, content in
                [
                    .text(message.id.text), .text(message.purpose.rawValue),
                    .text(message.address.text), .text(message.subject),
                    .text(message.state.rawValue), Value(message.madeAt), Value(message.endedAt),
                    Value(content?.letter.plain),
                ]
            }, empty: "")
    }

    private static func certificates(_ record: PersonRecord) -> Report {
        Report(
            "certificates",
            columns: [
                Column("event", "Event"), Column("number", "Number"), Column("made_at", "Made"),
            ],
            rows: record.registrations.compactMap { line in
                line.certificate.map {
                    [.text(line.event.code.text), .text($0.number), Value($0.madeAt)]
                }
            }, empty: "")
    }

    private static func incoming(_ record: PersonRecord) -> Report {
        Report(
            "incoming",
            columns: [
                Column("incoming", "No."), Column("kind", "Kind"), Column("read_at", "Read"),
                Column("from", "From"), Column("subject", "Subject"), Column("outcome", "Outcome"),
                Column("words", "Words"),
            ],
            rows: record.incoming.map { mail in
                [
                    .text(mail.id.text), .text(mail.kind.rawValue), Value(mail.readAt),
                    .text(mail.sender), .text(mail.subject), .text(mail.outcome),
                    .text(mail.words),
                ]
            }, empty: "")
    }

    private static func suppressed(_ record: PersonRecord) -> Report {
        Report(
            "suppressed",
            columns: [
                Column("email", "Address"), Column("stream", "What"), Column("cause", "Why"),
                Column("at", "Since"), Column("words", "Words"),
            ],
            rows: record.suppressions.map {
                [
                    .text($0.address.text), .text("mail"), .text($0.cause.rawValue),
                    Value($0.at), .text($0.words),
                ]
            }
                + record.optOuts.map {
                    [
                        .nothing, .text($0.stream?.rawValue ?? "mail"), .text($0.cause.rawValue),
                        Value($0.at), .text(""),
                    ]
                }, empty: "")
    }

    private static func merged(_ record: PersonRecord) -> Report {
        Report(
            "merged",
            columns: [
                Column("person", "No."), Column("name", "Name"), Column("email", "E-mail"),
                Column("notes", "Notes"),
            ],
            rows: record.merged.map { person in
                [
                    .text(person.id.text), .text(person.name.full),
                    .list(person.addresses.map { .text($0.text) }), .text(person.notes),
                ]
            }, empty: "")
    }

    private static func setAside(_ record: PersonRecord) -> Report {
        Report(
            "set_aside",
            columns: [
                Column("event", "Event"), Column("person", "No."), Column("standing", "Standing"),
                Column("answer", "Answer"), Column("answered_at", "Answered"),
            ],
            rows: record.setAside.map { aside, event in
                let invitation = aside.invitation?.invitation
                return [
                    .text(event.code.text), .text(aside.registration.person.text),
                    .text(aside.registration.standing.rawValue), Value(invitation?.answer),
                    Value(invitation?.answeredAt),
                ]
            }, empty: "")
    }

    private static func audit(_ record: PersonRecord) -> Report {
        Report(
            "audit",
            columns: [
                Column("at", "When"), Column("actor", "By"), Column("act", "Act"),
                Column("subject", "Subject"), Column("details", "Details"),
            ],
            rows: record.audit.map {
                [
                    Value($0.at), .text($0.actor.name), .text($0.act.rawValue),
                    .text("\($0.subject.kind.rawValue) \($0.subject.number)"), .text($0.details),
                ]
            }, empty: "")
    }
}

extension PersonRecord.RegistrationRecord {
    /// What somebody said to the event's questions, and what they need there.
    fileprivate var saidOfThemselves: [(String, String)] {
        let needs: [(String, String)] =
            needs.map { needs in
                [
                    ("dietary needs", needs.dietary), ("access needs", needs.access),
                    ("visa letter", needs.visaLetter ? "yes" : "no"),
                ].filter { !$0.1.isEmpty }
            } ?? []
        return said.map { ($0.question.wording, $0.text) } + needs
    }
}
