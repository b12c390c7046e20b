import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct Invite: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Invite people to an event by e-mail.",
        discussion: """
            convene invite EVENT --dry-run           who would get what, and who nothing
            convene invite EVENT                     everybody nominated
            convene invite EVENT --to all
            convene invite EVENT --to P12 seitova@example.org
            convene invite EVENT --remind 7d,1d --attach programme.pdf

            Inviting twice is no different from inviting once. With --queue the mails wait for \
            "convene mail send"; otherwise they leave at once.

            With --remind, those who have not answered are reminded that long before the event begins, \
            or before the answer is due (deadline-2d), whenever "convene mail send" runs from then on.
            """)

    @Argument(help: "The event.") var event: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("all, nominated, or people.", valueName: "whom"))
    var to: [String] = ["nominated"]
    @Option(help: ReminderHelp.text) var remind: String?
    @OptionGroup var word: NoteOption
    @OptionGroup var circular: CircularOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let code = try Code(event)
        let rules = try remind.map { try ReminderRule.several($0) }
        try await circular.run(
            .invitation(selection), at: code,
            .init(
                question: { "Invite \($0) to \(code)" }, one: "invitation", many: "invitations"),
            note: word.note, in: premises, on: terminal
        ) {
            guard let rules else { return }
            _ = try await premises.office.eventDesk(premises.actor).edit(code, reminders: rules) {
                _ in
            }
        }
    }

    private var selection: InvitationDesk.Selection {
        switch to.map({ $0.lowercased() }) {
        case ["all"]: .all
        case ["nominated"]: .nominated
        default: .people(Reading.people(to))
        }
    }
}

/// What is said of the option that sets reminders, wherever it stands.
enum ReminderHelp {
    static let text = ArgumentHelp(
        "Remind those who have not answered: 7d,1d before the start, deadline-2d; or none.",
        valueName: "when")
}

extension Problem {
    static func nobodyToInvite(_ plan: InvitationPlan) -> Problem {
        Problem(
            .invitationNobody,
            plan.lines.isEmpty
                ? "Nobody on the list of \(plan.event.code) is to get it: put people there with"
                    + " “convene nominate \(plan.event.code) …”."
                : "Nobody of \(plan.lines.count) would get it: “--dry-run” shows why.")
    }
}
