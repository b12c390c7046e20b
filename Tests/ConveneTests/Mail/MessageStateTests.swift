import Convene
import Testing

@Suite struct MessageStateTests {
    /// From the state of the row to those of the columns, in the order of their declaration: queued,
    /// sending, sent, retry, failed, unknown, held, suppressed, cancelled, expired.
    private static let ways: [(Message.State, String)] = [
        (.queued, ".xx...xxxx"),
        (.sending, "x.xxxx...."),
        (.sent, "....x....."),
        (.retry, "xxx.x.xxxx"),
        (.failed, "x.x......."),
        (.unknown, "x.x.x...x."),
        (.held, "x.x.....x."),
        (.suppressed, "..x......."),
        (.cancelled, "x.xx..x..."),
        (.expired, "..x......."),
    ]

    @Test(arguments: ways)
    func `a mail goes from state to state only by the ways of one list (BOX-2)`(
        from: Message.State, to: String
    ) {
        let ways = Message.State.allCases.map { from.mayBecome($0) ? "x" : "." }

        #expect(ways.joined() == to)
    }

    @Test func `every state has its ways`() {
        #expect(Self.ways.map(\.0) == Message.State.allCases)
    }
}
