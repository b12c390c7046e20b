import Convene
import ConveneTestSupport
import HTTPTypes
import HummingbirdTesting

/// An officer's browser before a house: it keeps its cookies, and sends forms as their pages have
/// them.
actor OfficerBrowser {
    nonisolated let exchange: Exchange
    private var cookies: [String: String] = [:]

    init(_ exchange: Exchange) { self.exchange = exchange }

    /// A browser that has signed in under a name of the world's.
    static func signedIn(_ name: String, to world: World) async throws -> OfficerBrowser {
        let browser = OfficerBrowser(try await Exchange(world))
        _ = try await browser.signIn(name)
        return browser
    }

    func signIn(_ name: String, password: String = World.password, next: String = "") async throws
        -> TestResponse
    {
        try await submit(
            "/office/sign-in", [("name", name), ("password", password), ("next", next)])
    }

    func get(_ path: String, language: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.cookie: cookie]
        if let language { headers[.acceptLanguage] = language }
        return keep(try await exchange.send(.get, path, headers))
    }

    /// Opens a page and sends a form of it.
    ///
    /// - Parameter sealed: whether with the seal that the page has in its form.
    func submit(
        _ page: String, to action: String? = nil, _ fields: [(String, String)], sealed: Bool = true,
        accept: String? = nil
    ) async throws -> TestResponse {
        let form = try await get(page)
        let seal = form.text.firstMatch(of: /name="seal" value="([0-9a-f]*)"/).map {
            String($0.output.1)
        }
        var headers: HTTPFields = [
            .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
        ]
        if let accept { headers[.accept] = accept }
        return keep(
            try await exchange.send(
                .post, action ?? page, headers,
                body: Exchange.encoded(fields + (sealed ? [("seal", seal ?? "")] : []))))
    }

    /// Sends a body as it is.
    func send(_ path: String, _ body: String, type: String) async throws -> TestResponse {
        keep(
            try await exchange.send(
                .post, path, [.cookie: cookie, .contentType: type], body: body))
    }

    /// The same, and the page that it leads to.
    func follow(_ answer: TestResponse) async throws -> TestResponse {
        try await get(answer.headers[.location] ?? "")
    }

    func has(cookie name: String) -> Bool { cookies[name] != nil }

    private var cookie: String {
        cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    }

    private func keep(_ answer: TestResponse) -> TestResponse {
        for text in answer.headers[values: .setCookie] {
            let parts = text.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(parts[0])] =
                text.contains("Max-Age=0") ? nil : parts.count > 1 ? String(parts[1]) : ""
        }
        return answer
    }
}
