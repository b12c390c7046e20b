import Convene
import ConveneTestSupport
import Testing

@Suite struct ThanksTests {
    /// Five days in Kyiv, held: Ada completed it, Grace attended a day, Alan did not come, Sophie
    /// was nominated only.
    private func world(letterhead: Letterhead = .example) async throws -> World {
        let world = try await World(letterhead: letterhead)
        try await world.event()
        try await world.register(.ada, .grace, .alan)
        try await world.nominate(.sophie)
        try await world.mark(.ada, sessions: [1, 2, 3, 4])
        try await world.mark(.grace, sessions: [1])
        _ = try await world.events.move(.kyiv, to: .held, reason: "")
        return world
    }

    private let thanks = Circular.Matter.thanks

    @Test func `those who attended are thanked, once (BOX-1, BOX-11)`() async throws {
        let world = try await world()

        let plan = try await world.post.plan(Circular(thanks), at: .kyiv)
        for _ in 1...2 { _ = try await world.post.queue(Circular(thanks), at: .kyiv) }
        try await world.deliver()
        let second = try await world.post.queue(Circular(thanks), at: .kyiv)

        let verdicts = Dictionary(
            uniqueKeysWithValues: plan.lines.map { ($0.person.name.given, $0.verdict) })
        #expect(
            verdicts == [
                "Ada": .invite, "Grace": .invite, "Alan": .notAttended, "Sophie": .notAttended,
            ])
        #expect(second.count == 0)
        #expect(try await world.mail(to: .ada) == ["thanks sent"])
        #expect(try await world.mail(to: .grace) == ["thanks sent"])
    }

    @Test(arguments: Event.Status.allCases)
    func `people are thanked when the event was held, whatever the date`(status: Event.Status)
        async throws
    {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        try await world.mark(.ada, sessions: [1])
        guard status != .postponed else { return }
        _ = try await world.events.move(.kyiv, to: status, reason: "")

        if status == .held {
            #expect(try await world.post.queue(Circular(thanks), at: .kyiv).count == 1)
        } else {
            await expect(refusal: .eventStatus) {
                try await world.post.queue(Circular(thanks), at: .kyiv)
            }
        }
    }

    @Test func `who completed gets a certificate and a secret link to it (LNK-2)`() async throws {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        let messages = try await world.outbox()
        let contents = try await [
            world.post.file(messages[0].id).content, world.post.file(messages[1].id).content,
        ]
        let token = try #require(contents.first { $0?.secret != nil }??.secret)

        let file = try await world.office.certificateDesk.open(token: token)

        #expect(contents.count { $0?.secret != nil } == 1)
        #expect(file.person.name.given == "Ada")
        #expect(token.utf8.count * 6 >= 128)
        #expect(
            file.certificate.number.wholeMatch(
                of: /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/)
                != nil)
        let mailer = RecordingMailer.willing()
        try await world.deliver(by: mailer)
        let text = mailer.parcels.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(text.contains("https://workshops.example.org/certificate/\(token)"))
        #expect(try await world.post.file(messages[0].id).content?.secret == nil)
    }

    @Test func `thanks that came back are sent again with a link to the certificate (LNK-2)`()
        async throws
    {
        let world = try await world(letterhead: .tagged)
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        try await world.deliver()
        let ada = try await world.people.person(.ada).id
        let message = try #require(try await world.outbox().first { $0.person == ada }).id
        try await world.comesBack(message, as: "postfix-spam")

        _ = try await world.post.retry(.these([message]))

        let token = try #require(try await world.post.file(message).content?.secret)
        let file = try await world.office.certificateDesk.open(token: token)
        #expect(file.person.name.given == "Ada")
        #expect(try await world.deliver().sent == 1)
    }

    @Test func `thanks wait for thirty days, and again when somebody has them tried again (BOX-7)`()
        async throws
    {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        try await world.deliver(by: RecordingMailer([.unwanted, .unreachable]))
        world.clock.move(days: 31)

        _ = try await world.post.retry(.all(.failed, nil))
        let report = try await world.deliver()

        #expect(report.sent == 1)
        let late = try #require(try await world.outbox().first { $0.state == .expired })
        #expect(late.reply == "it waited too long to be of use")
    }

    @Test(arguments: ["as it is", "lower", "o and l", "no hyphens"])
    func `a number is verified however it was typed`(way: String) async throws {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        let number = try #require(
            try await world.office.certificateDesk.list(.kyiv, as: world.officer).first?.certificate
                .number)
        let typed =
            switch way {
            case "lower": number.lowercased()
            case "o and l": number.replacing("0", with: "o").replacing("1", with: "l")
            case "no hyphens": number.replacing("-", with: " ")
            default: number
            }

        let file = try await world.office.certificateDesk.verify(number: typed)

        #expect(file.person.name.given == "Ada")
        #expect(file.event.code == .kyiv)
    }

    @Test func `a certificate says what the log says now`() async throws {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        let number = try #require(
            try await world.office.certificateDesk.list(.kyiv, as: world.officer).first?.certificate
                .number)

        try await world.mark(.ada, as: .absent, sessions: [1, 2, 3])

        await expect(refusal: .certificateUnknown) {
            try await world.office.certificateDesk.verify(number: number)
        }
    }

    @Test func `a number that never was, and a link that is a year old, lead nowhere`()
        async throws
    {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        var token: String?
        for message in try await world.outbox() {
            token = try await world.post.file(message.id).content?.secret ?? token
        }
        let desk = world.office.certificateDesk

        world.clock.move(days: 364)
        _ = try await desk.open(token: token ?? "")
        world.clock.move(days: 1)

        await expect(refusal: .certificateUnknown) { try await desk.open(token: token ?? "") }
        await expect(refusal: .certificateUnknown) { try await desk.verify(number: "K7Q2") }
    }

    @Test func `who is forgotten has no certificate any more`() async throws {
        let world = try await world()
        _ = try await world.post.queue(Circular(thanks), at: .kyiv)
        try await world.deliver()
        let number = try #require(
            try await world.office.certificateDesk.list(.kyiv, as: world.officer).first?.certificate
                .number)

        _ = try await world.people.erase(.ada)

        await expect(refusal: .certificateUnknown) {
            try await world.office.certificateDesk.verify(number: number)
        }
    }
}
