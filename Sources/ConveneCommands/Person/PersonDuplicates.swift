import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

struct PersonDuplicates: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Show who may stand in the register twice, and why.",
        discussion: """
            convene person duplicates
            convene person duplicates --country KZ --threshold 0.9
            convene person duplicates --not-same P3 P7

            Nothing is merged by itself: "convene person merge" does it. Who is told apart with \
            --not-same is not shown again.
            """)

    @Option(help: "How sure it must be, from 0 to 1.") var threshold: Double = Likeness.threshold
    @Option(help: "Only pairs of whom one is of this country.") var country: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two people who are not one, for ever.", valueName: "person"))
    var notSame: [String] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var register: RegisterOptions

    func work(in premises: Premises, on terminal: Terminal) async throws {
        let desk = premises.office.personDesk(premises.actor)
        guard notSame.isEmpty else { return try await tellApart(desk, on: terminal) }
        guard (0...1).contains(threshold) else {
            throw ValidationError("--threshold is from 0 to 1.")
        }
        let pairs = try await desk.duplicates(
            threshold: threshold, country: country.map(Country.reading))
        output.show(Report.duplicates(pairs), on: terminal)
    }

    private func tellApart(_ desk: PersonDesk, on terminal: Terminal) async throws {
        guard notSame.count == 2 else {
            throw ValidationError("--not-same names two people, such as --not-same P3 P7.")
        }
        let pair = try await desk.tellApart(
            PersonMention(notSame[0]), PersonMention(notSame[1]))
        terminal.say(
            "\(pair.0.id.text) \(pair.0.name.full) and \(pair.1.id.text) \(pair.1.name.full) are"
                + " two, and won't be proposed again.")
    }
}
