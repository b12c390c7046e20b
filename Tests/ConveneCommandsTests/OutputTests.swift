import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneCommands
@testable import ConveneReports

/// What each command shows of the demo's register, for people and for programs.
@Suite struct OutputTests {
    static let commands = [
        "programme list", "programme show ram-2", "event list", "event show kyiv-2011-training",
        "session list kyiv-2011-training", "person list --country KZ", "person find айгуль",
        "person show P1", "person duplicates --threshold 0.1",
        "organisation duplicates --threshold 0.1", "organisation merge O1 O2 --dry-run",
        "organisation list", "organisation show O1",
        "registration list kyiv-2011-training", "registration show kyiv-2011-training P7",
        "invitation list kyiv-2011-training", "invitation show kyiv-2011-training P28",
        "attendance list kyiv-2011-training --session 2", "attendance sheet kyiv-2011-training",
        "stats kyiv-2011-training --by country,gender", "stats --programme ram-2 --by event,group",
        "stats kyiv-2011-training --by country,gender,group", "stats kyiv-2011-training",
        "mail queue kyiv-2011-training --state sent", "mail show M1", "audit list --limit 3",
        "doctor",
    ]

    @Test(arguments: commands) func `a table is as recorded`(command: String) async throws {
        let world = try await DemoWorld.shared()

        let table = await world.run(command)

        #expect(table.code == 0)
        #expect(table.error == "")
        try expectGolden(Scrubbed.table(table.output), "output/\(name(of: command)).txt")
    }

    @Test(arguments: commands) func `JSON is as recorded, and JSON`(command: String) async throws {
        let world = try await DemoWorld.shared()

        let json = await world.run(command + " --format json")

        #expect(json.code == 0)
        #expect(throws: Never.self) {
            try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        }
        try expectGolden(Scrubbed.json(json.output), "output/\(name(of: command)).json")
    }

    @Test(arguments: commands, [Format.csv, .tsv, .markdown])
    func `every list comes in every form`(command: String, format: Format) async throws {
        let world = try await DemoWorld.shared()

        let text = await world.run("\(command) --format \(format.rawValue)")

        #expect(text.code == 0)
        #expect(text.output.contains("\n"))
        #expect(!text.output.contains("\u{1B}"))
    }

    @Test(arguments: ["mail preview M1", "audit verify"])
    func `what has no other form is as recorded`(command: String) async throws {
        let world = try await DemoWorld.shared()

        let text = await world.run(command)

        #expect(text.code == 0)
        try expectGolden(Scrubbed.table(text.output), "output/\(name(of: command)).txt")
    }

    @Test func `a dry run of invitations is as recorded`() async throws {
        let session = try await TerminalSession.withEvent()
        for (name, more) in [
            ("Ada", "--email ada@example.org"), ("Grace", ""),
            ("Яна", "--email y@example.org --languages ru"),
        ] {
            _ = await session.run("nominate kyiv --given \(name) --family Example \(more)")
        }

        let table = await session.run("invite kyiv --dry-run")
        let json = await session.run("invite kyiv --dry-run --format json")
        let letter = await session.run("mail preview kyiv P3")

        try expectGolden(Scrubbed.table(table.output), "output/invite-dry-run.txt")
        try expectGolden(Scrubbed.json(json.output), "output/invite-dry-run.json")
        try expectGolden(Scrubbed.table(letter.output), "output/mail-preview-kyiv-P3.txt")
    }

    @Test(arguments: commands) func `a terminal of 80 columns is never overrun`(command: String)
        async throws
    {
        let world = try await DemoWorld.shared()

        let shown = await world.session.run(
            command, setting: ["CONVENE_NOW": "2011-10-10T09:00:00Z"],
            screen: Screen(width: 80, isTerminal: true))

        // A mail is shown as it goes, whatever the terminal.
        let table = shown.output.components(separatedBy: "\nTo: ")[0]
        let wide = table.split(separator: "\n").filter { DisplayWidth.of(String($0)) > 80 }
        #expect(wide == [])
    }

    private func name(of command: String) -> String {
        command.replacing(/[^\w]+/, with: "-")
    }
}

/// Output without what differs between two runs of the same: the user's name, and chance.
enum Scrubbed {
    static func json(_ text: String) -> String { chance(text).replacing(user, with: "officer") }

    /// The user's name is as wide as it is, and its column with it.
    static func table(_ text: String) -> String {
        chance(text).replacing(user, with: "officer").replacing(#/  +/#, with: "  ")
            .replacing(/─+/, with: "─").replacing(#/ +\n/#, with: "\n")
    }

    private static func chance(_ text: String) -> String {
        text.replacing(/[0-9A-Za-z_-]{32,}/, with: "CHANCE")
    }

    private static var user: Regex<Substring> {
        let name = NSUserName()
        return (try? Regex("\\b\(name)\\b")) ?? /officer/
    }
}
