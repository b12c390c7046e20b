import Convene
import ConveneTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import ConveneHTTP

/// A program before the API of a world.
struct APIExchange {
    let world: World
    let exchange: Exchange
    let token: String

    /// - Parameters:
    ///   - role: what the account of the token may do.
    ///   - scopes: what the token is for.
    init(
        _ world: World, as role: Account.Role = .admin,
        scopes: Set<AccessToken.Scope> = [.read, .write], settings: [String: String] = [:]
    ) async throws {
        self.world = world
        let desk = world.office.accountDesk(world.officer)
        _ = try await desk.add("program", as: role)
        token = try await desk.issue("tests", for: "program", scopes: scopes, until: nil).secret
        exchange = try await Exchange(world, settings: settings)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var fields: HTTPFields = [.authorization: "Bearer \(token)"]
        if body != nil { fields[.contentType] = "application/json" }
        for field in headers { fields[field.name] = field.value }
        return try await exchange.send(method, "/api/v1" + path, fields, body: body)
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers: headers)
    }

    /// Several exchanges as text, one after another, each answer held against what its route says
    /// that it answers; what differs each time is written as a word.
    func follow(_ steps: [Step]) async throws -> String {
        var whole = ""
        for step in steps {
            let answer = try await send(step.method, step.path, step.body)
            try check(answer, to: step)
            let number = answer.headers[.init("X-Request-Id") ?? .accept] ?? "-"
            whole += "\(step.method.rawValue) \(step.path)\n" + (step.body.map { $0 + "\n" } ?? "")
            whole += "\n" + answer.brief.replacing(number, with: "…") + "\n"
        }
        return whole
    }

    struct Step {
        let method: HTTPRequest.Method
        let path: String
        var body: String?

        static func get(_ path: String) -> Step { Step(method: .get, path: path) }
        static func delete(_ path: String) -> Step { Step(method: .delete, path: path) }
        static func post(_ path: String, _ body: String = "{}") -> Step {
            Step(method: .post, path: path, body: body)
        }
        static func patch(_ path: String, _ body: String) -> Step {
            Step(method: .patch, path: path, body: body)
        }
    }

    private func check(_ answer: TestResponse, to step: Step) throws {
        guard answer.status != .noContent else { return }
        let path = step.path.prefix { $0 != "?" }.split(separator: "/")
        let route = APIRoute.all.filter { $0.method == step.method }.filter { route in
            let own = route.path.split(separator: "/")
            return own.count == path.count
                && zip(own, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.min { $0.parts.count < $1.parts.count }
        let shape = answer.status.code < 400 ? route?.answer.shape : .problem
        let json = try JSON(bytes: Array(buffer: answer.body))
        let faults = shape?.faults(in: json) ?? ["no route"]
        #expect(faults == [], "\(step.method.rawValue) \(step.path)")
    }
}

extension TestResponse {
    /// The answer with the headers that tell something.
    fileprivate var brief: String {
        let shown: Set = ["content-type", "etag", "location", "link", "allow", "www-authenticate"]
        let fields = headers.filter { shown.contains($0.name.canonicalName) }
            .map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        return "\(status.code)\n" + fields.joined(separator: "\n") + "\n\n" + text
    }
}
