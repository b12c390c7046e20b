import ArgumentParser
import Convene
import ConveneBootstrap
import ConveneReports

/// How the file of a list is read.
struct FileArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "sheet"))
    var sheet: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The encoding of a text; without it, it is found out.", valueName: "encoding"))
    var encoding: Sheet.Encoding?

    func read(_ path: String, sense: Sheet.HeadingSense? = nil) throws -> Sheet {
        try Lists.read(path, sheet: sheet, encoding: encoding, sense: sense)
    }
}

extension Sheet.Encoding: ExpressibleByArgument {
    package init?(argument: String) { self.init(name: argument) }
    package var defaultValueDescription: String { name }
    package static var allValueStrings: [String] { allCases.map(\.name) }
    package static var allValueDescriptions: [String: String] { [:] }
}

/// How a list is read: the file, and what the user says of its columns.
struct ListArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What a column is, as 'Heading=field'; 'Heading=-' leaves it out. Repeatable.",
            valueName: "heading=field"))
    var map: [String] = []

    @OptionGroup var file: FileArguments

    @Flag(name: .long, help: "Show what the list would bring, and write nothing.")
    var dryRun = false

    /// Reads a list whose headings are those of the fields.
    func read<Field: ListField>(
        _ path: String, of field: Field.Type, adding headings: [String: [String]] = [:]
    ) throws -> Sheet {
        let words = HeadingWords<Field>(adding: headings)
        return try file.read(path, sense: words.know)
    }

    /// The options of a list of people; on a terminal, what no heading says is asked for.
    func options(
        for sheet: Sheet, _ people: PeopleListOptions, role: Role = .participant,
        in premises: Premises, on terminal: Terminal, progress: Progress
    ) async throws -> ListOptions {
        let headings = premises.settings.headings
        return ListOptions(
            map: try await columns(
                of: sheet, words: HeadingWords<PersonField>(adding: headings), in: premises,
                on: terminal),
            headings: headings, onProbable: people.onProbable, role: role,
            progress: progress.show)
    }

    /// What is said of the columns of a list; on a terminal, what no heading says is asked for.
    func columns<Field: ListField>(
        of sheet: Sheet, words: HeadingWords<Field>, in premises: Premises,
        on terminal: Terminal
    ) async throws -> [String: String] {
        var map = try columns()
        let desk = premises.office.importDesk(premises.actor)
        for column in try await desk.unclear(in: sheet, of: Field.self, map: map, words: words) {
            guard let answer = answer(for: column, of: Field.self, on: terminal) else { break }
            map[column.heading] = answer
        }
        return map
    }

    /// - Returns: nothing where nobody answers.
    private func answer<Field: ListField>(
        for column: UnclearColumn, of field: Field.Type, on terminal: Terminal
    ) -> String? {
        let examples = column.examples.map { "“\($0)”" }.joined(separator: ", ")
        let likely = Field(rawValue: "organisation") == nil ? "title" : "organisation"
        let question =
            "What is the column “\(column.heading)”\(examples.isEmpty ? "" : " (\(examples))")?"
            + " A field such as \(likely), or - to leave it out"
        while let answer = terminal.ask(question) {
            if answer == "-" || Field(rawValue: answer) != nil { return answer }
            let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
            terminal.remark("“\(answer)” is no field of such a list. The fields are: \(fields).")
        }
        return nil
    }

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where anything is or may be wrong, write the list with it: .xlsx, .csv or .tsv.",
            valueName: "file"), completion: .file())
    var faults: String?

    func columns() throws -> [String: String] {
        var columns: [String: String] = [:]
        for pair in map {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count >= 2, let field = parts.last, !field.isEmpty else {
                throw ValidationError("--map takes 'Heading=field', not '\(pair)'.")
            }
            columns[parts.dropLast().joined(separator: "=")] = String(field)
        }
        return columns
    }

    /// Writes the list with what is wrong in it, or may be, if there is any and that was asked for.
    func write(_ report: ListReport, of sheet: Sheet, on terminal: Terminal) throws {
        guard let faults, !report.faults.isEmpty || !report.warnings.isEmpty else { return }
        try SheetFile.write(FaultFile.report(sheet, report), to: faults, on: terminal.screen)
        terminal.remark("\(faults) has the list with what is wrong in each row.")
    }

    /// Shows what came of a list, or what would, and ends with exit code 2 where it has faults.
    func show(_ report: ListReport, _ output: OutputOptions, on terminal: Terminal) throws {
        output.show(ListCard(report, isPreview: dryRun), on: terminal)
        guard report.faults.isEmpty else { throw ExitCode(2) }
    }
}
