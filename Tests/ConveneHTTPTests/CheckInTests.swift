import Convene
import ConveneTestSupport
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite struct CheckInTests {
    private let page = "/office/events/kyiv-2011/check-in/1"

    private func door() async throws -> (World, OfficerBrowser) {
        let world = try await World()
        try await world.visitor("olga", as: .admin)
        try await world.event()
        try await world.register(.ada, .grace)
        try await world.nominate(.alan)
        return (world, try await OfficerBrowser.signedIn("olga", to: world))
    }

    /// What the page's script sends: marks with the times at which they were taken.
    private func hand(
        _ marks: [(id: String, minutes: Double, mark: String)], by browser: OfficerBrowser
    )
        async throws -> Reply
    {
        let answer = try await browser.submit(
            page,
            marks.map { id, minutes, mark in
                let time = WorldClock.start.addingTimeInterval(minutes * 60).timeIntervalSince1970
                return ("queue", "\(id) \(Int(time * 1000)) \(mark)")
            }, accept: "application/json")
        #expect(answer.headers[.contentType] == "application/json")
        return try JSONDecoder().decode(Reply.self, from: Data(answer.text.utf8))
    }

    private struct Reply: Decodable {
        struct Result: Decodable {
            var id: String
            var result: String
            var number: String?
            var candidates: [Candidate]
        }
        struct Candidate: Decodable { var tick: String }
        var results: [Result]
        var present: Int
        var of: Int
    }

    private func log(_ world: World) async throws -> [String] {
        try await world.attendance.log(.kyiv).map {
            "\($0.person.id.text) \($0.mark.mark.rawValue)"
        }
    }

    @Test func `a mark says whether hands or a scanner took it`() async throws {
        let (world, browser) = try await door()

        let reply = try await hand(
            [("a", -2, "present P1"), ("b", -1, "present+scan P2")], by: browser)

        #expect(reply.present == 2)
        let log = try await world.attendance.log(.kyiv)
        #expect(log.map(\.mark.method) == [.page, .scan])
    }

    @Test func `a number and Enter mark somebody as present`() async throws {
        let (world, browser) = try await door()

        let answer = try await browser.submit(page, [("who", "p1"), ("mark", "present")])

        #expect(answer.status == .ok)
        #expect(answer.text.contains("Ada Example, P1: present"))
        #expect(try await log(world) == ["P1 present"])
        #expect(try await world.attendance.log(.kyiv).first?.mark.method == .page)
    }

    @Test(arguments: ["ada@example.org", "Example", "ADA EXAMPLE", " P1 "])
    func `people are known by address, name and number`(who: String) async throws {
        let (world, browser) = try await door()

        _ = try await browser.submit(page, [("who", who), ("mark", "present")])

        #expect(try await log(world) == ["P1 present"])
    }

    @Test(arguments: [
        ("P3", "is not confirmed"), ("nobody", "Nobody in the register"), ("", "first"),
    ])
    func `who can't be marked stays in the field, with why`(who: String, why: String) async throws {
        let (world, browser) = try await door()

        let answer = try await browser.submit(page, [("who", who), ("mark", "present")])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(why))
        #expect(answer.text.contains("id=\"who\" name=\"who\" type=\"text\" value=\"\(who)\""))
        #expect(try await log(world) == [])
    }

    @Test func `the same mark twice counts once`() async throws {
        let (world, browser) = try await door()
        let marks = [(id: "a", minutes: -2.0, mark: "present P1"), ("b", -1, "present P2")]

        let first = try await hand(marks, by: browser)
        let again = try await hand(marks, by: browser)

        #expect(first.results.map(\.result) == ["marked", "marked"])
        #expect(again.results.map(\.result) == ["unchanged", "unchanged"])
        #expect(again.results.map(\.id) == ["a", "b"])
        #expect((again.present, again.of) == (2, 2))
        #expect(try await log(world) == ["P1 present", "P2 present"])
    }

    @Test func `a mark that comes again after it was corrected changes nothing`() async throws {
        let (world, browser) = try await door()
        let late = [(id: "a", minutes: -5.0, mark: "present P1")]
        _ = try await hand(late, by: browser)
        _ = try await hand([("b", -3, "absent P1")], by: browser)

        let again = try await hand(late, by: browser)

        #expect(again.results.map(\.result) == ["overtaken"])
        #expect(try await log(world) == ["P1 present", "P1 absent"])
    }

    @Test func `the mark that was taken later counts, whichever comes in first`() async throws {
        let (world, browser) = try await door()
        _ = try await hand([("desk one", -3, "absent P1")].map { ("1", $0.1, $0.2) }, by: browser)

        let late = try await hand([("2", -10, "present P1")], by: browser)
        let later = try await hand([("3", -1, "present P1")], by: browser)

        #expect(late.results.map(\.result) == ["overtaken"])
        #expect(later.results.map(\.result) == ["marked"])
        #expect(try await log(world) == ["P1 absent", "P1 present"])
    }

    @Test func `one that is refused holds up none of the others`() async throws {
        let (world, browser) = try await door()

        let reply = try await hand(
            [("a", -3, "present nobody"), ("b", -2, "present P3"), ("c", -1, "present P2")],
            by: browser)

        #expect(reply.results.map(\.result) == ["refused", "refused", "marked"])
        #expect(try await log(world) == ["P2 present"])
    }

    @Test func `a browser whose clock is fast marks now`() async throws {
        let (world, browser) = try await door()
        _ = try await hand([("a", 600, "present P1")], by: browser)

        let reply = try await hand([("b", 0, "absent P1")], by: browser)

        #expect(reply.results.map(\.result) == ["marked"])
        #expect(try await log(world) == ["P1 present", "P1 absent"])
    }

    @Test func `a name that several have is asked about among those who are here`() async throws {
        let (world, browser) = try await door()
        var other = PersonDraft.ada
        other.person.name = PersonName(stored: "Anna", family: "Example", patronymic: "")
        other.person.addresses = []
        try await world.register(other)

        let answer = try await browser.submit(page, [("who", "Example"), ("mark", "present")])
        let reply = try await hand([("a", 0, "present Example")], by: browser)

        #expect(answer.text.contains("value=\"present P1\""))
        #expect(answer.text.contains("id=\"candidates\""))
        #expect(Set(reply.results[0].candidates.map(\.tick)) == ["present P1", "present P4"])
    }

    @Test func `marks of whoever is signed out wait: nobody answers as if they were taken`()
        async throws
    {
        let (world, browser) = try await door()
        _ = try await browser.submit("/office", to: "/office/sign-out", [])

        let answer = try await browser.submit(
            "/office/sign-in", to: page, [("queue", "a 0 present P1")], accept: "application/json")

        #expect(answer.status == .unauthorized)
        #expect(try await log(world) == [])
    }

    @Test func `a desk takes attendance, and does nothing else`() async throws {
        let (world, _) = try await door()
        try await world.account("porter", as: .desk, events: [.kyiv])
        _ = try await world.accounts.setPassword(World.password, of: "porter")
        let browser = try await OfficerBrowser.signedIn("porter", to: world)

        let mark = try await browser.submit(page, [("who", "P1"), ("mark", "present")])
        let act = try await browser.submit(
            page, to: "/office/events/kyiv-2011/acts",
            [("person", "P3"), ("to", "confirmed"), ("confirmed", "yes")])

        #expect(mark.status == .ok)
        #expect(act.status == .forbidden)
        #expect(try await log(world) == ["P1 present"])
        #expect(try await world.standing(of: .alan) == .nominated)
    }
}
