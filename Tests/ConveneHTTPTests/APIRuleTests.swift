import ConveneTestSupport
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Convene
@testable import ConveneHTTP

/// What holds for every route of the API.
@Suite struct APIRuleTests {
    private static let seminar = #"{"code": "baku", "title": "Shops", "kind": "seminar"}"#

    @Test(arguments: [nil, "Bearer", "Bearer nobody-has-this", "Basic YTpi"])
    func `whoever has no token is turned away and told how to say who they are`(said: String?)
        async throws
    {
        let exchange = try await Exchange(World())
        let headers: HTTPFields = said.map { [.authorization: $0] } ?? [:]

        let answer = try await exchange.send(.get, "/api/v1/events", headers)

        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test func `a token opens no more than it is for`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world, scopes: [.attendance])

        #expect(try await api.get("/events/kyiv-2011/sessions").status == .ok)
        let answer = try await api.get("/events")
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("token.scope"))
    }

    @Test func `a token opens no more than its account may do`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world, as: .viewer)

        let answer = try await api.post("/events", Self.seminar)
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("access.denied"))
        #expect(try await api.get("/statistics").status == .ok)
        #expect(try await api.get("/audit").status == .forbidden)
    }

    @Test func `whoever comes too often is told when to come again`() async throws {
        let api = try await APIExchange(World(), settings: ["CONVENE_HTTP_CALLS_PER_MINUTE": "1"])

        let application = Application(responder: api.exchange.house.responder())
        let statuses = try await application.test(.router) { client in
            var statuses: [Int] = []
            // Enough for a machine that needs half a minute for a few.
            for _ in 1...30 {
                let answer = try await client.execute(
                    uri: "/api/v1/events", method: .get,
                    headers: [.authorization: "Bearer \(api.token)"])
                statuses.append(answer.status.code)
            }
            return statuses
        }

        #expect(statuses.first == 200)
        #expect(Set(statuses) == [200, 429])
    }

    @Test func `what is not JSON, not known or of another method is refused by name`() async throws
    {
        let api = try await APIExchange(World())
        let cases: [(HTTPRequest.Method, String, String?, Int, String)] = [
            (.post, "/events", "{", 400, "request.unreadable"),
            (.post, "/events", "[]", 422, "request.invalid"),
            (.get, "/events?colour=red", nil, 422, "request.invalid"),
            (.get, "/events?cursor=zzz", nil, 422, "request.invalid"),
            (.get, "/events?limit=0", nil, 422, "request.invalid"),
            (.delete, "/events", nil, 405, "request.method"),
        ]
        for (method, path, body, status, code) in cases {
            let answer = try await api.send(method, path, body)
            #expect(answer.status.code == status, "\(path)")
            #expect(answer.text.contains("\"\(code)\""), "\(path)")
        }
        let plain = try await api.send(
            .post, "/events", "{}", headers: [.contentType: "text/plain"])
        #expect(plain.status == .unsupportedMediaType)
    }

    @Test func `pages follow one another whatever is added meanwhile`() async throws {
        let world = try await World()
        for number in 1...5 { try await world.person(.guest(number)) }
        let api = try await APIExchange(world)
        let first = try await api.page("/people?limit=2")

        try await world.person(.ada)
        let second = try await api.page("/people?limit=2&cursor=\(first.next ?? "")")
        let third = try await api.page("/people?limit=2&cursor=\(second.next ?? "")")

        #expect(first.people + second.people + third.people == ["P1", "P2", "P3", "P4", "P5"])
        #expect(third.next == nil)
    }

    @Test func `a change is refused where what it was to change has changed`() async throws {
        let world = try await World()
        try await world.event()
        let api = try await APIExchange(world)
        let tag = try await api.get("/events/kyiv-2011").headers[.eTag] ?? ""

        let first = try await api.send(
            .patch, "/events/kyiv-2011", #"{"city": "Lviv"}"#, headers: [.ifMatch: tag])
        let second = try await api.send(
            .patch, "/events/kyiv-2011", #"{"city": "Odesa"}"#, headers: [.ifMatch: tag])
        let third = try await api.send(
            .patch, "/events/kyiv-2011", #"{"city": "Odesa"}"#,
            headers: [.ifMatch: first.headers[.eTag] ?? ""])

        #expect([first.status, second.status, third.status] == [.ok, .preconditionFailed, .ok])
    }

    @Test func `what is sent twice under a key is done once`() async throws {
        let world = try await World()
        let api = try await APIExchange(world)
        let key: HTTPFields = [.idempotencyKey: "monday-1"]

        let first = try await api.send(.post, "/events", Self.seminar, headers: key)
        let again = try await api.send(.post, "/events", Self.seminar, headers: key)
        let other = try await api.send(
            .post, "/events", #"{"code": "x", "title": "Y", "kind": "visit"}"#, headers: key)
        let unkeyed = try await api.post("/events", Self.seminar)

        #expect([first.status, again.status] == [.created, .created])
        #expect(first.text == again.text)
        #expect(again.headers[.location] == "/api/v1/events/baku")
        #expect([other.status, unkeyed.status] == [.conflict, .conflict])
        #expect(other.text.contains("once.other"))
    }

    @Test func `what came to nothing may be tried again under its key, and a key ends after a day`()
        async throws
    {
        let world = try await World()
        let api = try await APIExchange(world)
        let key: HTTPFields = [.idempotencyKey: "monday-1"]
        let open = "/events/baku/open"

        #expect(try await api.send(.post, open, "{}", headers: key).status == .notFound)
        _ = try await api.post("/events", Self.seminar)
        #expect(try await api.send(.post, open, "{}", headers: key).status == .ok)
        world.clock.move(hours: 25)
        #expect(
            try await api.send(.post, open, #"{"mail": false}"#, headers: key).status != .conflict)
    }

    @Test func `lists and figures are tables where CSV is asked for`() async throws {
        let world = try await World()
        try await world.event()
        try await world.register(.ada)
        let api = try await APIExchange(world)
        let csv: HTTPFields = [.accept: "text/csv"]

        let people = try await api.get("/people", headers: csv)
        let figures = try await api.get("/statistics?by=country", headers: csv)

        #expect(people.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(people.text.hasPrefix("\u{FEFF}person,given_name,family_name"))
        #expect(figures.text.contains("\r\nKZ,"))
    }
}

extension APIExchange {
    fileprivate func post(_ path: String, _ body: String) async throws -> TestResponse {
        try await send(.post, path, body)
    }

    /// The numbers of the people on a page, and its cursor.
    fileprivate func page(_ path: String) async throws -> (people: [String], next: String?) {
        let answer = try await get(path)
        guard case .record(let record) = try JSON(bytes: Array(buffer: answer.body)) else {
            return ([], nil)
        }
        let members = Members(record: record)
        let people = (members.list("people") ?? []).compactMap { value -> String? in
            guard case .record(let record) = value else { return nil }
            return Members(record: record).text("person")
        }
        return (people, members.text("next"))
    }
}
