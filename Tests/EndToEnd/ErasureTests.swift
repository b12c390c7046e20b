import Foundation
import Testing

@Suite struct ErasureTests {
    @Test func `who is forgotten stands in no byte of the register`() async throws {
        let shell = try await Shell.withEvent()
        try await shell.must(
            """
            convene register kyiv --given Xenia --family Quillfeather --gender female \
                --country KZ --email xenia.q@example.org --notes 'Speaks softly'
            convene register kyiv --given Ada --family Example --email ada@example.org
            convene invite kyiv --to all --yes
            convene person edit xenia.q@example.org --position Curator
            convene event close kyiv; convene attend kyiv --session all --all; convene event hold kyiv
            """)
        let before = try await shell.must("convene stats kyiv --by country,gender --format json")
        let held = try await shell.must("convene person export P1")

        try await shell.must("convene person erase P1 --yes")

        let traces = try await shell.run("grep -il -e quillfeather -e xenia -e softly convene.db*")
        #expect(traces.output == "")
        #expect(held.contains("Quillfeather") && held.contains("Speaks softly"))
        #expect(
            try await shell.must("convene stats kyiv --by country,gender --format json") == before)
        try await shell.must("convene doctor && convene audit verify")
    }
}
