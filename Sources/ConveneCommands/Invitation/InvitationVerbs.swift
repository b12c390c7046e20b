import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct InvitationList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an event's invitations with their answers.",
        aliases: ["ls"])

    @Argument(help: "The event.") var event: String
    @Flag(help: "Only those that were not answered.") var unanswered = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.invitationDesk(premises.actor)
        let code = try Code(event)
        let lines = try await desk.list(code).filter {
            !unanswered || $0.invitation.answer == nil
        }
        output.show(Report.invitations(lines, to: code), on: terminal)
    }
}

struct InvitationShow: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one invitation with all answers to it.")

    @Argument(help: "The event.") var event: String
    @Argument(help: "The person.") var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.invitationDesk(premises.actor)
        let file = try await desk.file(PersonMention(person), to: try Code(event))
        output.show(Card.invitation(file, to: event), on: terminal)
    }
}

struct InvitationAnswerCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Record an answer, however it came.",
        discussion: """
            convene invitation answer EVENT PERSON… --answer accepted --by telephone
            convene invitation answer --link https://…/answer/… --answer declined

            Accepted takes a seat while there is one, then the waiting list; declined frees it. \
            The last answer in time counts, and all are kept.
            """)

    @Argument(help: "The event, and who answered.") var eventAndPeople: [String] = []
    @Option(help: "What they said.") var answer: Invitation.Answer
    @Option(help: "How it came.") var by: Invitation.Channel = .telephone
    @Option(help: ArgumentHelp("The secret link from the mail, in place of event and people."))
    var link: String?
    @Option(help: "What else they said.") var note: String = ""
    @Flag(help: "Tell those who accept by mail that they have a seat, or wait for one.")
    var mail = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        guard (link == nil) == (eventAndPeople.count >= 2), link == nil || eventAndPeople.isEmpty
        else { throw ValidationError("Name the event and who answered, or give the --link.") }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.invitationDesk(premises.actor)
        let reports: [AnswerReport]
        if let link {
            let token = link.split(separator: "/").last.map(String.init) ?? link
            reports = [try await desk.answer(answer, token: token, by: .link, note: note)]
        } else {
            reports = try await desk.answer(
                answer, from: Reading.people(Array(eventAndPeople.dropFirst())),
                to: try Code(eventAndPeople[0]), by: by, note: note, telling: mail ? true : nil)
        }
        output.show(reports.map(\.line), saying: "\(answer.rawValue)", on: terminal)
        terminal.tellOfMails(reports.count(where: \.isTold))
        let movedUp = reports.reduce(0) { $0 + $1.movedUp }
        if movedUp > 0 {
            terminal.remark("\(movedUp.of("person", "people")) moved up from the waiting list.")
        }
    }
}

struct InvitationRemind: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind", abstract: "Remind those who were invited and have not answered.")

    @Argument(help: "The event.") var event: String
    @Argument(help: "Only these people.") var people: [String] = []
    @OptionGroup var word: NoteOption
    @OptionGroup var circular: CircularOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let code = try Code(event)
        try await circular.run(
            .reminder(people.isEmpty ? nil : Reading.people(people)), at: code,
            .init(question: { "Remind \($0) of \(code)" }, one: "reminder", many: "reminders"),
            note: word.note, in: premises, on: terminal)
    }
}
