import Convene
import ConveneReports

extension APIRoute {
    static let registrations: [APIRoute] = [
        .list(
            "/events/{event}/registrations", "registrations.list",
            "Who is on an event's list, with what they have said of themselves.",
            .page("registrations", of: .registrationLine),
            filters: [
                .several("standing", .standing, "Only this standing."),
                .several("role", .role, "Only this role."),
                .one("country", .countryWords, "Only those of this country."),
            ]
        ) { call in
            let desk = call.office.registrationDesk(call.actor)
            let choice = RegistrationChoice(
                standings: call.filters("standing").compactMap(Standing.init),
                roles: call.filters("role").compactMap(Role.init),
                country: try call.filter("country").map { try Country.reading($0) },
                limit: call.page.reach)
            let event = try call.code("event")
            let page = try await desk.page(event, choice)
            var report = Report.registrations(page.lines)
            report.append(page.said, of: page.lines)
            return .list(report)
        },
        .enter(
            "register", .registered,
            "Registers people, all or none: confirmed while there are seats, then the waiting list."
        ),
        .enter("nominate", .nominated, "Puts people on an event's list before the invitations."),
        .read(
            "/events/{event}/registrations/{person}", "registrations.show",
            "One registration with everything that happened to it.", .registration
        ) { call in
            .thing(
                Card.registration(
                    try await call.office.registrationDesk(call.actor).file(
                        call.person(), at: call.code("event"))))
        },
        .move("confirm", .confirmed, "Confirms registrations, all or none."),
        .move("decline", .declined, "Writes down that people declined; their seats are freed."),
        .move("withdraw", .withdrawn, "Withdraws registrations; their seats are freed."),
        .move("waitlist", .waitlisted, "Puts registrations on the waiting list."),
        .move("reject", .rejected, "Rejects registrations."),
    ]

    private static func enter(
        _ verb: String, _ entry: RegistrationDesk.Entry, _ summary: String
    ) -> APIRoute {
        .act(
            "/events/{event}/\(verb)", "registrations.\(verb)", summary, takes: .entry,
            .registrations
        ) { call in
            let desk = call.office.registrationDesk(call.actor)
            let event = try call.code("event")
            let role = call.body.choice("role", as: Role.self) ?? .participant
            let reason = call.body.text("reason") ?? ""
            let isTold = entry == .registered && call.body.flag("mail") == true
            let entry = isTold ? .registeredAndTold : entry
            guard let person = call.body.members("person") else {
                let people = call.body.people("people") ?? []
                let lines = try await desk.enter(
                    people, at: event, as: entry, role: role, reason: reason)
                return .rows(.registrations(lines))
            }
            let draft = try person.draft()
            let line = try await desk.enter(
                draft, at: event, as: entry, role: role, reason: reason)
            return .rows(.registrations([line]))
        }
    }

    private static func move(_ verb: String, _ standing: Standing, _ summary: String) -> APIRoute {
        .act(
            "/events/{event}/registrations/\(verb)", "registrations.\(verb)", summary,
            takes: .move, .moved
        ) { call in
            let report = try await call.office.registrationDesk(call.actor).move(
                call.body.people("people") ?? [], at: call.code("event"), to: standing,
                reason: call.body.text("reason") ?? "",
                telling: call.body.flag("mail") ?? false)
            return .rows(
                .registrations(report.changed + report.unchanged),
                [
                    "moved_up": Report.registrations(report.movedUp).list,
                    "mails": .number(report.mails),
                ])
        }
    }
}

extension Report {
    /// The rows alone, as programs read them.
    var list: Value {
        guard case .record(let record) = json else { return .list([]) }
        return record.members.first?.value ?? .list([])
    }
}
