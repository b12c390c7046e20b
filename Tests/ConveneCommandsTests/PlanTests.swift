import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneCommands
@testable import ConveneReports

/// Action plans and outcomes at the terminal, on the plan of the case.
@Suite struct PlanTests {
    /// 15 January 2022, when most of 2021 should have been done.
    private static let january = ["CONVENE_NOW": "2022-01-15T09:00:00Z"]

    private static let commands = [
        "plan list --year 2021 --state open", "plan list --overdue-on 2021-11-15",
        "plan show 2021-7", "plan show 2023-9", "programme show country-action-plan",
        "outcome list", "outcome list kyiv --overdue", "event show kyiv",
    ]

    private static let plan = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../ConveneSheetsTests/Cases/country-action-plan.csv").path

    /// A register with the plan, two steps of which are done, and two outcomes.
    private func session() async throws -> TerminalSession {
        let session = try await TerminalSession.withEvent()
        for line in [
            "plan import \(Self.plan)", "plan done 2021-7 1 2 --on 2021-09-20",
            "plan link 2021-7 kyiv", "plan drop 2021-12 --reason 'put off by the hosts'",
            "outcome add kyiv 'Draft a curriculum' --due 'Q4 2011' --responsible Commissions",
            "outcome add kyiv 'Meet again in a year'", "outcome done kyiv 2 --note 'Agreed: Baku'",
        ] {
            let outcome = await session.run(line, setting: Self.january)
            #expect(outcome.code == 0, "\(line): \(outcome.error)")
        }
        return session
    }

    @Test func `a plan comes in by one command, and says whose it is`() async throws {
        let session = try await TerminalSession.withEvent()

        let preview = await session.run("plan import \(Self.plan) --dry-run --format json")
        let first = await session.run("plan import \(Self.plan)")
        let again = await session.run("plan import \(Self.plan)")

        let json = try object(preview)
        #expect(Set(json.keys).isSuperset(of: ["rows", "new", "known", "probable", "faults"]))
        #expect([json["rows"], json["new"]].compactMap { $0 as? Int } == [42, 42])
        #expect(first.output.hasPrefix("country-action-plan.csv: 42 rows, 42 new, 0 known.\n"))
        #expect(first.output.contains("a new programme, country-action-plan"))
        #expect(again.output.contains("42 known, 42 unchanged"))
    }

    @Test(arguments: commands) func `what is shown is as recorded`(command: String) async throws {
        let session = try await session()

        let table = await session.run(command, setting: Self.january)
        let json = await session.run(command + " --format json", setting: Self.january)

        #expect([table.code, json.code] == [0, 0])
        let name = "output/" + command.replacing(/[^\w]+/, with: "-")
        try expectGolden(Scrubbed.table(table.output), name + ".txt")
        try expectGolden(Scrubbed.json(json.output), name + ".json")
    }

    @Test(arguments: commands) func `a terminal of 80 columns is never overrun`(command: String)
        async throws
    {
        let session = try await session()

        let shown = await session.run(
            command, setting: Self.january, screen: Screen(width: 80, isTerminal: true))

        let wide = shown.output.split(separator: "\n").filter { DisplayWidth.of(String($0)) > 80 }
        #expect(wide == [])
    }

    @Test(arguments: commands, [Format.csv, .tsv, .markdown])
    func `all comes in every form`(command: String, format: Format) async throws {
        let session = try await session()

        let text = await session.run(
            "\(command) --format \(format.rawValue)", setting: Self.january)

        #expect(text.code == 0)
        #expect(text.output.contains("\n"))
    }

