import Testing

@testable import Convene

@Suite struct BounceTests {
    @Test(arguments: [
        ("5.1.1", "", BounceClass.dead), ("5.1.2", "", .dead), ("5.1.3", "", .dead),
        ("5.1.6", "", .dead), ("5.1.10", "", .dead), ("5.2.1", "", .disabled),
        ("5.2.2", "", .soft), ("4.2.2", "", .soft), ("4.4.7", "", .soft), ("5.4.4", "", .soft),
        ("5.3.0", "", .soft), ("5.7.1", "", .policy), ("5.7.999", "", .policy),
        ("5.6.1", "", .policy), ("5.2.3", "", .policy), ("5.7.515", "", .ours),
        ("5.7.26", "", .ours), ("5.7.1", "550 5.7.1 fails DMARC", .ours), ("5.1.8", "", .ours),
        ("5.0.0", "", .soft), ("", "", .soft), ("5.1.7", "", .ours), ("5.7.20", "", .ours),
        ("5.7.23", "", .ours), ("5.7.25", "", .ours), ("5.7.27", "", .ours),
        ("5.7.509", "", .ours), ("5.7.28", "", .policy),
    ])
    func `a status says whose fault it is (BNC-4)`(
        status: String, words: String, bounce: BounceClass
    ) {
        #expect(BounceClass(DeliveryStatus(status), words: words) == bounce)
    }

    @Test(arguments: [
        ("5.1.1", "550 5.7.1 rejected", BounceClass.policy),
        ("5.1.1", "550 classified as spam", .policy), ("5.0.0", "550 5.1.1 gone", .dead),
        ("5.0.0", "550 No such user here", .dead), ("5.7.1", "550 5.1.1 unknown user", .dead),
        ("5.0.0", "552 quota exceeded", .soft), ("5.1.0", "550 user unknown", .dead),
        ("4.3.0", "user unknown", .soft), ("", "450 mailbox unavailable", .soft),
        ("", "550 mailbox unavailable", .dead),
    ])
    func `what the server itself says goes before the status, and a filter blames nobody (BNC-4)`(
        status: String, words: String, bounce: BounceClass
    ) {
        #expect(BounceClass(DeliveryStatus(status), words: words) == bounce)
    }

    @Test(arguments: [
        "550 5.7.1 Message failed SPF checks", "550-5.7.26 This mail is unauthenticated",
        "554 5.7.1 <bounces+a@example.org>: Sender address rejected: Access denied",
        "550 5.7.1 Email rejected per DMARC policy", "550 no DKIM signature",
        "550 5.7.0 The sender is unauthenticated", "550 R_SPF_FAIL",
        "550 5.7.515 Access denied, the domain does not meet the required authentication level",
    ])
    func `an SMTP reply about who we are says that it is ours, by code or by words (BLK-3)`(
        reply: String
    ) {
        let enhanced = reply.split { " -".contains($0) }.dropFirst().first.flatMap {
            DeliveryStatus($0)
        }

        #expect(BounceClass(enhanced, words: reply) == .ours)
    }

    @Test(arguments: [
        ("550 5.7.1 <spf@example.net>: we do not want this", BounceClass.policy),
        ("550 <dkim.dmarc@example.net>: user unknown", .dead),
        ("550 5.1.1 <mspf@example.net> User unknown", .dead),
        ("550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", .policy),
    ])
    func `an address or a closed group that only sounds like it is not ours (ENV-5)`(
        reply: String, bounce: BounceClass
    ) {
        #expect(BounceClass(nil, words: reply) == bounce)
    }

    @Test(arguments: [
        ("550 5.1.1 User unknown", "5.1.1", 550), ("550-5.1.1 User unknown", "5.1.1", 550),
        ("no mailbox here (#5.1.1)", "5.1.1", nil), ("<mail.example.net #5.1.1>", "5.1.1", nil),
        ("said: 552 too much.", nil, 552), ("Exim 4.94.2 says no", nil, nil),
        ("hMailServer 5.6.8", nil, nil), ("from [5.1.1.20]", nil, nil), ("10.5.1.1", nil, nil),
        ("on 4.11.2011", nil, nil), ("room 5501", nil, nil), ("5.9.9", nil, nil),
        ("250 2.0.0 then 550 5.2.1", "5.2.1", 550), ("554.30", nil, nil), ("", nil, nil),
        ("451 5.1.1", nil, 451),
    ])
    func `codes are found in words, and versions, dates and addresses are none (BNC-7)`(
        words: String, status: String?, code: Int?
    ) {
        let said = BounceWords(words)

        #expect(said.status?.text == status)
        #expect(said.code == code)
    }

    @Test(arguments: [
        ([0, 1, 2, 3, 4], true), ([0, 1, 2, 3], false), ([0, 0, 0, 0, 0], false),
        ([0, 7, 14, 21, 28], true), ([0, 1, 2, 3, 11], false), ([0, 1, 2, 10, 11], false),
        ([0, 8, 9, 10, 11, 12], true), ([4, 0, 3, 1, 2], true), ([0, 7, 14, 21, 29, 30], false),
        ([], false),
    ])
    func `five days within thirty are enough, unless a week was quiet (BNC-5)`(
        days: [Int], isEnough: Bool
    ) {
        #expect(BounceScore.isEnough(days.map { Day(daysSince1970: 15_000 + $0) }) == isEnough)
    }

    @Test(arguments: ["5.1.1", "4.2.2", "2.0.0", "5.1.10 (bad destination)", "5.7.515;"])
    func `a status is read as RFC 3463 writes it`(text: String) {
        #expect(
            DeliveryStatus(text)?.text == text.split { " (;".contains($0) }.first.map(String.init))
    }

    @Test(arguments: ["", "5", "5.1", "5.1.1.1", "3.1.1", "a.b.c", "5.1.1234", "5..1", "５.1.1"])
    func `what is no status is none`(text: String) {
        #expect(DeliveryStatus(text) == nil)
    }
}
