import Convene
import ConveneTestSupport
import Testing

/// What people say beside the buttons of their calendars.
@Suite struct CalendarWordsTests {
    private static let words = "My deputy will come instead of me, please invite him."

    @Test(arguments: ["Microsoft Exchange Server 2010", "-//Microsoft Corporation//Outlook//EN"])
    func `what somebody typed in Outlook is kept, and is for somebody to read (ICS-7)`(
        program: String
    ) async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            try await world.reply(saying: Self.words, by: program))

        #expect(try await world.standing(of: .guest(1)) == .declined)
        #expect(incoming.isOpen)
        #expect(incoming.words == Self.words)
        #expect(incoming.outcome == "Answered declined to kyiv-2011: now declined.")
    }

    @Test func `an empty text from Outlook is nothing to read`() async throws {
        let (world, _) = try await World.withSentInvitations()

        let incoming = try await world.fetch(
            try await world.reply(saying: " ", by: "Microsoft Exchange Server 2010"))

        #expect(!incoming.isOpen)
        #expect(incoming.words == "")
    }

    @Test func `a calendar's own sentence is kept, and nobody is made to read it`() async throws {
        let (world, _) = try await World.withSentInvitations()
        let sentence = "Guest One has declined this invitation."

        let incoming = try await world.fetch(
            try await world.reply(saying: sentence, by: "-//Google Inc//Google Calendar//EN"))

        #expect(!incoming.isOpen)
        #expect(incoming.words == sentence)
    }

    @Test func `the words of an answer that the rules refuse are kept`() async throws {
        let (world, _) = try await World.withSentInvitations()
        try await world.move(.guest(1), to: .rejected)

        let incoming = try await world.fetch(
            try await world.reply(from: .guest(1), more: "COMMENT:I come all the same\r\n"))

        #expect(incoming.isOpen)
        #expect(incoming.words == "I come all the same")
    }

    @Test func `they go with the person`() async throws {
        let (world, _) = try await World.withSentInvitations()
        try await world.fetch(try await world.reply(saying: Self.words, by: "Microsoft"))

        _ = try await world.people.erase(.guest(1))

        #expect(try await world.inTray.list().map(\.incoming.words) == [""])
    }
}

extension World {
    /// What a calendar program would send for the first guest who declines, with a text beside it.
    fileprivate func reply(saying words: String, by program: String) async throws -> String {
        let plain = try await reply(from: .guest(1), "DECLINED")
            .replacing("-//Example//Calendar//EN", with: program)
        let entry = try #require(plain.firstRange(of: "Content-Type: text/calendar"))
        return """
            \(plain[..<entry.lowerBound])Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            \(words)
            --b
            \(plain[entry.lowerBound...])
            --b--

            """
    }
}
