import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Convene
@testable import ConveneHTTP

/// Lists as programs hand them in.
@Suite struct APIImportTests {
    private static let list = """
        Given name,Family name,Gender,Country,E-mail
        Ada,Example,female,KZ,ada@example.org
        Alan,Specimen,male,UA,alan@example.org

        """
    private static let faulty = """
        Given name,Family name,Gender,Country,E-mail
        Ada,Example,female,Atlantis,ada@example.org
        Alan,Specimen,male,UA,alan at example.org

        """

    @Test func `a list is looked at, taken in, listed and taken back`() async throws {
        let (world, api) = try await Self.world()
        let place = "/events/kyiv-2011/nominations/import"

        let preview = try await api.hand(in: Self.list, to: place + "?dry_run=true")
        let done = try await api.hand(in: Self.list, to: place + "?file=list.csv&role=speaker")
        let again = try await api.hand(in: Self.list, to: place + "?file=list.csv&role=speaker")
        let text = try await api.follow([
            .get("/imports"), .get("/imports/1"), .post("/imports/1/undo", #"{"dry_run": true}"#),
            .post("/imports/1/undo", #"{"reason": "the wrong list"}"#), .post("/imports/1/undo"),
        ])

        let reports = [preview, done, again].map(\.text).joined(separator: "\n")
        try expectGolden(reports + "\n" + text, "api/imports.txt")
        #expect(try await world.registrations.list(.kyiv).isEmpty)
    }

    @Test func `faults are told row by row, and nothing comes in`() async throws {
        let (world, api) = try await Self.world()

        let preview = try await api.hand(in: Self.faulty, to: "/people/import?dry_run=true")
        let refused = try await api.hand(in: Self.faulty, to: "/people/import")

        #expect(preview.status == .ok)
        #expect(preview.text.contains(#""line": 2, "column": "Country", "value": "Atlantis""#))
        #expect(preview.text.contains(#""line": 3"#))
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("list.faults") && refused.text.contains("Atlantis"))
        #expect(try await world.people.list(country: nil).isEmpty)
    }

    @Test func `a list is sent once under a key, whatever the query says besides`() async throws {
        let (world, api) = try await Self.world()
        let place = "/events/kyiv-2011/registrations/import"
        let key: HTTPFields = [.idempotencyKey: "monday"]

        let first = try await api.hand(in: Self.list, to: place, headers: key)
        let again = try await api.hand(in: Self.list, to: place, headers: key)
        let other = try await api.hand(in: Self.list, to: place + "?role=speaker", headers: key)

        #expect([first.status, again.status, other.status] == [.ok, .ok, .conflict])
        #expect(first.text == again.text)
        #expect(try await world.registrations.list(.kyiv).count == 2)
    }

    @Test(arguments: [
        ("/people/import", "application/json", 415), ("/people/import?map=x", "text/csv", 422),
        ("/people/import?encoding=cuneiform", "text/csv", 422),
        ("/events/nowhere/nominations/import", "text/csv", 404),
    ])
    func `what can't be taken in is refused`(path: String, type: String, status: Int) async throws {
        let (_, api) = try await Self.world()

        let answer = try await api.hand(in: Self.list, to: path, headers: [.contentType: type])

        #expect(answer.status.code == status, "\(answer.text)")
    }

    @Test func `whoever may not nominate hands in nothing`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world, as: .viewer)
        let place = "/events/kyiv-2011/nominations/import"

        let preview = try await api.hand(in: Self.list, to: place + "?dry_run=true")
        let real = try await api.hand(in: Self.list, to: place)

        #expect([preview.status, real.status] == [.forbidden, .forbidden])
    }

    private static func world() async throws -> (World, APIExchange) {
        let world = try await World()
        try await world.event()
        return (world, try await APIExchange(world))
    }
}

extension APIExchange {
    /// Hands a list in as CSV.
    fileprivate func hand(in list: String, to path: String, headers: HTTPFields = [:]) async throws
        -> TestResponse
    {
        var fields: HTTPFields = [.contentType: "text/csv"]
        for field in headers { fields[field.name] = field.value }
        return try await send(.post, path, list, headers: fields)
    }
}
