import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct DoorTests {
    private func door() async throws -> (World, OfficerBrowser) {
        let world = try await World()
        try await world.visitor("olga", as: .admin)
        return (world, OfficerBrowser(try await Exchange(world)))
    }

    @Test func `whoever signs in is led to where they wanted to go`() async throws {
        let (_, browser) = try await door()

        let asked = try await browser.get("/office/people")
        let answer = try await browser.signIn("olga", next: "/office/people")
        let page = try await browser.follow(answer)

        #expect(asked.headers[.location] == "/office/sign-in?next=%2Foffice%2Fpeople")
        #expect(answer.headers[.location] == "/office/people")
        #expect(page.status == .ok)
        #expect(page.headers[.cacheControl] == "no-store")
    }

    @Test(arguments: [
        "//elsewhere.example.org", "https://elsewhere.example.org", "/\\elsewhere.example.org",
        "/office/../..//x y", "/officers", "/office/sign-in",
    ])
    func `nobody is led elsewhere`(next: String) async throws {
        let (_, browser) = try await door()

        let answer = try await browser.signIn("olga", next: next)

        #expect(answer.headers[.location] == "/office")
    }

    @Test func `a wrong name and a wrong password are answered alike`() async throws {
        let (_, browser) = try await door()

        let name = try await browser.signIn("nobody")
        let password = try await browser.signIn("olga", password: "a wrong password")

        #expect(name.status == .unprocessableContent)
        #expect(name.transcript == password.transcript)
        #expect(await !browser.has(cookie: "convene-session"))
    }

    @Test func `the session's cookie is for this site alone, and no script reads it`() async throws
    {
        let (_, browser) = try await door()

        let answer = try await browser.signIn("olga")

        let cookie = try #require(
            answer.headers[values: .setCookie].first { $0.hasPrefix("convene-session=") })
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
    }

    @Test func `each sign-in has a session and a seal of its own`() async throws {
        let (_, browser) = try await door()

        let first = try await browser.signIn("olga").headers[values: .setCookie]
        let second = try await browser.signIn("olga").headers[values: .setCookie]

        #expect(first.count == 2)
        #expect(Set(first).isDisjoint(with: second))
    }

    @Test func `a session that somebody brings along is not taken over`() async throws {
        let (world, _) = try await door()
        let exchange = try await Exchange(world)
        let planted = "convene-session=0123456789abcdef0123456789abcdef"

        let answer = try await exchange.send(.get, "/office", [.cookie: planted])

        #expect(answer.status == .seeOther)
    }

    @Test func `whoever has signed out is out`() async throws {
        let (_, browser) = try await door()
        _ = try await browser.signIn("olga")

        let unsealed = try await browser.submit(
            "/office", to: "/office/sign-out", [], sealed: false)
        let still = try await browser.get("/office")
        let answer = try await browser.submit("/office", to: "/office/sign-out", [])
        let after = try await browser.get("/office")

        #expect(unsealed.status == .forbidden)
        #expect(still.status == .ok)
        #expect(answer.headers[.location] == "/office/sign-in")
        #expect(after.status == .seeOther)
    }

    @Test func `a form of the door needs its seal`() async throws {
        let (_, browser) = try await door()

        let answer = try await browser.submit(
            "/office/sign-in",
            [("name", "olga"), ("password", World.password)], sealed: false)

        #expect(answer.status == .forbidden)
    }

    @Test func `who sees figures only is shown no names`() async throws {
        let world = try await World.ofTheOffice()
        try await world.visitor("viewer", as: .viewer)
        let browser = try await OfficerBrowser.signedIn("viewer", to: world)

        let event = try await browser.get("/office/events/kyiv-2011")
        let people = try await browser.get("/office/people")
        let figures = try await browser.get("/office/figures")
        let start = try await browser.get("/office")

        #expect(event.status == .ok)
        for text in [event.text, figures.text, start.text] { #expect(!text.contains("Ada")) }
        #expect(figures.text.contains("Kazakhstan"))
        #expect(!event.text.contains("/office/people"))
        #expect(people.status == .forbidden)
    }
}
