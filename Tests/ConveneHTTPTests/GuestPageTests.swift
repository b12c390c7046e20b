import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct GuestPageTests {
    private func invited() async throws -> (World, Exchange, String) {
        let world = try await World()
        try await world.openEvent(capacity: 1)
        try await world.nominate(.ada)
        try await world.invite()
        let token = try #require(try await world.token(of: .ada))
        return (world, try await Exchange(world), token)
    }

    @Test(arguments: ["en", "ru", "fr"])
    func `the guests' pages are as recorded`(language: String) async throws {
        let (_, exchange, token) = try await invited()

        for name in ["answer", "me"] {
            let answer = try await exchange.get("/\(name)/\(token)", language: language)
            try expectGolden(
                answer.transcript.replacing(token, with: "TOKEN"), "guests/\(name)-\(language).txt")
        }
    }

    @Test func `an answer is taken, and shown`() async throws {
        let (world, exchange, token) = try await invited()

        let answer = try await exchange.submit(
            "/answer/\(token)",
            [("answer", "accepted"), ("access", "A ramp"), ("visa", "yes"), ("consent", "yes")])
        let page = try await exchange.get(answer.headers[.location] ?? "")

        #expect(answer.status == .seeOther)
        #expect(page.text.contains("You have a seat."))
        let file = try await world.registrations.file(.ada, at: .kyiv)
        #expect(file.line.registration.standing == .confirmed)
        #expect(file.needs?.visaLetter == true)
    }

    @Test func `whoever declines need say nothing else`() async throws {
        let (world, exchange, token) = try await invited()

        let answer = try await exchange.submit("/answer/\(token)", [("answer", "declined")])

        #expect(answer.status == .seeOther)
        #expect(try await world.standing(of: .ada) == .declined)
    }

    @Test func `an acceptance without consent is shown again`() async throws {
        let (world, exchange, token) = try await invited()

        let answer = try await exchange.submit("/answer/\(token)", [("answer", "accepted")])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("Without your consent"))
        #expect(try await world.standing(of: .ada) == .invited)
    }

    @Test func `own data are corrected`() async throws {
        let (world, exchange, token) = try await invited()

        let answer = try await exchange.submit(
            "/me/\(token)",
            [
                ("given", "Ada"), ("family", "Muster"), ("gender", "undisclosed"),
                ("country", "KG"), ("organisation", "Museum of Samples"),
            ])

        #expect(answer.headers[.location] == "/me/\(token)?said=saved")
        let person = try await world.people.person(.ada)
        #expect(person.name.family == "Muster")
        #expect(person.country?.code == "KG")
        #expect(person.addresses == PersonDraft.ada.person.addresses)
    }

    @Test func `somebody withdraws`() async throws {
        let (world, exchange, token) = try await invited()

        let answer = try await exchange.submit("/me/\(token)", to: "/me/\(token)/withdraw", [])

        #expect(answer.headers[.location] == "/me/\(token)?said=withdrawn")
        #expect(try await world.standing(of: .ada) == .withdrawn)
    }

    @Test(arguments: ["answer", "me"], [HTTPRequest.Method.get, .head, .options])
    func `looking at a link twice changes nothing (LNK-1)`(
        page: String, method: HTTPRequest.Method
    ) async throws {
        let (world, exchange, token) = try await invited()
        let before = try await world.audit.verify()

        for _ in 1...2 { _ = try await exchange.send(method, "/\(page)/\(token)") }

        #expect(try await world.audit.verify() == before)
        #expect(try await world.standing(of: .ada) == .invited)
    }

    @Test func `a page of a secret link is not kept, and does not tell its address`() async throws {
        let (_, exchange, token) = try await invited()

        let answer = try await exchange.get("/answer/\(token)")

        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
        #expect(answer.text.contains("content=\"noindex\""))
    }

    @Test(arguments: ["/answer/x", "/me/x", "/unsubscribe/x", "/u/x", "/certificate/x"])
    func `a link that never was leads nowhere`(path: String) async throws {
        let (_, exchange, _) = try await invited()

        #expect(try await exchange.get(path).status == .notFound)
    }
}
