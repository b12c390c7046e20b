import ArgumentParser
import Convene

/// What can be said of a session on the command line.
struct SessionFields: ParsableArguments {
    @Option(help: "What it is about.") var title: String?
    @Option(help: ArgumentHelp("When it begins, on the clock of its place.", valueName: "hh:mm"))
    var starts: String?
    @Option(help: ArgumentHelp("When it ends.", valueName: "hh:mm")) var ends: String?
    @Flag(
        inversion: .prefixedNo, exclusivity: .exclusive,
        help: "Whether it counts for completion; a site visit may not.")
    var counting: Bool?

    func apply(to session: inout Session) throws {
        if let title { session.title = title }
        if let starts { session.starts = try Reading.time(starts) }
        if let ends { session.ends = try Reading.time(ends) }
        if let counting { session.counts = counting }
    }
}
