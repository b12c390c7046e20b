import ConveneReports
import ConveneTestSupport
import Foundation
import Testing

@testable import ConveneCommands

@Suite struct MergeCommandTests {
    @Test func `two are merged after a yes, and are two again after --undo`() async throws {
        let session = try await Self.session()

        let outcome = await session.run("person merge P1 P2 --take email=B", answers: ["y"])
        let merged = await session.run("person list --format tsv").output
        let undone = await session.run("person merge --undo P2")

        #expect(outcome.code == 0)
        #expect(outcome.error == "Merge P2 Айгуль Сеитова into P1? [y/N]: ")
        #expect(outcome.output.contains("aigul@example.net, aigul@example.org"))
        #expect(merged.split(separator: "\n").count == 2)
        #expect(merged.contains("aigul@example.net"))
        #expect(undone.code == 0)
        #expect(
            undone.output == "P2 Айгуль Сеитова and P1 Aigul Seitova are two again, as they were.\n"
        )
        #expect(
            await session.run("person list --format tsv").output.split(separator: "\n").count == 3)
    }

    @Test func `after a no and in a rehearsal nothing is merged`() async throws {
        let session = try await Self.session()

        let refused = await session.run("person merge P1 P2", answers: ["n"])
        let preview = await session.run("person merge P1 P2 --dry-run --format json")

        #expect(refused.error.hasSuffix("Nothing was merged.\n"))
        #expect(preview.output.contains("\"other_name\""))
        #expect(
            await session.run("person list --format tsv").output.split(separator: "\n").count == 3)
    }

    @Test(
        arguments: [
            ("bare", [String]()), ("at-one-event", ["nominate kyiv P1 P2"]),
            (
                "two-invitations",
                [
                    "nominate kyiv P1 P2", "invite kyiv --to all --yes",
                    "invitation answer kyiv P2 --answer accepted",
                ]
            ),
        ])
    func `what a merge would do is as recorded`(name: String, before: [String]) async throws {
        let session = try await TerminalSession.withEvent()
        for line in [
            "person add --given Aigul --family Seitova --gender female --country KZ"
                + " --email aigul@example.org --organisation 'Museum of Samples' --languages ru",
            "person add --given Айгуль --family Сеитова --patronymic Маратовна --country KZ"
                + " --email seitova@example.net --position Curator --notes 'Speaks softly'",
        ] + before {
            #expect(await session.run(line).code == 0)
        }

        let table = await session.run("person merge P1 P2 --dry-run --take email=B")
        let json = await session.run("person merge P1 P2 --dry-run --take email=B --format json")

        #expect([table.code, json.code] == [0, 0])
        try expectGolden(Scrubbed.table(table.output), "output/person-merge-\(name).txt")
        try expectGolden(Scrubbed.json(json.output), "output/person-merge-\(name).json")
    }

    @Test func `duplicates are shown with reasons, and no more when told apart`() async throws {
        let session = try await Self.session()

        let found = await session.run("person duplicates --format json")
        let apart = await session.run("person duplicates --not-same P1 P2")

        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
        #expect(json["count"] as? Int == 1)
        #expect(found.output.contains("\"other-script\""))
        #expect(
            apart.output == "P1 Aigul Seitova and P2 Айгуль Сеитова are two, and won't be proposed"
                + " again.\n")
        #expect(
            await session.run("person duplicates").output == "Nobody seems to stand twice.\n")
    }

    @Test func `a list asks row by row who is meant`() async throws {
        let session = try await Self.session()
        let list = try session.write(
            "given_name,family_name,gender,country\nАйгуль,Сеитова,female,KZ\n"
                + "Ada,Example,female,KZ\nAigul,Seitova,female,KZ\n", to: "list.csv")

        let outcome = await session.run(
            "person import \(list) --on-probable ask", answers: ["p1", "what", "n"])

        #expect(outcome.code == 0)
        #expect(outcome.error.hasPrefix("2 rows are probably known."))
        #expect(outcome.error.contains("P1 Aigul Seitova, KZ, aigul@example.org"))
        #expect(
            await session.run("person list --format tsv").output.split(separator: "\n").count == 5)
    }

    @Test(
        arguments: [
            "person merge P1", "person merge P1 P2 --take email", "person merge P1 P2 --take x=A",
            "person merge P1 P2 --take name=C", "person merge P1 --undo P2",
            "person duplicates --not-same P1", "person duplicates --threshold 2",
            "organisation merge O1", "organisation duplicates --not-same O1",
        ])
    func `what makes no sense is wrong usage`(line: String) async throws {
        let session = try await Self.session()

        #expect(await session.run(line).code == 64)
    }

    @Test func `organisations are merged and unmerged`() async throws {
        let session = try await Self.session()
        for (name, address) in [("Институт искусств", "b"), ("Institute of Arts", "c")] {
            _ = await session.run(
                "person add --given A --family Example\(address) --email \(address)@example.org"
                    + " --organisation '\(name)'")
        }

        let found = await session.run("organisation duplicates --format tsv")
        let merged = await session.run("organisation merge O1 O2 --yes")
        let shown = await session.run("organisation show O2")
        let undone = await session.run("organisation merge --undo O2")

        #expect(found.output.contains("same words") || found.output.contains("same-words"))
        #expect(merged.code == 0)
        #expect(shown.output.contains("Institute of Arts"))
        #expect(shown.output.contains("O1"))
        #expect(undone.code == 0)
    }

    private static func session() async throws -> TerminalSession {
        let session = try TerminalSession()
        _ = await session.run("init")
        for (given, family, address) in [
            ("Aigul", "Seitova", "aigul@example.org"), ("Айгуль", "Сеитова", "aigul@example.net"),
        ] {
            _ = await session.run(
                "person add --given \(given) --family \(family) --gender female --country KZ"
                    + " --email \(address)")
        }
        return session
    }
}
