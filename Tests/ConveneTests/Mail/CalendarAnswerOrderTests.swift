import Convene
import ConveneTestSupport
import Foundation
import Testing

/// Which of several answers counts, by whatever way they come, and until when (ICS-7, ICS-18).
@Suite struct CalendarAnswerOrderTests {
    @Test func `an answer by calendar after one by the link counts (ICS-18)`() async throws {
        let (world, _) = try await World.withSentInvitations()
        _ = try await world.invitations.answer(.accepted, from: .guest(1), to: .kyiv, by: .link)
        world.clock.move(hours: 2)

        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T100000Z"))

        #expect(try await world.standing(of: .guest(1)) == .declined)
        let answers = try await world.invitations.file(.guest(1), to: .kyiv).answers
        #expect(answers.map(\.channel) == [.link, .calendar])
    }

    @Test func `an answer by the link after one by calendar counts (ICS-18)`() async throws {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(hours: 1)
        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T093000Z"))
        world.clock.move(hours: 1)

        _ = try await world.invitations.answer(.accepted, from: .guest(1), to: .kyiv, by: .link)

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
        let answers = try await world.invitations.file(.guest(1), to: .kyiv).answers
        #expect(answers.map(\.channel) == [.calendar, .link])
    }

    @Test func `a revision that is not ours does not silence the answers after it (ICS-7)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(hours: 5)
        try await world.fetch(
            try await world.reply(from: .guest(1), sequence: 7, stamp: "20110901T100000Z"))

        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T110000Z"))

        #expect(try await world.standing(of: .guest(1)) == .declined)
    }

    @Test func `a revision that is not ours makes no early answer a late one (ICS-7)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(hours: 5)
        try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T110000Z"))

        try await world.fetch(
            try await world.reply(from: .guest(1), sequence: 7, stamp: "20110901T100000Z"))

        #expect(try await world.standing(of: .guest(1)) == .declined)
    }

    @Test func `an answer to a time changed without telling is for somebody to see (ICS-9)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        let reply = try await world.reply(from: .guest(1))
        _ = try await world.events.edit(.kyiv, telling: false) { $0.dates = .days(15_300, 15_301) }

        let incoming = try await world.fetch(reply)

        #expect(incoming.isOpen)
        #expect(try await world.standing(of: .guest(1)) == .invited)
    }

    @Test(arguments: ["foreign first", "foreign last", "another guest first"])
    func `of several entries in one answer the guest's own counts (ICS-7)`(order: String)
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        let own = try await world.reply(from: .guest(1))
        let uid = try await world.invitation(of: .guest(1)).calendarUID
        let foreign =
            order == "another guest first"
            ? own.entry.replacing("guest1@example.net", with: "guest2@example.net")
            : own.entry.replacing(uid, with: "0123456789abcdef")

        let incoming = try await world.fetch(
            own.replacing(
                own.entry,
                with: order == "foreign last" ? own.entry + foreign : foreign + own.entry))

        #expect(!incoming.isOpen)
        #expect(try await world.standing(of: .guest(1)) == .confirmed)
    }

    @Test(arguments: [true, false])
    func `of several entries for the guest the last in time counts (ICS-7)`(isLateFirst: Bool)
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(hours: 5)
        let early = try await world.reply(from: .guest(1), "ACCEPTED", stamp: "20110901T100000Z")
        let late = try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T110000Z")
        let entries = isLateFirst ? [late, early] : [early, late]

        try await world.fetch(
            early.replacing(early.entry, with: entries.map(\.entry).joined()))

        #expect(try await world.standing(of: .guest(1)) == .declined)
    }

    @Test(arguments: [["DECLINED", "ACCEPTED"], ["ACCEPTED", "DECLINED"]])
    func `who was taken off the list takes no seat by any order of answers`(statuses: [String])
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        try await world.move(.guest(1), to: .rejected)
        world.clock.move(hours: 5)

        for (hour, status) in statuses.enumerated() {
            try await world.fetch(
                try await world.reply(from: .guest(1), status, stamp: "20110901T1\(hour)0000Z"))
        }

        #expect(try await world.standing(of: .guest(1)) == .rejected)
        let answers = try await world.invitations.file(.guest(1), to: .kyiv).answers
        #expect(answers.map(\.answer) == [.declined])
    }

    @Test(arguments: [false, true])
    func `when the event is over an answer is for somebody to see (LNK-2, ICS-18)`(isHeld: Bool)
        async throws
    {
        let (world, _) = try await World.withSentInvitations(2, seats: 1)
        for guest in 1...2 { try await world.fetch(try await world.reply(from: .guest(guest))) }
        if isHeld {
            _ = try await world.events.move(.kyiv, to: .held, reason: "")
            world.clock.move(hours: 1)
        } else {
            world.clock.move(days: 60)
        }

        let incoming = try await world.fetch(
            try await world.reply(from: .guest(1), "DECLINED", stamp: "20110901T093000Z"))

        #expect(incoming.isOpen)
        #expect(incoming.outcome == "Not followed: kyiv-2011 is over.")
        #expect(try await world.standing(of: .guest(1)) == .confirmed)
        #expect(try await world.standing(of: .guest(2)) == .waitlisted)
    }

    @Test func `the address for answers is good until the last day of the event (LNK-2)`()
        async throws
    {
        let (world, _) = try await World.withSentInvitations()
        world.clock.move(days: 36)

        try await world.fetch(
            try await world.reply(from: .guest(1), stamp: "20111007T080000Z"))

        #expect(try await world.standing(of: .guest(1)) == .confirmed)
    }
}

extension String {
    /// The lines of the one VEVENT in a mail.
    fileprivate var entry: String {
        guard let start = range(of: "BEGIN:VEVENT\n"), let end = range(of: "END:VEVENT\n") else {
            return ""
        }
        return String(self[start.lowerBound..<end.upperBound])
    }
}
