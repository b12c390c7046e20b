import Convene
import Testing

@testable import ConveneCurl

@Suite struct SMTPVerdictTests {
    private static let body =
        Talk.hello + [
            "C MAIL FROM:<a@x>", "S 250 ok", "C RCPT TO:<b@x>", "S 250 ok", "C DATA", "S 354 go",
        ]

    @Test(
        arguments: [
            (SMTPEnding(kind: .broken, isBodySupplied: true), Delivery.Outcome.unknown),
            (SMTPEnding(kind: .timeout, isBodySupplied: true), .unknown),
            (SMTPEnding(kind: .completed, isBodySupplied: true), .unknown),
            (SMTPEnding(kind: .broken, isBodySupplied: false), .retry),
            (SMTPEnding(kind: .timeout, isBodySupplied: false), .retry),
            (SMTPEnding(kind: .sending, isBodySupplied: true), .retry),
            (SMTPEnding(kind: .notAllowed), .notStarted),
            (SMTPEnding(kind: .unprotected), .refusedUs), (SMTPEnding(kind: .tooLarge), .failed),
        ])
    func `without a reply, what may have left decides (ENV-2)`(
        _ ending: SMTPEnding, _ outcome: Delivery.Outcome
    ) {
        #expect(verdict(Self.body, ending).delivery.outcome == outcome)
    }

    @Test(arguments: SMTPEnding.Kind.allCases)
    func `only a positive reply to the mail itself means sent (ENV-3)`(_ kind: SMTPEnding.Kind) {
        let isBeforeSent = SMTPDialogue.Step.allCases.indices.contains { count in
            verdict(Array(Self.body.prefix(count)), SMTPEnding(kind: kind)).delivery.outcome
                == .sent
        }

        #expect(!isBeforeSent)
    }

    @Test func `a kept connection that fails after the data is not tried again (ENV-2, ENV-20)`() {
        var dialogue = SMTPDialogue()
        dialogue.begin()
        Talk.hear(["C MAIL FROM:<a@x>", "S 250 ok", "C DATA", "S 354 go"], by: &dialogue)
        #expect(dialogue.isReused)

        let verdict = SMTPVerdict(
            dialogue: dialogue, ending: SMTPEnding(kind: .broken, isBodySupplied: true),
            server: "relay.example.org:25")

        #expect(!verdict.isWorthAFreshConnection)
        #expect(verdict.delivery.outcome == .unknown)
    }

    @Test func `a refusal on a kept connection is the server's answer (ENV-20)`() {
        var dialogue = SMTPDialogue()
        dialogue.begin()
        Talk.hear(["C MAIL FROM:<a@x>", "S 450 4.2.0 later"], by: &dialogue)

        let verdict = SMTPVerdict(
            dialogue: dialogue, ending: SMTPEnding(kind: .sending), server: "relay.example.org:25")

        #expect(!verdict.isWorthAFreshConnection)
        #expect(verdict.delivery.outcome == .retry)
    }

    @Test(
        arguments: [
            ("553 5.1.8 Sender address rejected: Domain not found", Delivery.Outcome.refusedUs),
            ("550 5.7.515 Access denied, sending domain does not meet the level", .refusedUs),
            ("550 5.7.26 Unauthenticated email is not accepted", .refusedUs),
            ("550 5.7.23 SPF validation failed", .refusedUs),
            ("550 5.7.1 This message fails to pass authentication checks (SPF)", .refusedUs),
            ("554 5.7.1 Message rejected as spam", .failed), ("550 5.1.1 nobody", .failed),
            ("550 5.7.1 Relay access denied", .failed), ("451 4.7.26 later", .retry),
        ])
    func `a refusal of us is one at any step (ENV-5, BLK-3)`(
        _ words: String, _ outcome: Delivery.Outcome
    ) {
        let recipient = Array(Self.body.dropLast(3)) + ["S " + words]
        let mail = Self.body + ["S " + words]

        #expect(verdict(recipient, SMTPEnding(kind: .refused)).delivery.outcome == outcome)
        #expect(
            verdict(mail, SMTPEnding(kind: .completed, isBodySupplied: true)).delivery.outcome
                == outcome)
    }

    private func verdict(_ talk: [String], _ ending: SMTPEnding) -> SMTPVerdict {
        SMTPVerdict(dialogue: Talk.heard(talk), ending: ending, server: "relay.example.org:25")
    }
}
