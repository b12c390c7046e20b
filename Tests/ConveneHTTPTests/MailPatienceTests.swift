import Testing

@testable import ConveneHTTP

@Suite struct MailPatienceTests {
    @Test func `a server out of reach is left alone, longer each time, whoever rings (BOX-6)`() {
        var patience = MailPatience()
        var pauses: [Duration] = []

        for _ in 1...8 {
            patience.note(.unreachable)
            pauses.append(patience.pause)
            #expect(!patience.heedsBell)
        }

        #expect(pauses == [6, 12, 24, 48, 96, 192, 300, 300].map { Duration.seconds($0) })
    }

    @Test func `when it is there again, the bell is heard again`() {
        var patience = MailPatience()
        patience.note(.unreachable)

        patience.note(.done)

        #expect(patience == MailPatience())
        #expect(patience.heedsBell)
    }

    @Test func `an outbox that is held is looked at when somebody writes, or now and then`() {
        var patience = MailPatience()

        patience.note(.refused)

        #expect(patience.heedsBell)
        #expect(patience.pause == .seconds(6))
    }
}
