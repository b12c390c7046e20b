import Convene
import ConveneTestSupport
import Testing

@Suite struct NoticeBoardTests {
    @Test func `the board has what is open and not over`() async throws {
        let world = try await World()
        try await world.openEvent(.kyiv)
        try await world.event(.baku)

        let codes = try await world.office.noticeBoard.notices().map(\.event.code)
        world.clock.move(days: 60)
        let later = try await world.office.noticeBoard.notices()

        #expect(codes == [.kyiv])
        #expect(later.isEmpty)
    }

    @Test func `what is only planned is not told`() async throws {
        let world = try await World()
        try await world.event()

        await expect(refusal: .eventUnknown) {
            try await world.office.noticeBoard.notice(.kyiv)
        }
    }

    @Test(arguments: [
        (Event.Admission.registration, 2, Notice.Entrance.seat(left: 1)),
        (.registration, 1, .waitingList), (.application, 1, .application),
        (.invitation, 2, .closed),
    ])
    func `who comes in how is said before`(
        admission: Event.Admission, seats: Int, entrance: Notice.Entrance
    ) async throws {
        let world = try await World()
        try await world.openEvent(admission: admission, capacity: seats)
        try await world.register(.ada)

        #expect(try await world.office.noticeBoard.notice(.kyiv).entrance == entrance)
    }

    @Test func `the calendar knows an event by a UID that says nothing (ICS-8)`() async throws {
        let world = try await World()
        try await world.openEvent()

        let first = try await world.office.noticeBoard.notice(.kyiv).calendarUID
        let second = try await world.office.noticeBoard.notice(.kyiv).calendarUID

        #expect(first == second)
        #expect(first.count == 32)
    }
}
