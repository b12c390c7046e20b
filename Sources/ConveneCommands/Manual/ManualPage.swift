import ArgumentParser

/// The man page of one command, in the macros of man(7), which every system reads.
struct ManualPage {
    let command: CommandOutline

    /// The pages of all commands.
    static func all() throws -> [ManualPage] {
        try CommandOutline.convene().family.map { ManualPage(command: $0) }
    }

    var name: String { command.path.joined(separator: "-") }
    var fileName: String { name + ".1" }

    var text: String {
        var page = Roff()
        page.title(name, source: "convene \(ConveneCommand.configuration.version)")
        page.section("NAME")
        page.line("\(name) \\- " + Roff.text(command.abstract.map(Self.withoutStop) ?? ""))
        page.section("SYNOPSIS")
        page.line(
            ([Roff.bold(command.path.joined(separator: " "))] + synopsis).joined(separator: " "))
        if let discussion = command.discussion {
            page.section("DESCRIPTION")
            page.prose(discussion)
        }
        list(commands, in: "COMMANDS", on: &page)
        arguments(on: &page)
        conventions(on: &page)
        return page.text
    }

    private var synopsis: [String] {
        if !command.children.isEmpty { return [Roff.italic("command")] }
        let options = command.shown.filter { $0.kind != .positional }
        let positionals = command.shown.filter { $0.kind == .positional }
        let needed = options.filter { !$0.isOptional }
        return needed.map(\.call) + (options.count > needed.count ? ["[options]"] : [])
            + positionals.map { $0.isOptional ? "[\($0.call)]" : $0.call }
    }

    private var commands: [(String, String)] {
        command.children.filter { $0.shouldDisplay ?? true }.map { child in
            let others = (child.aliases ?? []).joined(separator: ", ")
            return (
                Roff.bold(child.commandName) + (others.isEmpty ? "" : ", " + Roff.bold(others)),
                Roff.text(child.abstract ?? "")
            )
        }
    }

    /// The arguments and options under the headings that --help gives them.
    private func arguments(on page: inout Roff) {
        let positional = command.shown.filter { $0.kind == .positional }
        list(positional.map { ($0.call, $0.words) }, in: "ARGUMENTS", on: &page)
        let options = command.shown.filter { $0.kind != .positional }
        list(
            options.filter { $0.sectionTitle == nil }.map { ($0.call, $0.words) }, in: "OPTIONS",
            on: &page)
        for title in options.compactMap(\.sectionTitle).uniqued {
            list(
                options.filter { $0.sectionTitle == title }.map { ($0.call, $0.words) },
                in: title.uppercased(), on: &page)
        }
    }

    private func list(_ items: [(String, String)], in title: String, on page: inout Roff) {
        guard !items.isEmpty else { return }
        page.section(title)
        for item in items { page.item(item.0, item.1) }
    }

    /// What holds for all commands stands in full on the first page only.
    private func conventions(on page: inout Roff) {
        if command.superCommands == nil {
            list(
                ExitStatus.all.map { (String($0.code), Roff.text($0.meaning)) }, in: "EXIT STATUS",
                on: &page)
            list(
                Variable.all.map { (Roff.bold($0.name), Roff.text($0.meaning)) },
                in: "ENVIRONMENT", on: &page)
        }
        let related =
            command.children.map { (command.path + [$0.commandName]).joined(separator: "-") }
            + (command.superCommands.map { [$0.joined(separator: "-")] } ?? [])
        let others =
            (related + (related.contains("convene") || name == "convene" ? [] : ["convene"]))
        guard !others.isEmpty else { return }
        page.section("SEE ALSO")
        page.line(others.map { Roff.bold($0) + "(1)" }.joined(separator: ", "))
    }

    /// The abstract as NAME wants it, which is no sentence.
    private static func withoutStop(_ abstract: String) -> String {
        abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
    }
}

extension CommandOutline.Argument {
    /// How it is written on a command line.
    fileprivate var call: String {
        let value = Roff.italic((valueName ?? "value") + (isRepeating ? "…" : ""))
        guard kind != .positional else { return value }
        let names = (names ?? []).map { Roff.bold($0.text) }.joined(separator: ", ")
        return kind == .flag ? names : "\(names) \(value)"
    }

    fileprivate var words: String {
        var words = [abstract ?? ""]
        if let allValues { words.append("One of \(allValues.joined(separator: ", ")).") }
        if let defaultValue { words.append("Default: \(defaultValue).") }
        return Roff.text(words.joined(separator: " "))
    }
}

extension [String] {
    /// Each once, in the order of first mention.
    fileprivate var uniqued: [String] {
        reduce(into: []) { all, next in if !all.contains(next) { all.append(next) } }
    }
}
