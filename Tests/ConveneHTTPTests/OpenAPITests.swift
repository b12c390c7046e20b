import ConveneTestSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import ConveneHTTP

@Suite struct OpenAPITests {
    @Test func `every route of the router stands in the document, and the other way round`()
        async throws
    {
        let exchange = try await Exchange(World())
        let router = exchange.house.router()

        let routed = router.routes.filter { $0.path.description.hasPrefix("/api/v1/") }
            .filter { $0.method != .head }
            .map { "\($0.method.rawValue) \(Self.template($0.path.description))" }
        let document = try await document()
        guard case .record(let paths) = document["paths"] else {
            Issue.record("no paths")
            return
        }
        let documented = paths.flatMap { path, item -> [String] in
            guard case .record(let operations) = item else { return [] }
            return operations.keys.map { "\($0.uppercased()) /api/v1\(path)" }
        }

        #expect(Set(routed) == Set(documented))
        #expect(routed.count == documented.count)
    }

    @Test func `what is named in the document is there, once`() async throws {
        let exchange = try await APIExchange(World())

        let text = try await exchange.get("/openapi.json").text
        let named = Set(text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.1) })
        let document = try await document()

        guard case .record(let components) = document["components"],
            case .record(let schemas) = components["schemas"]
        else {
            Issue.record("no schemas")
            return
        }
        #expect(named.isSubset(of: schemas.keys))
        #expect(Set(APIRoute.all.map(\.name)).count == APIRoute.all.count)
    }

    private func document() async throws -> [String: JSON] {
        let exchange = try await APIExchange(World())
        let answer = try await exchange.get("/openapi.json")
        guard case .record(let document) = try JSON(bytes: Array(buffer: answer.body)) else {
            return [:]
        }
        return document
    }

    /// A path of the router as OpenAPI writes it.
    private static func template(_ path: String) -> String {
        path.split(separator: "/").map { part in
            part.hasPrefix(":") ? "/{\(part.dropFirst())}" : "/\(part)"
        }.joined()
    }
}
