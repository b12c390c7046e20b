import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct PublicPageTests {
    /// An open event with a programme, questions, organisers and one of two seats taken.
    private func world() async throws -> World {
        let world = try await World()
        try await world.openEvent(capacity: 2)
        _ = try await world.events.edit(
            .kyiv,
            organisations: [
                .init(name: "Museum of Samples", part: .organiser),
                .init(name: "Example Fund", part: .coOrganiser),
            ]
        ) { event in
            event.venue = "Hall <2> & 3"
            event.languages = [.russian, .english]
            event.description = "What museums and schools do together.\nBring <b>questions</b>."
        }
        _ = try await world.sessions.edit(1, of: .kyiv) { session in
            session.title = "Opening"
            session.starts = TimeOfDay("09:00")
            session.ends = TimeOfDay("12:30")
        }
        try await world.ask(isRequired: true)
        try await world.register(.grace)
        return world
    }

    @Test(arguments: ["en", "ru", "fr"])
    func `the public pages are as recorded`(language: String) async throws {
        let exchange = try await Exchange(try await world())

        for (name, path) in [
            ("events", "/"), ("event", "/events/kyiv-2011"),
            ("register", "/events/kyiv-2011/register"),
            ("registered", "/events/kyiv-2011/registered?as=waiting"),
            ("certificates", "/certificates"), ("nothing", "/nothing"),
        ] {
            let answer = try await exchange.get(path, language: language)
            try expectGolden(answer.transcript, "public/\(name)-\(language).txt")
        }
    }

    @Test func `an event has its entry for calendars, which asks nobody (ICS-12)`() async throws {
        let exchange = try await Exchange(try await world())

        let answer = try await exchange.get("/events/kyiv-2011.ics")

        #expect(answer.status == .ok)
        #expect(!answer.text.contains("ATTENDEE"))
        #expect(answer.text.contains("METHOD:PUBLISH\r\n"))
        #expect(answer.text.contains("ORGANIZER"))
        try expectGolden(answer.transcript, "public/event-ics.txt")
    }

    @Test
    func `whoever registers is taken in and shown what follows, and mail only waits (BOX-12)`()
        async throws
    {
        let world = try await world()
        let exchange = try await Exchange(world)

        let answer = try await exchange.submit(
            "/events/kyiv-2011/register", Self.ada + [(try await world.field, "Train")])
        let page = try await exchange.get(answer.headers[.location] ?? "")

        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/events/kyiv-2011/registered?as=seat")
        #expect(page.text.contains("free seats"))
        #expect(try await world.outbox().map(\.state) == [.queued])
        let file = try await world.registrations.file(.ada, at: .kyiv)
        #expect(file.line.registration.standing == .confirmed)
        #expect(file.answers.map(\.value) == ["Train"])
        #expect(file.line.person.languages == [.russian])
    }

    @Test func `a known address is answered with the same octets`() async throws {
        let world = try await world()
        try await world.person(.ada)
        let exchange = try await Exchange(world)
        let fields = [(try await world.field, "Bus")]
        var stranger = Self.ada
        stranger[2].1 = "somebody-else@example.org"

        let known = try await exchange.submit("/events/kyiv-2011/register", Self.ada + fields)
        _ = try await world.registrations.move(
            [.ada], at: .kyiv, to: .withdrawn, reason: "to have as many seats as before")
        let new = try await exchange.submit("/events/kyiv-2011/register", stranger + fields)

        #expect(known.transcript == new.transcript)
    }

    @Test func `what is wrong is said beside its field, and what was right stays`() async throws {
        let exchange = try await Exchange(try await world())

        let answer = try await exchange.submit(
            "/events/kyiv-2011/register",
            [
                ("given", "\"><script>"), ("family", "12"), ("email", "ada(at)example.org"),
                ("dietary", "No nuts"),
            ])

        #expect(answer.status == .unprocessableContent)
        #expect(!answer.text.contains("<script"))
        try expectGolden(answer.transcript, "public/register-faults.txt")
    }

    @Test func `a form without the browser's seal changes nothing`() async throws {
        let world = try await world()
        let exchange = try await Exchange(world)
        let body = Exchange.encoded(Self.ada + [("seal", "0123456789abcdef0123456789abcdef")])

        for headers: HTTPFields in [[:], [.cookie: "convene-form=x"]] {
            var headers = headers
            headers[.contentType] = "application/x-www-form-urlencoded"
            let answer = try await exchange.send(
                .post, "/events/kyiv-2011/register", headers, body: body)
            #expect(answer.status == .forbidden)
        }

        #expect(try await world.registrations.list(.kyiv).count == 1)
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `a form of another site is refused`(site: String) async throws {
        let exchange = try await Exchange(try await world())
        let name = try #require(HTTPField.Name("Sec-Fetch-Site"))

        let answer = try await exchange.send(.post, "/events/kyiv-2011/register", [name: site])

        #expect(answer.status == .forbidden)
    }

    @Test func `certificates are verified by number`() async throws {
        let world = try await world()
        try await world.mark(.grace, sessions: [1, 2, 3, 4, 5])
        _ = try await world.events.move(.kyiv, to: .held, reason: "")
        let thanks = try await world.post.queue(Circular(.thanks), at: .kyiv)
        let number = try #require(
            try await world.office.certificateDesk.list(.kyiv, as: world.officer).first?.certificate
                .number)
        let exchange = try await Exchange(world)

        let right = try await exchange.get("/certificates/\(number.lowercased())")
        let wrong = try await exchange.get("/certificates/K7Q2-M9XA-3RTP-W8NC")
        let found = try await exchange.get("/certificates?number=\(number)&lang=ru")

        #expect(thanks.count == 1)
        #expect(right.status == .ok)
        #expect(right.text.contains("Grace Sample"))
        #expect(wrong.status == .notFound)
        #expect(found.headers[.location] == "/certificates/\(number)?lang=ru")
    }

    @Test func `the language that was chosen stays in the links`() async throws {
        let exchange = try await Exchange(try await world())

        let answer = try await exchange.get("/?lang=fr", language: "ru")

        #expect(answer.headers[.contentLanguage] == "fr")
        #expect(answer.text.contains("href=\"/events/kyiv-2011?lang=fr\""))
    }

    /// What a form brings from somebody who fills in all that is needed, but the questions.
    static let ada = [
        ("given", "Ada"), ("family", "Example"), ("email", "ada@example.org"),
        ("gender", "female"), ("country", "KZ"), ("language", "ru"), ("consent", "yes"),
    ]
}

extension World {
    /// The name of the only question's field.
    fileprivate var field: String {
        get async throws {
            let question = try #require(try await questions.list(.kyiv).first)
            return "q\(question.id.rawValue)"
        }
    }
}
