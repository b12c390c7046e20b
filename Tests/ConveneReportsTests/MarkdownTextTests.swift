import Testing

@testable import ConveneReports

@Suite struct MarkdownTextTests {
    @Test func `a list is a table with an alignment row and its total`() throws {
        let markdown = Report.people.render(as: .markdown)

        try expectGolden(markdown, "people.md")
    }

    @Test func `a card is a list of its fields`() throws {
        let markdown = Card.event.render(as: .markdown)

        try expectGolden(markdown, "event.md")
    }

    @Test(arguments: [
        ("a|b", #"a\|b"#), ("|\u{301}", "\\|\u{301}"), ("a\r\nb\nc\rd", "a<br>b<br>c<br>d"),
        ("<script>&", "&lt;script&gt;&amp;"), ("[x](javascript:y)", #"\[x\](javascript:y)"#),
        ("**b** `c` \\", #"\*\*b\*\* \`c\` \\"#), ("kyiv_2011", #"kyiv\_2011"#),
    ])
    func `no value is markup`(text: String, escaped: String) {
        let markdown = Report.texts([text]).render(as: .markdown)

        #expect(markdown == "| Text |\n| :--- |\n| \(escaped) |\n")
    }
}
