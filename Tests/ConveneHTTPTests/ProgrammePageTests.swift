import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene

/// Programmes and their targets by the forms of the officers' pages.
@Suite struct ProgrammePageTests {
    @Test func `a stage is added with its targets, and changed`() async throws {
        let (world, browser) = try await Self.office()
        let fields = [
            ("title", "Museums, second stage"), ("code", "museums-2"), ("parent", "museums"),
            ("start", "2012"), ("end", "2013"), ("countries", "KZ; Kyrgyzstan"),
            ("agreement", "No. 7"), ("target-workshop", "4"), ("target-women", "20"),
        ]

        let added = try await browser.submit("/office/new/programme", fields)
        let page = "/office/programmes/museums-2/edit"
        _ = try await browser.submit(page, fields.filter { $0.0 != "target-women" })

        #expect(added.headers[.location] == "/office/programmes/museums-2?said=programme-added")
        let programme = try await world.programmes.programme(try Code("museums-2"))
        let parent = try await world.programmes.programme(try Code("museums"))
        #expect(programme.parent == parent.id)
        #expect(programme.startYear == 2012)
        #expect(programme.endYear == 2013)
        #expect(programme.countries.map(\.code) == ["KZ", "KG"])
        #expect(programme.targets == [.init(measure: .events(.workshop), goal: 4)])
    }

    @Test func `what is wrong with a programme is said, and the rest is kept`() async throws {
        let (world, browser) = try await Self.office()

        let unread = try await browser.submit(
            "/office/new/programme",
            [("title", ""), ("code", "x-2"), ("start", "soon"), ("countries", "KZ; Nowhere")])
        let swapped = try await browser.submit(
            "/office/new/programme",
            [("title", "Swapped"), ("code", "x-2"), ("start", "2013"), ("end", "2012")])

        #expect(unread.status == .unprocessableContent)
        for field in ["title", "start", "countries"] {
            #expect(unread.text.contains("id=\"\(field)-fault\""), "\(field)")
        }
        #expect(swapped.status == .unprocessableContent)
        #expect(swapped.text.contains("id=\"refused\""))
        #expect(swapped.text.contains("value=\"Swapped\""))
        #expect(try await world.programmes.list().count == 1)
    }

    private static func office() async throws -> (World, OfficerBrowser) {
        let world = try await World.ofTheOffice()
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }
}
