import ArgumentParser
import Convene

/// What can be said of a programme on the command line.
struct ProgrammeFields: ParsableArguments {
    @Option(help: "The programme that this is a stage of.")
    var parent: String?

    @Option(help: ArgumentHelp("The first year.", valueName: "year"))
    var start: Int?

    @Option(help: ArgumentHelp("The last year.", valueName: "year"))
    var end: Int?

    @Option(help: ArgumentHelp("Its countries: AM;AZ;BY", valueName: "countries"))
    var countries: String?

    @Option(
        help: ArgumentHelp("Its targets: regional-training=8;countries=10", valueName: "targets"))
    var targets: String?

    @Option(help: "The agreement that it rests on.")
    var agreement: String?

    /// Changes what was said and leaves the rest.
    func apply(to programme: inout Programme) throws {
        if let start { programme.startYear = start }
        if let end { programme.endYear = end }
        if let agreement { programme.agreement = agreement }
        if let countries {
            programme.countries = try Reading.several(countries, Country.reading).sorted()
        }
        if let targets {
            programme.targets = try Reading.several(targets, Programme.Target.reading)
        }
    }
}

extension Reading {
    /// Values divided by semicolons or commas.
    static func several<Value>(_ text: String, _ read: (String) throws -> Value) throws -> [Value] {
        try text.split { $0 == ";" || $0 == "," }
            .map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }.map(read)
    }
}
