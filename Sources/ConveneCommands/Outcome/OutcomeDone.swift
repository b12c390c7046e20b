import ArgumentParser
import Convene
import ConveneBootstrap

struct OutcomeDone: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Write down that outcomes were followed up.",
        discussion: """
            convene outcome done kyiv-2011-meeting/3 --note 'The curriculum was printed'
            convene outcome done kyiv-2011-meeting 1 2 --on 2012-03-30
            convene outcome done kyiv-2011-meeting/3 --undo --reason 'only half of it'
            """)

    @Argument(help: "The outcomes, as kyiv-2011-meeting/3; or an event, then numbers.")
    var outcomes: [String]
    @Option(help: "What became of it.") var note: String?
    @Option(help: ArgumentHelp("When it was done, if not today.", valueName: "date"))
    var on: String?
    @Flag(help: "Open them again.") var undo = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func validate() throws {
        if undo, on != nil || note != nil {
            throw ValidationError("--on and --note say that it was done; --undo takes that back.")
        }
    }

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.outcomeDesk(premises.actor)
        let (mentions, day) = (try Reading.outcomes(outcomes), try on.map(Reading.day))
        let lines =
            try await undo
            ? desk.reopen(mentions, reason: reason.reason)
            : desk.close(mentions, on: day, note: note)
        let codes = lines.map(\.code).joined(separator: ", ")
        output.show(
            lines,
            saying: "\(codes) \(lines.count == 1 ? "is" : "are") \(undo ? "open again" : "done").",
            on: terminal)
    }
}

extension Reading {
    /// Outcomes as `kyiv-2011-meeting/3` or `3`; after an event, numbers are those of its outcomes.
    ///
    /// - Throws: `value.invalid`.
    static func outcomes(_ words: [String]) throws -> [OutcomeMention] {
        guard let first = words.first, words.count > 1, Int(first) == nil, !first.contains("/")
        else { return words.map { OutcomeMention($0) } }
        let event = try Code(first)
        return words.dropFirst().map { OutcomeMention(event, $0) }
    }
}
