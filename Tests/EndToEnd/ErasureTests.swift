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
            convene outcome add kyiv 'Ask X. Quillfeather' --responsible 'Ксения Квиллфезер'
            convene outcome edit kyiv/1 --note 'xenia.q@example.org was asked'
            convene person edit ada@example.org --notes 'Friend of Xenia Quillfeather'
            convene person edit xenia.q@example.org --other-given Ксения --other-family Квиллфезер
            convene session edit kyiv 1 --title 'Lecture by Ms Quillfeather'
            convene person add --given Xenja --family Quillfeather --email q2@example.net
            convene person merge P1 P3 --yes
            """)
        let before = try await shell.must("convene stats kyiv --by country,gender --format json")
        let held = try await shell.must("convene person export P1")

        try await shell.must("convene person erase P1 --yes")

        let words = ["quillfeather", "xenia", "xenja", "softly", "квиллфезер", "ксения", "q2@"]
        let traces = try await shell.run(
            "grep -il \(words.map { "-e \($0)" }.joined(separator: " ")) convene.db*")
        let texts = try await shell.must("sqlite3 convene.db .dump").lowercased()
        #expect(traces.output == "")
        #expect(words.filter(texts.contains) == [])
        #expect(texts.contains("lecture by ms (forgotten)"))
        #expect(held.contains("Quillfeather") && held.contains("Speaks softly"))
        #expect(
            try await shell.must("convene stats kyiv --by country,gender --format json") == before)
        try await shell.must("convene doctor && convene audit verify")
    }
}
