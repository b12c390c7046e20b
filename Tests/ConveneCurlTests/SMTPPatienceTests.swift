import Testing

@testable import ConveneCurl

@Suite struct SMTPPatienceTests {
    @Test func `each block may take three minutes (ENV-1)`() {
        let start = ContinuousClock.now
        var patience = SMTPPatience(SMTPAccount.Timeouts(), since: start)

        let seconds = [179, 300, 479, 481]
        let taken: [Int64] = [0, 65_536, 65_536, 65_536]
        let exhausted = zip(seconds, taken).map { seconds, taken in
            patience.isExhausted(
                at: start + .seconds(seconds), uploaded: taken, isSupplied: false)
        }

        #expect(exhausted == [false, false, false, true])
    }

    @Test(arguments: [(181, false), (600, false), (781, true)])
    func `the reply to the final dot may take ten minutes (ENV-1)`(
        _ seconds: Int, _ isExhausted: Bool
    ) {
        let start = ContinuousClock.now
        var patience = SMTPPatience(SMTPAccount.Timeouts(), since: start)

        #expect(
            patience.isExhausted(at: start + .seconds(seconds), uploaded: 0, isSupplied: true)
                == isExhausted)
    }

    @Test func `the login has its own time beside the connection (ENV-1)`() {
        #expect(SMTPPatience(SMTPAccount.Timeouts()).untilLoggedIn == .seconds(630))
    }
}
