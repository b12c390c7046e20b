import ArgumentParser
import FoundationEssentials

/// A command as --help describes it: what ArgumentParser says of it when asked for everything.
///
/// The keys are those of `--experimental-dump-help`, of which only what a page needs is read.
struct CommandOutline: Decodable {
    let commandName: String
    let superCommands: [String]?
    let abstract: String?
    let discussion: String?
    let aliases: [String]?
    let shouldDisplay: Bool?
    let subcommands: [CommandOutline]?
    let arguments: [Argument]?

    struct Argument: Decodable {
        let kind: Kind
        let shouldDisplay: Bool
        let sectionTitle: String?
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
        let kind: Dashes
        let name: String

        var text: String { (kind == .long ? "--" : "-") + name }
    }

    enum Dashes: String, Decodable { case long, short, longWithSingleDash }

    /// The whole tree, from `convene` down.
    static func convene() throws -> CommandOutline {
        struct Tool: Decodable { let command: CommandOutline }
        return try JSONDecoder().decode(Tool.self, from: Data(ConveneCommand._dumpHelp().utf8))
            .command
    }

    /// The words by which it is called: `convene event add`.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// The commands below it, without the parser's own `help`.
    var children: [CommandOutline] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The command and everything below it.
    var family: [CommandOutline] { [self] + children.flatMap(\.family) }

    /// What it takes, in the order of --help.
    var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
