import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct EventQuestion: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question",
        abstract: "What an event asks everybody who registers, in words of your own.",
        subcommands: [
            EventQuestionAdd.self, EventQuestionList.self, EventQuestionRemove.self,
        ])
}

struct EventQuestionAdd: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ask one more question.",
        discussion: """
            convene event question add kyiv --kind choice --choices 'Bus;Train' 'How will you come?'

            The answers stand in "convene registration list" and "show", and in their exports.
            """)

    @Argument(help: "The event.") var event: String
    @Argument(help: "The question, in the words that people read.") var wording: String
    @Option(help: "What kind of answer it has.") var kind = Question.Kind.text
    @Option(help: ArgumentHelp("What can be chosen, divided by semicolons.", valueName: "texts"))
    var choices: String?
    @Flag(help: "It must be answered.") var required = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let questions = try await premises.office.questionDesk(premises.actor).add(
            kind, wording, choices: (choices ?? "").split(separator: ";").map(String.init),
            isRequired: required, to: try Code(event))
        output.show(Report.questions(questions), on: terminal)
    }
}

struct EventQuestionList: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List an event's questions.", aliases: ["ls"])

    @Argument(help: "The event.") var event: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.questionDesk(premises.actor)
        output.show(Report.questions(try await desk.list(try Code(event))), on: terminal)
    }
}

struct EventQuestionRemove: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a question out; those after it move up.",
        aliases: ["rm"])

    @Argument(help: "The event.") var event: String
    @Argument(help: "The question's number.") var number: Int
    @Flag(help: "What was said to it goes with it.") var withAnswers = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let questions = try await premises.office.questionDesk(premises.actor).remove(
            number, from: try Code(event), withAnswers: withAnswers)
        output.show(Report.questions(questions), on: terminal)
    }
}
