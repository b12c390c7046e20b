import Convene
import Testing

@testable import ConveneLetters

/// What a report in the Abuse Reporting Format is about (RFC 5965, 6591, 6650).
@Suite struct FeedbackReportTests {
    @Test(
        arguments: [
            ("Feedback-Type: abuse\r\nVersion: 1\r\n", .complaint),
            ("Version: 1\r\nfeedback-type:ABUSE\r\n", .complaint),
            ("Feedback-Type:fraud (phishing)\r\n", .complaint),
            ("\r\nFeedback-Type:\r\n opt-out\r\n", .complaint),
            ("Feedback-Type:not-spam\nVersion: 1\n", .receipt),
            ("Feedback-Type: auth-failure\r\nAuth-Failure: dkim\r\n", .feedback),
            ("Feedback-Type: virus\r\n", .feedback), ("Feedback-Type: other\r\n", .feedback),
            ("Feedback-Type: abusers\r\n", .feedback), ("Feedback-Type:\r\n", .feedback),
            ("User-Agent: Feedback-Type: abuse\r\n", .feedback), ("", .feedback),
        ] as [(String, IncomingMail.Trait)])
    func `only abuse, fraud and opt-out are complaints (BNC-8)`(
        report: String, trait: IncomingMail.Trait
    ) {
        #expect(FeedbackReport.trait(Array(report.utf8)) == trait)
    }
}
