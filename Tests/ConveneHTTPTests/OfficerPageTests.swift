import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct OfficerPageTests {
    /// The pages by the names of their recordings.
    private static let pages = [
        ("start", "/office"), ("events", "/office/events"), ("event", "/office/events/kyiv-2011"),
        ("waiting-list", "/office/events/kyiv-2011?standing=waitlisted"),
        ("registration", "/office/events/kyiv-2011/registrations/P1"),
        ("enter", "/office/events/kyiv-2011/enter"),
        ("invitations", "/office/events/kyiv-2011/invitations"),
        ("questions", "/office/events/kyiv-2011/questions"),
        ("sessions", "/office/events/kyiv-2011/check-in"),
        ("check-in", "/office/events/kyiv-2011/check-in/1"), ("figures", "/office/figures"),
        ("figures-list", "/office/figures?by=role"), ("people", "/office/people"),
        ("person", "/office/people/P1"), ("duplicates", "/office/people/duplicates"),
        ("merge", "/office/people/duplicates/P1/P6"), ("outbox", "/office/outbox"),
        ("message", "/office/outbox/M1"), ("programmes", "/office/programmes"),
        ("programme", "/office/programmes/museums"),
        ("activity", "/office/programmes/museums/plan/2011-7"), ("audit", "/office/audit"),
        ("event-new", "/office/new/event"), ("event-edit", "/office/events/kyiv-2011/edit"),
        ("event-sessions", "/office/events/kyiv-2011/sessions"),
        ("session", "/office/events/kyiv-2011/sessions/2"),
        ("outcomes", "/office/events/kyiv-2011/outcomes"),
        ("outcome", "/office/events/kyiv-2011/outcomes/1"),
        ("letters", "/office/events/kyiv-2011/letters"),
        ("event-list", "/office/events/kyiv-2011/list"),
        ("head-count", "/office/events/kyiv-2011/check-in/1/count"),
        ("programme-new", "/office/new/programme"),
        ("programme-edit", "/office/programmes/museums/edit"), ("lists", "/office/lists"),
        ("accounts", "/office/accounts"), ("account-new", "/office/new/account"),
        ("account", "/office/accounts/olga"), ("me", "/office/me"),
        ("unknown", "/office/events/nowhere"),
    ]

    @Test func `the officers' pages are as recorded`() async throws {
        let browser = try await OfficerBrowser.signedIn("olga", to: .ofTheOffice())

        for (name, path) in Self.pages {
            let answer = try await browser.get(path, language: "en")
            try expectGolden(answer.transcript, "office/\(name)-en.txt")
        }
    }

    @Test(arguments: ["ru", "fr"])
    func `the daily pages are as recorded in other languages`(language: String) async throws {
        let browser = try await OfficerBrowser.signedIn("olga", to: .ofTheOffice())

        for (name, path) in Self.pages where ["event", "check-in", "figures"].contains(name) {
            let answer = try await browser.get(path, language: language)
            try expectGolden(answer.transcript, "office/\(name)-\(language).txt")
        }
    }

    @Test(arguments: ["en", "ru", "fr"])
    func `every word that a page asks for is there`(language: String) async throws {
        let browser = try await OfficerBrowser.signedIn("olga", to: .ofTheOffice())

        for (name, path) in Self.pages {
            let text = try await browser.get(path, language: language).text
            #expect(
                text.firstMatch(of: /[>"](desk|check-in|mark|stakeholder|fault)\.[a-z.-]+/) == nil,
                "\(name)")
        }
    }

    @Test(arguments: ["en", "ru", "fr"])
    func `the door is as recorded`(language: String) async throws {
        let exchange = try await Exchange(try await World())

        let answer = try await exchange.get(
            "/office/sign-in?next=/office/events", language: language)

        try expectGolden(answer.transcript, "office/sign-in-\(language).txt")
    }

    @Test func `nothing on the officers' pages is shown to whoever has not signed in`()
        async throws
    {
        let exchange = try await Exchange(try await .ofTheOffice())

        for (name, path) in Self.pages {
            let answer = try await exchange.get(path)
            #expect(answer.status == .seeOther, "\(name)")
            #expect(answer.headers[.location]?.hasPrefix("/office/sign-in") == true)
            #expect(answer.text.isEmpty)
        }
    }
}
