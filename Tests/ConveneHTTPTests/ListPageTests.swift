import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Convene

/// Lists by upload: looked at, explained, brought in, taken back.
@Suite struct ListPageTests {
    private static let page = "/office/events/kyiv-2011/list"
    private static let nominated = [("as", "nominated"), ("role", "participant")]

    @Test func `a list is looked at before it comes in, and can be taken back`() async throws {
        let (world, browser) = try await Self.office()
        let before = try await world.registrations.list(.kyiv).count
        let list = "given name,family name,e-mail\r\nSophie,Exemple,sophie@example.net\r\n"

        let handed = try await browser.hand("list.csv", of: list, on: Self.page, Self.nominated)
        let ticket = try #require(handed.headers[.location])
        let shown = try await browser.get(ticket)
        let unchanged = try await world.registrations.list(.kyiv).count
        let entered = try await browser.submit(ticket, [("confirmed", "yes")])
        let after = try await world.registrations.list(.kyiv)

        #expect(handed.status == .seeOther)
        #expect(shown.text.contains("Exemple"))
        #expect(unchanged == before)
        #expect(entered.status == .ok)
        #expect(entered.text.contains("id=\"said\""))
        #expect(after.count == before + 1)
        #expect(
            after.filter { $0.person.name.family == "Exemple" }
                .map(\.registration.standing) == [.nominated])

        let asked = try await browser.submit("/office/lists/1", to: "/office/lists/1/undo", [])
        let still = try await world.registrations.list(.kyiv).count
        let undone = try await browser.submit(
            "/office/lists/1", to: "/office/lists/1/undo", [("confirmed", "yes")])
        #expect(asked.text.contains("1 registration goes."))
        #expect(still == before + 1)
        #expect(undone.headers[.location] == "/office/lists/1?said=list-undone")
        #expect(try await world.registrations.list(.kyiv).count == before)
    }

    @Test func `a list with faults does not come in, and goes back with what is wrong`()
        async throws
    {
        let (world, browser) = try await Self.office()
        let list = "given name,family name,e-mail\r\nSophie,Exemple,sophie.example.net\r\n"
        let audit = try await world.audit.verify()

        let handed = try await browser.hand("list.csv", of: list, on: Self.page, Self.nominated)
        let ticket = try #require(handed.headers[.location])
        let shown = try await browser.get(ticket)
        let faults = try await browser.get(ticket + "/faults.xlsx")
        let refused = try await browser.submit(
            ticket, [("confirmed", "yes")])

        #expect(shown.text.contains("sophie.example.net"))
        #expect(!shown.text.contains("name=\"confirmed\""))
        #expect(faults.headers[.contentDisposition]?.contains("faults.xlsx") == true)
        #expect(faults.body.getString(at: 0, length: 2) == "PK")
        #expect(refused.status == .unprocessableContent)
        #expect(try await world.audit.verify() == audit)
    }

    @Test func `a column that nobody understands is asked for`() async throws {
        let (_, browser) = try await Self.office()
        let list = "given name,family name,Zzz\r\nSophie,Exemple,Paris\r\n"

        let handed = try await browser.hand("list.csv", of: list, on: Self.page, Self.nominated)
        let ticket = try #require(handed.headers[.location])
        let asked = try await browser.get(ticket)
        let explained = try await browser.submit(ticket, [("column-2", "city")])

        #expect(asked.status == .unprocessableContent)
        #expect(asked.text.contains("name=\"column-2\""))
        #expect(explained.status == .ok)
        #expect(explained.text.contains("name=\"confirmed\""))
    }

    @Test func `whoever is probably known is asked for, and taken for whom the officer says`()
        async throws
    {
        let (world, browser) = try await Self.office()
        let list = "given name,family name,country,gender\r\nAda,Exampl,KZ,female\r\n"
        let people = try await world.people.list(country: nil).count

        let handed = try await browser.hand(
            "list.csv", of: list, on: "/office/lists", [("list", "people")])
        let ticket = try #require(handed.headers[.location])
        let asked = try await browser.get(ticket)
        _ = try await browser.submit(ticket, [("confirmed", "yes"), ("line-2", "P1")])

        #expect(asked.text.contains("name=\"line-2\" value=\"P1\""))
        #expect(try await world.people.list(country: nil).count == people)
    }

    @Test(arguments: [
        ("", "name=\"file\""), ("PDF", "id=\"refused\""), ("given name\r\n", "id=\"refused\""),
    ])
    func `what is no list is refused on the page of the form`(content: String, mark: String)
        async throws
    {
        let (_, browser) = try await Self.office()

        let answer = try await browser.hand(
            content.isEmpty ? "" : "list.csv", of: content, on: Self.page, Self.nominated)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(mark))
    }

    @Test func `a list waits for whoever handed it in, and for nobody else`() async throws {
        let (world, browser) = try await Self.office()
        let list = "given name,family name\r\nSophie,Exemple\r\n"
        let handed = try await browser.hand("list.csv", of: list, on: Self.page, Self.nominated)
        let ticket = try #require(handed.headers[.location])
        try await world.visitor("other", as: .admin)
        let other = OfficerBrowser(browser.exchange)
        _ = try await other.signIn("other")

        let answer = try await other.get(ticket)

        #expect(answer.status == .notFound)
        #expect(!answer.text.contains("Sophie"))
    }

    @Test func `a list without the seal of the form is not read`() async throws {
        let (_, browser) = try await Self.office()

        let answer = try await browser.hand(
            "list.csv", of: "given name\r\nA\r\n", on: Self.page, Self.nominated, sealed: false)

        #expect(answer.status == .forbidden)
    }

    private static func office() async throws -> (World, OfficerBrowser) {
        let world = try await World.ofTheOffice()
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }
}
