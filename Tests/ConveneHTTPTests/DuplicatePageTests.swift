import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct DuplicatePageTests {
    private let pair = "/office/people/duplicates/P1/P6"

    @Test func `two are made one as chosen field by field, and two again`() async throws {
        let world = try await World.ofTheOffice()
        let browser = try await OfficerBrowser.signedIn("olga", to: world)

        let preview = try await browser.submit(pair, [("step", "preview"), ("name", "B")])
        let merged = try await browser.submit(pair, [("confirmed", "yes"), ("name", "B")])
        let name = try await world.people.person(PersonMention("P1")).name.family
        let page = try await browser.follow(merged)
        let undone = try await browser.submit(
            merged.headers[.location] ?? "", to: "/office/people/duplicates/undo",
            [("person", "P6")])

        #expect(preview.text.contains("name=\"name\" value=\"B\""))
        #expect(name == "Exampel")
        #expect(page.text.contains("id=\"undo\""))
        #expect(undone.headers[.location] == "/office/people/P1?said=unmerged")
        #expect(try await world.people.person(PersonMention("P1")).name.family == "Example")
    }

    @Test func `two who can't be made one can still be told apart`() async throws {
        let world = try await World.ofTheOffice()
        _ = try await world.registrations.enter(
            [PersonMention("P6")], at: .kyiv, as: .registered, role: .trainer)
        try await world.mark(PersonMention("P6"), sessions: [1])
        let browser = try await OfficerBrowser.signedIn("olga", to: world)

        let page = try await browser.get(pair)
        let apart = try await browser.submit(pair, [("step", "apart")])

        #expect(page.text.contains("id=\"against\""))
        #expect(!page.text.contains("id=\"preview\""))
        #expect(apart.headers[.location] == "/office/people/duplicates?said=apart")
        #expect(try await browser.follow(apart).text.contains("Nobody looks like"))
    }
}
