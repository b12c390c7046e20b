import Foundation
import Testing

@testable import ConveneCommands

/// The keys that programs rely on, as design.md §4 writes them.
@Suite struct JSONKeyTests {
    @Test func `figures have the keys of the design`() async throws {
        let world = try await DemoWorld.shared()

        let json = try await object("stats kyiv-2011-training --by country,gender", in: world)

        let measures: Set = [
            "registrations", "invited", "confirmed", "attended", "completed", "people", "rate",
        ]
        #expect(Set(json.keys).isSuperset(of: ["of", "by", "rows", "total"]))
        #expect((json["of"] as? [String: [String]]) == ["events": ["kyiv-2011-training"]])
        #expect((json["by"] as? [String]) == ["country", "gender"])
        let rows = try #require(json["rows"] as? [[String: Any]])
        #expect(rows.count > 5)
        for row in rows { #expect(Set(row.keys) == measures.union(["country", "gender"])) }
        let total = try #require(json["total"] as? [String: Any])
        #expect(Set(total.keys).isSuperset(of: measures.union(["women"])))
    }

    @Test func `a list's preview has the keys of the design`() async throws {
        let session = try await TerminalSession.withEvent()
        let list = try session.write(
            "given_name,family_name,country,email\nAda,Example,KZ,ada@example.org\n", to: "list.csv"
        )

        let outcome = await session.run("nominate kyiv --from \(list) --dry-run --format json")

        let json = try object(outcome)
        #expect(outcome.code == 0)
        #expect(Set(json.keys).isSuperset(of: ["rows", "new", "known", "probable", "faults"]))
        #expect(json["rows"] as? Int == 1)
        #expect(json["new"] as? Int == 1)
        #expect((json["faults"] as? [Any])?.isEmpty == true)
        #expect(await session.run("person list").output == "No people yet.\n")
    }

    @Test func `a warning has the keys of a fault, and stops nothing`() async throws {
        let session = try await TerminalSession.withEvent()
        let list = try session.write(
            "given_name,family_name,email\nAda,Example,ada@gmial.com\n", to: "list.csv")

        let preview = await session.run("nominate kyiv --from \(list) --dry-run --format json")
        let entry = await session.run("nominate kyiv --from \(list)")

        let warnings = try #require(try object(preview)["warnings"] as? [[String: Any]])
        #expect(preview.code == 0)
        #expect(warnings.count == 1)
        #expect(Set(warnings[0].keys) == ["sheet", "line", "column", "value", "message"])
        #expect(warnings[0]["line"] as? Int == 2)
        #expect(warnings[0]["value"] as? String == "ada@gmial.com")
        #expect(entry.code == 0)
        #expect(entry.output.contains("1 warning"))
        #expect(entry.output.contains("gmail.com"))
    }

    @Test func `a fault has the keys of the design, and refuses the list whole`() async throws {
        let session = try await TerminalSession.withEvent()
        let list = try session.write(
            "given_name,family_name,country\nAda,Example,KZ\nAlan,Specimen,Atlantis\n",
            to: "list.csv")

        let preview = await session.run("nominate kyiv --from \(list) --dry-run --format json")
        let entry = await session.run("nominate kyiv --from \(list)")

        let faults = try #require(try object(preview)["faults"] as? [[String: Any]])
        #expect(preview.code == 2)
        #expect(entry.code == 2)
        #expect(faults.count == 1)
        #expect(Set(faults[0].keys) == ["sheet", "line", "column", "value", "message"])
        #expect(faults[0]["line"] as? Int == 3)
        #expect(faults[0]["column"] as? String == "country")
        #expect(faults[0]["value"] as? String == "Atlantis")
        #expect(await session.run("person list").output == "No people yet.\n")
    }

    @Test func `a term is its words and its span`() async throws {
        let session = try await TerminalSession.withEvent()
        _ = await session.run(
            "event add later --title Later --kind seminar --when '2nd and 3rd quarter 2023'")

        let json = try object(await session.run("event show later --format json"))

        #expect(
            json["term"] as? [String: String] == [
                "text": "2nd and 3rd quarter 2023", "from": "2023-04-01", "to": "2023-09-30",
            ])
    }

    @Test(arguments: OutputTests.commands.filter { $0.contains(" list") })
    func `a list is an object with one array and its count`(command: String) async throws {
        let world = try await DemoWorld.shared()

        let json = try await object(command, in: world)

        let arrays = json.values.compactMap { $0 as? [Any] }
        #expect(arrays.count == 1)
        #expect(json["count"] as? Int == arrays.first?.count)
        let keys = (arrays.first?.first as? [String: Any])?.keys.map { $0 } ?? []
        #expect(keys.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil })
    }

    private func object(_ command: String, in world: DemoWorld) async throws -> [String: Any] {
        try object(await world.run(command + " --format json"))
    }

    private func object(_ outcome: Outcome) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }
}