    @Test func `the keys of activities and outcomes are those that programs rely on`() async throws
    {
        let session = try await session()

        let plan = try object(
            await session.run("plan list --format json", setting: Self.january))
        let outcomes = try object(await session.run("outcome list --format json"))

        let activity = try #require((plan["activities"] as? [[String: Any]])?[6])
        #expect(plan["count"] as? Int == 42)
        #expect(
            Set(activity.keys) == [
                "code", "programme", "year", "number", "title", "term", "due", "next_due", "state",
                "steps_done", "steps", "overdue", "overdue_since", "done_on", "events",
            ])
        #expect(
            activity["term"] as? [String: String] == [
                "text": "September-October 2021", "from": "2021-09-01", "to": "2021-10-31",
            ])
        #expect(activity["due"] as? String == "2021-10-31")
        #expect(activity["overdue"] as? Bool == true)
        let outcome = try #require((outcomes["outcomes"] as? [[String: Any]])?.first)
        #expect(
            Set(outcome.keys) == [
                "code", "event", "number", "text", "responsible", "due", "due_on", "state",
                "overdue", "done_on", "done_by", "note",
            ])
    }

    @Test(
        arguments: [
            ("plan done 2021-7", 2), ("plan done 2021-7 one", 2), ("plan done 2021-7 3 --undo", 2),
            ("plan done 2021-1 --on 2022-01-16", 2), ("plan done 2021-12", 2),
            ("plan done 2021-1 --on soon", 2), ("plan list --overdue-on soon", 2),
            ("outcome done kyiv/1 --undo", 2), ("outcome add kyiv ' '", 2),
            ("outcome add kyiv Again --due soon", 2), ("plan show 2024-1", 3),
            ("plan done 2021-7 4", 3),
            ("plan link 2021-7 nowhere", 3), ("plan list --programme nowhere", 3),
            ("outcome done kyiv 9", 3), ("outcome list nowhere", 3),
            ("plan done", 64), ("plan list --state late", 64),
            ("outcome list --open --overdue", 64),
            ("plan done 2021-1 --undo --on 2021-05-01", 64), ("plan link 2021-7", 64),
            ("outcome done kyiv/1 --undo --note x", 64),
        ] as [(String, Int32)])
    func `what can't be done is said with its code`(line: String, code: Int32) async throws {
        let session = try await session()

        let outcome = await session.run(line, setting: Self.january)

        #expect(outcome.code == code)
        #expect(outcome.output == "")
        #expect(outcome.error.hasPrefix(code == 64 ? "Error: " : "convene: "), "\(outcome.error)")
    }

    @Test func `what could be several is said with the candidates`() async throws {
        let session = try await session()
        _ = await session.run("programme add other --title Other")
        _ = await session.run("plan import \(Self.plan) --programme other")
        _ = await session.run("event add baku --title Baku --kind seminar --dates 2011-11-01")
        _ = await session.run("outcome add baku Report")

        let activity = await session.run("plan show 2021-7")
        let outcome = await session.run("outcome done 1")
        let named = await session.run("plan show other/2021-7")

        #expect([activity.code, outcome.code, named.code] == [4, 4, 0])
        #expect(activity.error.contains("country-action-plan/2021-7  Microscience"))
        #expect(outcome.error.contains("baku/1  Report"))
    }

    @Test func `ticks, links and outcomes go and come back`() async throws {
        let session = try await session()

        let undone = await session.run(
            "plan done 2021-7 all --undo --reason 'wrong plan'", setting: Self.january)
        let unlinked = await session.run("plan link 2021-7 kyiv --remove")
        let resumed = await session.run("plan drop 2021-12 --undo --reason 'on again'")
        let reopened = await session.run("outcome done kyiv/2 --undo --reason 'not yet'")
        let noted = await session.run("outcome edit kyiv/2 --note 'Asked Baku' --due 2012")

        #expect(undone.output.hasPrefix("2 ticks taken back"))
        #expect(unlinked.output == "No event carries 2021-7 out.\n")
        #expect(resumed.output == "2021-12 is planned.\n")
        #expect(reopened.output == "kyiv/2 is open again.\n")
        #expect(noted.output == "kyiv/2 is as said.\n")
        let open = await session.run("outcome list --open --format tsv").output
        #expect(open.contains("Asked Baku"))
    }

    @Test func `targets stand beside what was held, and what does not count is named`() async throws
    {
        let session = try await TerminalSession.withEvent()
        for line in [
            "programme add ram --title Museums --countries UA;KZ --targets workshop=2;people=5",
            "event edit kyiv --programme ram",
            "register kyiv --given Ada --family Example --country UA --gender female",
            "attend kyiv --session 1 --all",
        ] {
            #expect(await session.run(line).code == 0, "\(line)")
        }

        let before = await session.run("programme show ram")
        _ = await session.run("event hold kyiv")
        let after = try object(await session.run("programme show ram --format json"))

        #expect(before.output.contains("only what was held counts: kyiv."))
        let targets = try #require(after["targets"] as? [[String: Any]])
        #expect(targets.map { $0["reached"] as? Int } == [1, 1])
        #expect(after["notes"] as? [String] == ["Nobody has come yet from KZ."])
    }

    private func object(_ outcome: Outcome) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }
}
