import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct RegistrationActTests {
    private let event = "/office/events/kyiv-2011"

    private func office() async throws -> (World, OfficerBrowser) {
        let world = try await World.ofTheOffice()
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }

    @Test func `what can't be undone is shown before it is done`() async throws {
        let (world, browser) = try await office()

        let preview = try await browser.submit(
            event, to: event + "/acts",
            [("person", "P1"), ("to", "withdrawn"), ("telling", "yes"), ("reason", "ill")])

        #expect(preview.status == .ok)
        #expect(preview.text.contains("1 person moves up from the waiting list"))
        #expect(preview.text.contains("1 mail will leave"))
        #expect(try await world.standing(of: .ada) == .confirmed)
        #expect(try await world.standing(of: .alan) == .waitlisted)
        try expectGolden(preview.transcript, "office/preview-en.txt")
    }

    @Test func `the preview's form does what it showed`() async throws {
        let (world, browser) = try await office()

        let answer = try await browser.submit(
            event, to: event + "/acts",
            [
                ("person", "P1"), ("to", "withdrawn"), ("telling", "yes"), ("reason", "ill"),
                ("confirmed", "yes"),
            ])

        #expect(answer.headers[.location] == event + "?said=withdrawn&n=1")
        #expect(try await world.standing(of: .ada) == .withdrawn)
        #expect(try await world.standing(of: .alan) == .confirmed)
        let file = try await world.registrations.file(.ada, at: .kyiv)
        #expect(file.history.last?.actor.name == "olga")
    }

    @Test func `with whom it can't be done is said, and the others are offered`() async throws {
        let (_, browser) = try await office()

        let preview = try await browser.submit(
            event, to: event + "/acts",
            [("person", "P3"), ("person", "P4"), ("to", "waitlisted"), ("telling", "yes")])
        let full = try await browser.submit(
            event, to: event + "/acts", [("person", "P3"), ("to", "confirmed"), ("telling", "yes")])

        #expect(preview.text.contains("1 person stands there already"))
        #expect(preview.text.contains("name=\"person\" value=\"P4\""))
        #expect(!preview.text.contains("name=\"person\" value=\"P3\""))
        #expect(full.text.contains("All seats are taken"))
        #expect(!full.text.contains("id=\"confirm\""))
    }

    @Test func `an act on everybody found is on them alone`() async throws {
        let (world, browser) = try await office()

        _ = try await browser.submit(
            event, to: event + "/acts",
            [("all", "yes"), ("country", "UA"), ("to", "declined"), ("confirmed", "yes")])

        #expect(try await world.standing(of: .alan) == .declined)
        #expect(try await world.standing(of: .edsger) == .declined)
        #expect(try await world.standing(of: .ada) == .confirmed)
    }

    @Test(arguments: [
        ("grace", ["P2"]), ("Примеров", ["P5"]), ("museum of samples", ["P2", "P3"]),
        ("ada@", ["P1"]), ("P4", ["P4"]), ("<script>", []),
    ])
    func `people are found by any word of theirs`(words: String, found: [String]) async throws {
        let (_, browser) = try await office()

        let page = try await browser.submit(event, [("words", words)])

        let shown = page.text.matches(of: /name="person" value="(P\d+)"/).map { String($0.1) }
        #expect(Set(shown) == Set(found))
        #expect(!page.text.contains("<script>"))
    }

    @Test func `somebody who may be known is asked about before they are entered`() async throws {
        let (world, browser) = try await office()
        let somebody = [
            ("as", "nominated"), ("given", "Grace"), ("family", "Sampel"), ("country", "KZ"),
            ("gender", "female"),
        ]

        let asked = try await browser.submit(event + "/enter", somebody)
        let answer = try await browser.submit(
            event + "/enter", somebody + [("known", ""), ("confirmed", "yes")])

        #expect(asked.text.contains("P2, Grace Sample"))
        #expect(answer.headers[.location] == event + "/enter?said=entered-nominated&n=1")
        #expect(try await world.people.find("Sampel").count == 1)
    }

    @Test func `what is wrong with somebody new is said beside the field`() async throws {
        let (_, browser) = try await office()

        let answer = try await browser.submit(
            event + "/enter", [("given", "Ada"), ("family", ""), ("email", "ada(at)example.org")])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("id=\"email-fault\""))
    }

    @Test func `invitations are looked at with the letter before they leave`() async throws {
        let (world, browser) = try await office()

        let page = event + "/invitations"
        let preview = try await browser.submit(page, [("whom", "all"), ("invite-note", "Welcome")])

        #expect(preview.text.contains("4 mails will leave"))
        #expect(preview.text.contains("was invited before"))
        #expect(preview.text.contains("class=\"letter\""))
        #expect(try await world.outbox().count { $0.purpose == .invitation } == 1)
    }
}
