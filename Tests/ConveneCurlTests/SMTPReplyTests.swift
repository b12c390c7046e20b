import Testing

@testable import ConveneCurl

@Suite struct SMTPReplyTests {
    @Test(
        arguments: [
            (["250 2.0.0 Ok"], 250, "2.0.0", "250 2.0.0 Ok"),
            (["250"], 250, nil, "250"),
            (["550 No such user"], 550, nil, "550 No such user"),
            (["550-5.7.26 One", "550 5.7.26 two"], 550, "5.7.26", "550 5.7.26 One two"),
            (["421-Later", "421 4.7.0 please"], 421, "4.7.0", "421 4.7.0 Later please"),
            (["550 3.1.1 x"], 550, nil, "550 3.1.1 x"),
            (["550 5.1 x"], 550, nil, "550 5.1 x"),
            (["550 5.1.1234 x"], 550, nil, "550 5.1.1234 x"),
            (["550 a\u{1B}[31mb\u{7}"], 550, nil, "550 a[31mb"),
        ] as [([String], Int, String?, String)])
    func `code, enhanced code and words are taken apart (ENV-6)`(
        _ lines: [String], _ code: Int, _ enhanced: String?, _ text: String
    ) throws {
        let reply = try #require(SMTPReply(lines: lines))

        #expect(reply.code == code)
        #expect(reply.enhanced == enhanced)
        #expect(reply.text == text)
    }

    @Test(arguments: [[], [""], ["25"], ["hello"], ["٢٥٠ ok"]])
    func `what is no reply is none`(_ lines: [String]) {
        #expect(SMTPReply(lines: lines) == nil)
    }

    @Test(arguments: [("250 ok", true), ("250", true), ("250-more", false), ("hello", false)])
    func `the last line has a blank after its code`(_ line: String, _ isLast: Bool) {
        #expect(SMTPReply.isLast(line) == isLast)
    }
}
