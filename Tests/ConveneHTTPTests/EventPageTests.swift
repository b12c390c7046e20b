import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene

/// Events, sessions, recommendations and letters by the forms of the officers' pages.
@Suite struct EventPageTests {
    private static let new = [
        ("title", "Museum shops"), ("code", "minsk-2012"), ("kind", "seminar"),
        ("from", "2012-05-14"), ("to", "2012-05-15"), ("city", "Minsk"), ("country", "BY"),
        ("timezone", "Europe/Minsk"), ("mode", "hybrid"), ("admission", "application"),
        ("capacity", "30"), ("completion", "50"), ("languages", "ru; en"),
        ("organiser", "Example Office\r\nMuseum of Arts"), ("funder", "Example Fund"),
        ("remind", "7d, deadline-2d"), ("answer-by", "2012-05-01"),
    ]

    @Test func `an event is added with all that was filled in`() async throws {
        let (world, browser) = try await Self.office()

        let answer = try await browser.submit("/office/new/event", Self.new)

        #expect(answer.headers[.location] == "/office/events/minsk-2012?said=event-added")
        let file = try await world.events.file(try Code("minsk-2012"))
        #expect(file.event.title == "Museum shops")
        #expect(file.event.dates?.lowerBound.text == "2012-05-14")
        #expect(file.event.zone.name == "Europe/Minsk")
        #expect(file.event.mode == .hybrid)
        #expect(file.event.admission == .application)
        #expect(file.event.capacity == 30)
        #expect(file.event.completionPercent == 50)
        #expect(file.event.languages.map(\.code) == ["ru", "en"])
        #expect(
            file.organisations.map { "\($0.part.rawValue) \($0.name)" } == [
                "organiser Example Office", "organiser Museum of Arts", "funder Example Fund",
            ])
        #expect(file.reminders.count == 2)
        #expect(file.sessions.count == 2)
    }

    @Test func `what is wrong with an event is said field by field, and the rest is kept`()
        async throws
    {
        let (world, browser) = try await Self.office()
        let before = try await world.events.list().count

        let answer = try await browser.submit(
            "/office/new/event",
            [
                ("title", "Museum <shops>"), ("code", "не код"), ("kind", ""),
                ("from", "2012-05-14"), ("to", "2012-05-01"), ("timezone", "Mars/Olympus"),
                ("capacity", "many"), ("remind", "sometimes"), ("when", "soon"),
            ])

        #expect(answer.status == .unprocessableContent)
        for field in ["kind", "to", "timezone", "capacity", "when"] {
            #expect(answer.text.contains("id=\"\(field)-fault\""), "\(field)")
        }
        #expect(answer.text.contains("value=\"Museum &lt;shops&gt;\""))
        #expect(try await world.events.list().count == before)
    }

    @Test func `a change of which guests are told is looked at first`() async throws {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/edit"
        let fields = try await Self.fields(of: page, in: browser)
        let changed = fields.filter { $0.0 != "venue" } + [("venue", "Another hall")]

        let asked = try await browser.submit(page, changed)
        let still = try await world.events.event(.kyiv).venue
        let done = try await browser.submit(page, changed + [("confirmed", "yes")])

        #expect(asked.status == .ok)
        #expect(asked.text.contains("id=\"confirm\""))
        #expect(still == "Hall <2> & 3")
        #expect(done.headers[.location]?.contains("said=event-changed") == true)
        #expect(try await world.events.event(.kyiv).venue == "Another hall")
    }

    @Test func `an event that is saved as it is stays as it is`() async throws {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/edit"
        let (event, audit) = (try await world.events.event(.kyiv), try await world.audit.verify())

        let answer = try await browser.submit(page, try await Self.fields(of: page, in: browser))

        #expect(answer.status == .seeOther)
        #expect(try await world.events.event(.kyiv) == event)
        #expect(try await world.audit.verify() == audit)
    }

    @Test func `a session is added, parted, changed and taken out`() async throws {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/sessions"
        let before = try await world.sessions.list(.kyiv)

        _ = try await browser.submit(
            page,
            [
                ("day", before[4].day.text), ("session-title", "Visit"), ("starts", "14:00"),
                ("ends", "18:00"),
            ])
        let added = try await world.sessions.list(.kyiv)
        _ = try await browser.submit(
            page + "/6", to: page + "/6/split", [("parting", "16:00"), ("second-title", "Tea")])
        let parted = try await world.sessions.list(.kyiv)
        let asked = try await browser.submit(page + "/7", to: page + "/7/remove", [])
        let still = try await world.sessions.list(.kyiv).count
        _ = try await browser.submit(
            page + "/7", to: page + "/7/remove", [("confirmed", "yes")])
        let marked = try await browser.submit(
            page + "/1", to: page + "/1/remove", [("confirmed", "yes")])

        #expect(added.count == before.count + 1)
        #expect(added.last?.counts == false)
        #expect(parted.suffix(2).map(\.title) == ["Visit", "Tea"])
        #expect(asked.text.contains("id=\"confirm\""))
        #expect(still == parted.count)
        #expect(marked.status == .unprocessableContent)
        #expect(try await world.sessions.list(.kyiv).count == before.count + 1)
    }

    @Test func `a recommendation is written down, changed, followed up and opened again`()
        async throws
    {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/outcomes"
        func second() async throws -> Outcome? {
            try await world.outcomes.list(event: .kyiv).last?.outcome
        }

        _ = try await browser.submit(
            page, [("wording", "Meet again"), ("due", "Q4 2012"), ("responsible", "Museums")])
        let added = try await second()
        _ = try await browser.submit(
            page + "/2",
            [("wording", "Meet again soon"), ("due", ""), ("follow-up", "A hall is found")])
        let changed = try await second()
        _ = try await browser.submit(
            page + "/2", to: page + "/2/done", [("done-on", "2011-08-01"), ("done-note", "We met")])
        let done = try await second()
        let refused = try await browser.submit(page + "/2", to: page + "/2/reopen", [])
        _ = try await browser.submit(
            page + "/2", to: page + "/2/reopen", [("reopen-reason", "only half of it")])

        #expect(added?.due?.text == "Q4 2012")
        #expect(changed?.wording == "Meet again soon")
        #expect(changed?.due == nil)
        #expect(done?.done?.on.text == "2011-08-01")
        #expect(done?.followUp == "We met")
        #expect(refused.status == .unprocessableContent)
        #expect(try await second()?.done == nil)
    }

    @Test func `a letter is looked at, with who gets it and who not, before it is queued`()
        async throws
    {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/letters"
        let letter = [
            ("letter-to", "confirmed"), ("subject", "Visas"),
            ("letter-text", "Dear {{name}},\r\n\r\nbring your passport."),
        ]
        let before = try await world.post.list().count

        let empty = try await browser.submit(page, [("letter-to", "confirmed"), ("subject", "")])
        let asked = try await browser.submit(page, letter)
        let still = try await world.post.list().count
        let done = try await browser.submit(page, letter + [("confirmed", "yes")])

        #expect(empty.status == .unprocessableContent)
        #expect(asked.text.contains("id=\"plan\""))
        #expect(asked.text.contains("bring your passport."))
        #expect(still == before)
        #expect(done.headers[.location] == page + "?said=letters&n=2")
        #expect(try await world.post.list().count == before + 2)
    }

    @Test func `heads are counted at a session`() async throws {
        let (world, browser) = try await Self.office()
        let page = "/office/events/kyiv-2011/check-in/2/count"

        let wrong = try await browser.submit(page, [("heads", "many")])
        let answer = try await browser.submit(
            page, [("heads", "120"), ("gender", "female"), ("country", "KZ")])

        #expect(wrong.status == .unprocessableContent)
        #expect(answer.headers[.location] == page + "?said=counted&n=120")
        let figures = try await world.figures.figures(FigureRequest(events: [.kyiv], by: [.gender]))
        #expect("\(figures)".contains("120"))
    }

    /// The fields of a page's form, as they were filled in.
    private static func fields(of page: String, in browser: OfficerBrowser) async throws -> [(
        String, String
    )] {
        let file = try await browser.get(page).text
        var fields: [(String, String)] = []
        for match in file.matches(
            of: /<input id="([^"]+)" name="[^"]+" type="[a-z]+" value="([^"]*)"/)
        {
            fields.append((String(match.1), Self.plain(match.2)))
        }
        for match in file.matches(of: /<textarea id="([^"]+)"[^>]*>([^<]*)</) {
            fields.append((String(match.1), Self.plain(match.2)))
        }
        for menu in file.matches(of: /<select id="([^"]+)"(?s:.*?)<\/select>/) {
            let chosen = menu.0.firstMatch(of: /value="([^"]*)" selected/)
            fields.append((String(menu.1), chosen.map { String($0.1) } ?? ""))
        }
        return fields
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }

    private static func office() async throws -> (World, OfficerBrowser) {
        let world = try await World.ofTheOffice()
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }
}
