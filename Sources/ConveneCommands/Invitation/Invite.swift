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

            Inviting twice is no different from inviting once. With --queue the mails wait for \
            "convene mail send"; otherwise they leave at once.
            """)

    @Argument(help: "The event.") var event: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("all, nominated, or people.", valueName: "whom"))
    var to: [String] = ["nominated"]
    @Option(help: "A word of your own, put into each mail.") var note: String = ""
    @Flag(help: "Show who would get what, and queue nothing.") var dryRun = false
    @Flag(help: "Queue the mails and send them later.") var queue = false
    @Flag(name: [.long, .customShort("y")], help: "Don't ask before sending.") var yes = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.invitationDesk(premises.actor)
        let code = try Code(event)
        guard !dryRun else { return try await preview(desk, code, on: terminal) }
        // A mail that has nowhere to go is better refused before anything is queued.
        let mailer = queue ? nil : try await premises.mailer()
        let plan = try await desk.plan(selection, to: code)
        guard plan.count > 0 else { throw Problem.nobodyToInvite(plan) }
        let question =
            "Invite \(plan.count.of("person", "people")) to \(code)"
            + (queue ? "?" : " and send the mails now?")
        guard terminal.confirm(question, unless: yes) else {
            return terminal.say("Nobody was invited.")
        }
        let invited = try await desk.invite(selection, to: code, note: note)
        terminal.say("\(invited.count.of("invitation", "invitations")) to \(code) queued.")
        guard let mailer else { return }
        try await premises.send(by: mailer, event: code, on: terminal)
    }

    private var selection: InvitationDesk.Selection {
        switch to.map({ $0.lowercased() }) {
        case ["all"]: .all
        case ["nominated"]: .nominated
        default: .people(Reading.people(to))
        }
    }

    private func preview(_ desk: InvitationDesk, _ code: Code, on terminal: Terminal) async throws {
        let plan = try await desk.plan(selection, to: code)
        output.show(plan.report, on: terminal)
        guard output.format == .table else { return }
        for sample in try await desk.sample(selection, to: code, note: note, limit: 3) {
            terminal.say("")
            terminal.write(
                LetterText.of(sample.letter, to: sample.line.person.address?.text ?? ""),
                to: .output)
        }
    }
}

extension InvitationPlan {
    /// Who would get a mail, and who would not and why.
    var report: Report {
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
            notes: ["\(count.of("person", "people")) of \(lines.count) would get it."],
            empty: "Nobody is on the list.")
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
        case .suppressed: "no: nothing is sent there"
        }
    }
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
