import Convene
import ConveneTestSupport
import FoundationEssentials
import Synchronization
import Testing

/// How much leaves in a time (BLK-5, BLK-6).
@Suite struct PaceTests {
    @Test(
        arguments: [
            ("30/min 10000/day", [(30, 60), (10_000, 86_400)]),
            ("5/s,100/h", [(5, 1), (100, 3600)]),
            ("", []),
        ] as [(String, [(Int, Double)])])
    func `a pace is read as people write it`(_ text: String, _ windows: [(Int, Double)]) throws {
        #expect(
            try Pace(text) == Pace(windows.map { Pace.Window(count: $0.0, seconds: $0.1) }))
    }

    @Test(arguments: ["30", "30/fortnight", "0/min", "-1/min", "30/min/h", "many/min"])
    func `what is no pace is refused with an example`(_ text: String) {
        let problem = #expect(throws: Problem.self) { try Pace(text) }

        #expect(problem?.code == .settingInvalid)
        #expect(problem?.message.contains("30/min 10000/day") == true)
    }

    @Test func `no window ever holds more than its number, whoever sends (BLK-5)`() async throws {
        let world = try await World.withInvitations(130)
        let departures = Departures()
        let mailer = RecordingMailer(
            [], then: .sent.after { departures.note(world.clock.now) }, connections: 4,
            pace: try Pace("30/min"))

        while try await world.states().contains(.queued) {
            // Each round is a new sender, as after a restart; the clock moves only while one waits.
            _ = try await world.deliver(by: mailer, as: .named("\(departures.count)")) { seconds in
                world.clock.move(minutes: seconds / 60)
            }
        }

        #expect(departures.count == 130)
        #expect((20...30).contains(departures.most(within: 60)), "\(departures.all)")
    }

    @Test func `who sends next finds the minute used up (BLK-5)`() async throws {
        let world = try await World.withInvitations(5)
        let mailer = RecordingMailer.willing(pace: try Pace("2/min"))
        try await world.deliver(by: mailer, as: .named("one"))

        let report = try await world.deliver(by: mailer, as: .named("two"))

        #expect(report.sent == 0)
        #expect(mailer.parcels.count == 2)
    }

    @Test func `5,000 mails at 30 a minute are never 31 in any minute, across restarts (BLK-5)`()
        async throws
    {
        let world = try await World()
        try await world.queueLetters(5000)
        let departures = Departures()
        let mailer = RecordingMailer(
            [], then: .sent.after { departures.note(world.clock.now) }, connections: 2,
            pace: try Pace("30/min"))
        var rounds = 0

        while departures.count < 5000, rounds < 2000 {
            rounds += 1
            try await world.deliver(by: mailer, as: .named("\(rounds)"))
            world.clock.move(minutes: Double(rounds % 7 * 5 + 2) / 60)
        }

        #expect(departures.count == 5000)
        #expect(departures.most(within: 60) == 30)
    }

    @Test(arguments: ["1/s", "1/min 2/h"])
    func `what a sender left behind on another machine stops no round for ever (BOX-4)`(
        pace: String
    ) async throws {
        let world = try await World.withInvitations(3)
        try await world.abandon(afterData: false)
        let waits = Departures()

        let report = try await world.deliver(
            by: .willing(pace: try Pace(pace)), as: .named("other")
        ) { _ in
            waits.note(world.clock.now)
            world.clock.move(minutes: waits.count > 10_000 ? 1e6 : 1)
        }

        #expect(report.sent == 3)
        #expect(try await world.states() == [.sent, .sent, .sent])
        #expect(waits.count < 10_000)
    }

    @Test func `a round that can't wait ends and says when the next mail may go`() async throws {
        let world = try await World.withInvitations(5)
        let mailer = RecordingMailer.willing(pace: try Pace("2/min"))

        let report = try await world.deliver(by: mailer)

        #expect(report.sent == 2)
        #expect(report.waiting == 3)
        #expect(report.stopped?.reply.contains("allows the next mail at") == true)
        world.clock.move(minutes: 1.1)
        #expect(try await world.deliver(by: mailer).sent == 2)
    }

    @Test(arguments: ["421 4.7.0 too fast", "432 4.3.2 later", "450 4.7.28 rate"])
    func `a server that finds us too fast gets half for ten minutes, then all again (BLK-6)`(
        _ reply: String
    ) async throws {
        let world = try await World.withInvitations(200)
        let slowed = RecordingMailer(
            Array(repeating: .sent, count: 80) + [.answering(reply)], then: .sent)

        let report = try await world.deliver(by: slowed)

        #expect(report.sent == 80)
        #expect(report.stopped != nil)
        world.clock.move(minutes: 1.1)
        #expect(try await world.deliver().sent == 40)
        world.clock.move(minutes: 10)
        #expect(try await world.deliver().sent == 80)
    }

    @Test func `a server that is busy before it got anything gets thirty in a minute (BLK-6)`()
        async throws
    {
        let world = try await World.withInvitations(50)
        let mailer = RecordingMailer([.answering("421 4.3.2 busy")], then: .sent)

        #expect(try await world.deliver(by: mailer).sent == 30)
        world.clock.move(minutes: 1.1)
        #expect(try await world.deliver(by: mailer).sent == 20)
    }

    @Test func `no number of greylistings makes it forget that a server found us too fast (BLK-6)`()
        async throws
    {
        let world = try await World.withInvitations(100)
        let script =
            [RecordingMailer.Step.answering("421 4.7.0 too fast")]
            + Array(repeating: .retry, count: 60)

        let report = try await world.deliver(by: RecordingMailer(script, then: .sent))

        #expect(report.sent == 30)
        #expect(report.stopped?.reply.contains("allows the next mail at") == true)
    }

    @Test func `greylisting slows nobody down (ENV-4)`() async throws {
        let world = try await World.withInvitations(20)

        let report = try await world.deliver(by: RecordingMailer([.retry], then: .sent))

        #expect(report.sent == 19)
    }

    @Test func `a greylisted mail costs those after it no attempt (ENV-4)`() async throws {
        let world = try await World.withInvitations(10)

        let report = try await world.deliver(
            by: RecordingMailer([.sent, .retry, .sent, .retry, .retry], then: .sent))

        #expect(report.sent == 7)
        for number in 1...10 {
            let attempts = try await world.post.file(Message.ID(Int64(number))).attempts
            #expect(attempts.count == 1)
            #expect(attempts.first?.delivery?.outcome != .notStarted)
        }
    }
}

/// When mails left.
private final class Departures: Sendable {
    private let times = Mutex<[Date]>([])

    var count: Int { times.withLock { $0.count } }
    /// In seconds after the first.
    var all: [Double] {
        let times = times.withLock { $0.sorted() }
        return times.map { $0.timeIntervalSince(times[0]) }
    }

    func note(_ time: Date) { times.withLock { $0.append(time) } }

    /// The most that left within any so many seconds.
    func most(within seconds: Double) -> Int {
        let times = times.withLock { $0.sorted() }
        var (first, most) = (0, 0)
        for (index, time) in times.enumerated() {
            while times[first] <= time.addingTimeInterval(-seconds) { first += 1 }
            most = max(most, index - first + 1)
        }
        return most
    }
}
