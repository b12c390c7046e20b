import Convene
import ConveneReports

extension APIRoute {
    static let invitations: [APIRoute] = [
        .act(
            "/events/{event}/invite", "invitations.invite",
            "Queues invitations; inviting twice is no different from inviting once.",
            takes: .invite, .plan
        ) { call in
            let desk = call.office.invitationDesk(call.actor)
            let (selection, event) = (call.body.selection, try call.code("event"))
            let plan =
                try await call.body.flag("dry_run") == true
                ? desk.plan(selection, to: event)
                : desk.invite(selection, to: event, note: call.body.text("note") ?? "")
            return .rows(plan.report)
        },
        .list(
            "/events/{event}/invitations", "invitations.list",
            "An event's invitations with their answers.",
            .page("invitations", of: .invitationLine),
            filters: [.one("answered", .flag, "Only those that were answered, or were not.")]
        ) { call in
            let answered = call.filter("answered").map { $0 == "true" }
            let lines = try await call.office.invitationDesk(call.actor).list(call.code("event"))
                .filter { answered == nil || ($0.invitation.answer != nil) == answered }
            return .list(.invitations(lines, to: try call.code("event")))
        },
        .read(
            "/events/{event}/invitations/{person}", "invitations.show",
            "One invitation with all answers to it.", .invitation
        ) { call in
            let event = try call.code("event")
            let file = try await call.office.invitationDesk(call.actor).file(
                call.person(), to: event)
            return .thing(Card.invitation(file, to: event.text))
        },
        .act(
            "/events/{event}/invitations/answer", "invitations.answer",
            "Records answers, however they came: accepted takes a seat, declined frees it.",
            takes: .answering, .answered
        ) { call in
            let reports = try await call.office.invitationDesk(call.actor).answer(
                call.body.choice("answer", as: Invitation.Answer.self) ?? .tentative,
                from: call.body.people("people") ?? [], to: call.code("event"),
                by: call.body.choice("by", as: Invitation.Channel.self) ?? .telephone,
                note: call.body.text("note") ?? "",
                telling: call.body.flag("mail") == true ? true : nil)
            return .rows(
                .registrations(reports.map(\.line)),
                [
                    "moved_up": .number(reports.reduce(0) { $0 + $1.movedUp }),
                    "mails": .number(reports.count(where: \.isTold)),
                ])
        },
        .act(
            "/events/{event}/invitations/remind", "invitations.remind",
            "Queues reminders for those who were invited and have not answered.",
            takes: .remind, .plan
        ) { call in
            let desk = call.office.invitationDesk(call.actor)
            let (people, event) = (call.body.people("people"), try call.code("event"))
            let plan =
                try await call.body.flag("dry_run") == true
                ? desk.planReminders(event, only: people)
                : desk.remind(event, only: people, note: call.body.text("note") ?? "")
            return .rows(plan.report)
        },
    ]
}

extension Members {
    /// Who is to be invited; those nominated unless it is said.
    fileprivate var selection: InvitationDesk.Selection {
        if let people = people("to") { return .people(people) }
        return text("to") == "all" ? .all : .nominated
    }
}
