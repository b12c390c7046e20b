import Convene
import ConveneBootstrap
import ConveneHTTP
import ConveneLetters
import ConveneTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging

/// A house over a world's register, and a browser before it that keeps its cookie.
struct Exchange {
    let house: House

    init(_ world: World, settings: [String: String] = [:]) async throws {
        let all = try await Settings(
            environment: [
                // So many tests at once make a small machine slow; that is not what they are about.
                "CONVENE_HTTP_TIMEOUT": "600", "CONVENE_HTTP_FORMS_PER_MINUTE": "0",
            ].merging(settings) { $1 })
        house = House(
            office: world.office, settings: all.http, publicURL: "http://127.0.0.1:8080",
            pages: try PageCabinet(), announcer: try Announcer(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Sends one request to the router.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
        body: String? = nil
    ) async throws -> TestResponse {
        try await Application(responder: house.responder()).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: headers,
                body: body.map { ByteBuffer(string: $0) })
        }
    }

    /// The statuses of several requests to the same router, one after another.
    func several(_ methods: [HTTPRequest.Method], _ path: String) async throws -> [Int] {
        try await Application(responder: house.responder()).test(.router) { client in
            var statuses: [Int] = []
            for method in methods {
                statuses.append(
                    try await client.execute(uri: path, method: method).status.code)
            }
            return statuses
        }
    }

    func get(_ path: String, language: String? = nil) async throws -> TestResponse {
        try await send(.get, path, language.map { [.acceptLanguage: $0] } ?? [:])
    }

    /// Opens the page of a form and sends it filled in, as a browser does.
    func submit(_ path: String, to action: String? = nil, _ fields: [(String, String)]) async throws
        -> TestResponse
    {
        let page = try await get(path)
        let cookie = page.headers[.setCookie]?.prefix { $0 != ";" } ?? ""
        let seal = cookie.split(separator: "=").last.map(String.init) ?? ""
        return try await send(
            .post, action ?? path,
            [
                .contentType: "application/x-www-form-urlencoded", .cookie: String(cookie),
            ], body: Self.encoded(fields + [("seal", seal)]))
    }

    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            let allowed = CharacterSet.alphanumerics
            return [name, value].map {
                $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
            }.joined(separator: "=")
        }.joined(separator: "&")
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The whole answer as text: status, headers in the order of their names, body. What differs
    /// each time is written as a word.
    var transcript: String {
        let hidden: Set = ["x-request-id", "set-cookie", "date"]
        let fields = headers.map { field in
            let name = field.name.canonicalName
            return "\(name): \(hidden.contains(name) ? "…" : field.value)"
        }.sorted()
        let text = text.replacing(
            /name="seal" value="[0-9a-f]*"/, with: "name=\"seal\" value=\"…\"")
        return "\(status.code)\n" + fields.joined(separator: "\n") + "\n\n" + text
    }
}
