import Convene
import ConveneTestSupport
import Testing

/// Leaving a stream of mail: by the link, or by a mail to the address, that stand in the header.
@Suite struct UnsubscriptionTests {
    /// Ada and Grace get a letter.
    private func world(_ letterhead: Letterhead = .example) async throws -> (World, [Parcel]) {
        let world = try await World(letterhead: letterhead)
        try await world.event()
        try await world.register(.ada, .grace)
        let text = try LetterText(subject: "Visas", body: "Bring your passport.", source: "visas")
        _ = try await world.post.queue(Circular(.letter(text, .all)), at: .kyiv)
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        return (world, mailer.parcels)
    }

    @Test func `a link takes its person off its stream, once and for all (UNS-2, UNS-6)`()
        async throws
    {
        let (world, parcels) = try await world()
        let token = try #require(parcels[0].page?.split(separator: "/").last).description
        let text = try LetterText(subject: "Hotel", body: "Yours is near.", source: "hotel")
        _ = try await world.post.queue(Circular(.letter(text, .all)), at: .kyiv)

        let streams = try await [
            world.post.optOut(token: token), world.post.optOut(token: token),
        ]
        let report = try await world.deliver()

        #expect(streams == [.letters, .letters])
        #expect(try await world.post.optOuts().map(\.person.name.given) == ["Ada"])
        #expect(report.sent == 1)
        #expect(try await world.mail(to: .ada) == ["letter sent", "letter suppressed"])
    }

    @Test func `looking at the page changes nothing (LNK-1, UNS-3)`() async throws {
        let (world, parcels) = try await world()
        let token = try #require(parcels[0].page?.split(separator: "/").last).description

        for _ in 1...2 { #expect(try await world.post.unsubscription(token: token) == nil) }

        #expect(try await world.post.optOuts().isEmpty)
    }

    @Test(arguments: ["", "preview", "iaaaaaaaaaaaaaaaaaaaaaaaaaaa", "la2222222222222222222222222"])
    func `a token that we did not make unsubscribes nobody (LNK-2)`(token: String) async throws {
        let (world, _) = try await world()

        await expect(refusal: .linkUnknown) { try await world.post.optOut(token: token) }

        #expect(try await world.post.optOuts().isEmpty)
    }

    @Test func `a token is bound to its person and its stream, and is the same again (BOX-5)`()
        async throws
    {
        let (world, parcels) = try await world()
        try await world.nominate(.alan)
        try await world.invite(.people([.ada, .alan]))
        let mailer = RecordingMailer([.retry, .sent], then: .sent)
        try await world.deliver(by: mailer)
        world.clock.move(minutes: 5)
        try await world.deliver(by: mailer)

        let letters = parcels.map(\.page)
        let invitations = mailer.parcels.map(\.page)
        #expect(Set(letters + invitations).count == 4)
        #expect(invitations[0] == invitations[2])
        #expect(letters.allSatisfy { ($0?.split(separator: "/").last?.utf8.count ?? 0) >= 28 })
    }

    @Test func `a mail to the address in the header unsubscribes as well`() async throws {
        let tagged = Letterhead(
            from: Letterhead.example.from, name: "Example Office",
            replyTo: Letterhead.example.replyTo, publicURL: Letterhead.example.publicURL,
            tags: .init(bounces: Letterhead.example.from, answers: Letterhead.example.replyTo))
        let (world, parcels) = try await world(tagged)
        let address = try #require(parcels[1].unsubscribeAddress)

        let incoming = try await world.fetch(
            """
            From: somebody.else@example.net\r
            To: <\(address)>\r
            Subject: \r
            \r
            please\r

            """)

        #expect(address.hasPrefix("answers+l"))
        #expect(!incoming.isOpen)
        #expect(try await world.post.optOuts().map(\.person.name.given) == ["Grace"])
    }

    @Test func `where addresses have no tags, the subject says who writes`() async throws {
        let (world, parcels) = try await world()
        let subject = try #require(parcels[0].unsubscribeSubject)

        try await world.fetch(
            "From: a@example.net\r\nTo: answers@example.org\r\nSubject: \(subject)\r\n\r\n")

        #expect(parcels[0].unsubscribeAddress == "answers@example.org")
        #expect(try await world.post.optOuts().map(\.person.name.given) == ["Ada"])
    }

    @Test func `what concerns a seat has no such header (UNS-7)`() async throws {
        let world = try await World()
        try await world.event()
        _ = try await world.registrations.enter(PersonDraft.ada, at: .kyiv, as: .registeredAndTold)
        _ = try await world.events.move(.kyiv, to: .cancelled, reason: "")
        let mailer = RecordingMailer.willing()

        try await world.deliver(by: mailer)

        #expect(!mailer.parcels.isEmpty)
        #expect(mailer.parcels.allSatisfy { $0.page == nil })
    }
}

extension Parcel {
    /// What the plain stationery says of unsubscribing: page, address and subject.
    private var offer: [String]? {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .first { $0.hasPrefix("List-Unsubscribe: ") }
            .map { $0.dropFirst(18).split(separator: "|", omittingEmptySubsequences: false) }?
            .map(String.init)
    }

    fileprivate var page: String? { offer?[0] }
    fileprivate var unsubscribeAddress: String? { offer?[1] }
    fileprivate var unsubscribeSubject: String? { offer?[2] }
}
