import ConveneTestSupport
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene

/// Accounts by the forms of the officers' pages, and one's own.
@Suite struct AccountPageTests {
    @Test func `an account is added, given a password and what it answers for, and signs in`()
        async throws
    {
        let (world, browser) = try await Self.office()

        let added = try await browser.submit(
            "/office/new/account",
            [
                ("account-name", "desk-1"), ("account-role", "desk"), ("events", "kyiv-2011"),
                ("email", "desk@example.org"),
            ])
        let weak = try await browser.submit(
            "/office/accounts/desk-1", to: "/office/accounts/desk-1/password",
            [("new-password", "short")])
        _ = try await browser.submit(
            "/office/accounts/desk-1", to: "/office/accounts/desk-1/password",
            [("new-password", World.password)])
        let desk = OfficerBrowser(browser.exchange)
        let signedIn = try await desk.signIn("desk-1")

        #expect(added.headers[.location] == "/office/accounts/desk-1?said=account-added")
        #expect(weak.status == .unprocessableContent)
        #expect(signedIn.status == .seeOther)
        #expect(try await world.accounts.account("desk-1").events == [.kyiv])
        #expect(try await desk.get("/office/accounts").status == .forbidden)
        #expect(try await desk.get("/office/new/account").status == .forbidden)
    }

    @Test func `an account whose scope does not fit its role is not added`() async throws {
        let (world, browser) = try await Self.office()

        let answer = try await browser.submit(
            "/office/new/account", [("account-name", "aru"), ("account-role", "focal-point")])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("id=\"refused\""))
        #expect(answer.text.contains("value=\"aru\""))
        #expect(try await world.accounts.list().map(\.account.name) == ["olga"])
    }

    @Test func `a token is shown once, and opens nothing once it was taken back`() async throws {
        let (world, browser) = try await Self.office()
        let page = "/office/accounts/olga"

        let shown = try await browser.submit(
            page, to: page + "/tokens", [("label", "nightly export"), ("scope", "read")])
        let secret = try #require(shown.text.firstMatch(of: /cv_[a-z0-9]+/)).0
        let after = try await browser.get(page)
        let bearer = try await world.office.gate.bearer(String(secret))
        let asked = try await browser.submit(page, to: page + "/tokens/revoke", [("token", "1")])
        _ = try await browser.submit(
            page, to: page + "/tokens/revoke", [("token", "1"), ("confirmed", "yes")])

        #expect(!after.text.contains(secret))
        #expect(after.text.contains("nightly export"))
        #expect(bearer.token.scopes == [.read])
        #expect(asked.text.contains("id=\"confirm\""))
        await #expect(throws: Problem.self) {
            _ = try await world.office.gate.bearer(String(secret))
        }
    }

    @Test func `an account is shut once that was confirmed, and opened again`() async throws {
        let (world, browser) = try await Self.office()
        try await world.visitor("aru", as: .viewer)
        let page = "/office/accounts/aru"

        _ = try await browser.submit(page, to: page + "/shut", [])
        let before = try await world.accounts.account("aru").account.disabledAt
        _ = try await browser.submit(page, to: page + "/shut", [("confirmed", "yes")])
        let shut = try await world.accounts.account("aru").account.disabledAt
        _ = try await browser.submit(page, to: page + "/open", [])

        #expect(before == nil)
        #expect(shut != nil)
        #expect(try await world.accounts.account("aru").account.disabledAt == nil)
    }

    @Test func `somebody of any role sets another password of their own, and is out`()
        async throws
    {
        let (world, _) = try await Self.office()
        try await world.visitor("aru", as: .viewer)
        let viewer = try await OfficerBrowser.signedIn("aru", to: world)

        let wrong = try await viewer.submit(
            "/office/me",
            [("present", "a guess of it"), ("new-password", "four new words of mine")])
        let done = try await viewer.submit(
            "/office/me",
            [("present", World.password), ("new-password", "four new words of mine")])

        #expect(wrong.status == .unprocessableContent)
        #expect(done.headers[.location] == "/office/sign-in")
        #expect(try await viewer.get("/office").status == .seeOther)
        let again = try await viewer.signIn("aru", password: "four new words of mine")
        #expect(again.headers[.location] == "/office")
    }

    @Test func `codes are asked for once one of them was typed`() async throws {
        let (world, browser) = try await Self.office()
        let page = try await browser.get("/office/me").text
        let secret = try #require(page.firstMatch(of: /name="secret" value="([A-Z2-7]+)"/)).1
        let bytes = try #require(Base32.bytes(String(secret)))
        let step = Int64(world.office.clock().timeIntervalSince1970 / 30)
        let code = world.office.locksmith.code(secret: bytes, step: step)
        let fields = [("secret", String(secret)), ("present-for-codes", World.password)]

        let wrong = try await browser.submit(
            "/office/me", to: "/office/me/codes", fields + [("proof", code == "1" ? "2" : "1")])
        let done = try await browser.submit(
            "/office/me", to: "/office/me/codes", fields + [("proof", code)])

        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.text.contains(secret), "The same secret is proved again.")
        #expect(done.headers[.location] == "/office/me?said=codes-asked")
        #expect(try await world.accounts.account("olga").account.codeSecret == bytes)
    }

    private static func office() async throws -> (World, OfficerBrowser) {
        let world = try await World.ofTheOffice()
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }
}
