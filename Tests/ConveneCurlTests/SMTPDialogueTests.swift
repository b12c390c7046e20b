import Testing

@testable import ConveneCurl

@Suite struct SMTPDialogueTests {
    private static let talks: [SMTPDialogue.Step: [String]] = [
        .greeting: [],
        .hello: ["S 220 hi", "C EHLO me"],
        .encryption: Talk.hello + ["C STARTTLS"],
        .login: Talk.hello + ["C AUTH PLAIN"],
        .sender: Talk.hello + ["C MAIL FROM:<a@x>"],
        .recipient: Talk.hello + ["C MAIL FROM:<a@x>", "S 250 ok", "C RCPT TO:<b@x>"],
        .data: Talk.hello + ["C RCPT TO:<b@x>", "S 250 ok", "C DATA"],
        .body: Talk.hello + ["C DATA", "S 354 go"],
    ]

    @Test(arguments: SMTPDialogue.Step.allCases)
    func `each command leads to its step, and its reply is awaited`(
        _ step: SMTPDialogue.Step
    ) throws {
        let dialogue = Talk.heard(try #require(Self.talks[step]))

        #expect(dialogue.step == step)
        #expect(dialogue.reply == nil)
    }

    @Test func `a refusal stays the last word when QUIT follows (ENV-6)`() {
        let dialogue = Talk.heard(
            Talk.hello + ["C RCPT TO:<b@x>", "S 550 5.1.1 no", "C QUIT", "S 221 2.0.0 bye"])

        #expect(dialogue.step == .recipient)
        #expect(dialogue.reply?.code == 550)
    }

    @Test func `a reply counts once its last line is there (ENV-6)`() {
        var dialogue = Talk.heard(Talk.hello + ["C RCPT TO:<b@x>", "S 550-5.1.1 no"])
        #expect(dialogue.reply == nil)

        _ = dialogue.received("550 5.1.1 at all")

        #expect(dialogue.reply?.text == "550 5.1.1 no at all")
    }

    @Test func `without a greeting the connection is one that was kept (ENV-20)`() {
        var dialogue = Talk.heard(Talk.hello + ["C MAIL FROM:<a@example.org>", "S 250 ok"])
        #expect(!dialogue.isReused)

        dialogue.begin()
        dialogue.sent("MAIL FROM:<a@example.org>\r\n")

        #expect(dialogue.isReused)
    }

    @Test func `an old connection that is left does not hide the new one (ENV-20)`() {
        var dialogue = Talk.heard(Talk.hello)
        dialogue.begin()

        dialogue.sent("QUIT\r\n")
        Talk.hear(["S 220 hi", "C EHLO me", "S 250 hi", "C MAIL FROM:<a@x>"], by: &dialogue)

        #expect(!dialogue.isReused)
        #expect(dialogue.step == .sender)
    }

    @Test(
        arguments: [
            ["S 220 hi", "C EHLO me", "S 250-hi", "S 250 SIZE 1000"],
            ["S 220 hi", "C HELO me", "S 250 hi"],
            ["S 220 hi", "C EHLO me", "S 250 AUTH=PLAIN"],
            ["S 220 hi", "C EHLO me", "S 250 AUTH PLAIN", "C MAIL FROM:<a@x>", "S 250 ok"],
        ])
    func `who has to log in does not speak on without (ENV-14)`(_ talk: [String]) {
        var dialogue = SMTPDialogue(needsLogin: true)

        #expect(Talk.hear(talk, by: &dialogue) == .stop)
    }

    @Test func `a login may be offered after STARTTLS only (ENV-13, ENV-14)`() {
        var dialogue = SMTPDialogue(needsLogin: true, needsEncryption: true)

        let before = Talk.hear(["S 220 hi", "C EHLO me", "S 250 STARTTLS"], by: &dialogue)
        let after = Talk.hear(["C STARTTLS", "S 220 go", "C EHLO me", "S 250 x"], by: &dialogue)

        #expect(before == .goOn)
        #expect(after == .stop)
    }

    @Test func `an offer made in the clear does not count once encrypted (ENV-13, ENV-14)`() {
        var dialogue = SMTPDialogue(needsLogin: true, needsEncryption: true)

        let advice = Talk.hear(
            [
                "S 220 hi", "C EHLO me", "S 250-STARTTLS", "S 250 AUTH PLAIN", "C STARTTLS",
                "S 220 go", "C EHLO me", "S 250 x",
            ], by: &dialogue)

        #expect(advice == .stop)
    }

    @Test func `who asked for encryption names nobody without (ENV-13)`() {
        var dialogue = SMTPDialogue(needsEncryption: true)

        let advice = Talk.hear(Talk.hello + ["C MAIL FROM:<a@x>", "S 250 ok"], by: &dialogue)

        #expect(advice == .stop)
    }

    @Test(arguments: ["DATA", "QUIT", "MAIL"])
    func `an answer to a challenge is no command, whatever it spells`(_ answer: String) {
        let dialogue = Talk.heard(
            ["S 220 hi", "C EHLO me", "S 250 AUTH LOGIN", "C AUTH LOGIN", "S 334 x", "C \(answer)"])

        #expect(dialogue.step == .login)
        #expect(dialogue.reply == nil)
    }

    @Test func `a new connection has to log in again (ENV-14)`() {
        var dialogue = SMTPDialogue(needsLogin: true)
        Talk.hear(
            ["S 220 hi", "C EHLO me", "S 250 AUTH PLAIN", "C AUTH PLAIN", "S 235 ok"], by: &dialogue
        )
        #expect(dialogue.isLoggedIn)
        dialogue.begin()

        Talk.hear(["S 220 hi"], by: &dialogue)

        #expect(!dialogue.isLoggedIn)
    }

    @Test(arguments: [
        ("250 SIZE 1000", 1000), ("250-SIZE 0", nil), ("250-SIZE", nil), ("250-SIZE x", nil),
        ("250-XSIZE 5", nil),
    ])
    func `the size that a server takes is known from its EHLO (ENV-19)`(line: String, limit: Int?) {
        var dialogue = Talk.heard(["S 220 hi", "C EHLO me", "S 250-hi"])
        _ = dialogue.received(line)
        #expect(dialogue.sizeLimit == limit)

        dialogue.begin()
        #expect(dialogue.sizeLimit == limit)
        Talk.hear(["S 220 hi", "C EHLO me", "S 250 hi"], by: &dialogue)
        #expect(dialogue.sizeLimit == nil)
    }

    @Test func `a reply without end is not hoarded`() {
        var dialogue = Talk.heard(Talk.hello + ["C RCPT TO:<b@x>"])

        for _ in 1...100_000 { _ = dialogue.received("550-no") }
        _ = dialogue.received("550 no")

        // A last line that was not kept leaves the code of those that were.
        #expect(dialogue.reply?.code == 550)
        #expect(dialogue.reply.map { $0.text.count < 1000 } == true)
    }
}

/// Talks written down: `C ` before what we send, `S ` before what the server says.
enum Talk {
    static let hello = ["S 220 hi", "C EHLO me", "S 250-hi", "S 250 SIZE 1000"]

    static func heard(_ talk: [String]) -> SMTPDialogue {
        var dialogue = SMTPDialogue()
        hear(talk, by: &dialogue)
        return dialogue
    }

    /// The advice after the last line of the server.
    @discardableResult
    static func hear(_ talk: [String], by dialogue: inout SMTPDialogue) -> SMTPDialogue.Advice {
        var advice = SMTPDialogue.Advice.goOn
        for line in talk {
            let words = String(line.dropFirst(2))
            if line.hasPrefix("C ") {
                dialogue.sent(words + "\r\n")
            } else {
                advice = dialogue.received(words)
            }
        }
        return advice
    }
}
