import ConveneReports
import HTTPTypes

extension APIRoute {
    /// The table: every route that there is.
    static let all: [APIRoute] =
        programmes + events + sessions + registrations + invitations + attendance + people
        + organisations + messages + plans + outcomes + webhooks
        + accounts + merging + forgetting + suppressions + certificates + letters + imports
        + [document]

    private static let document = APIRoute(
        method: .get, path: "/openapi.json", name: "document.read",
        summary: "This description, by OpenAPI 3.1.", scopes: [], filters: [], body: nil,
        answer: .thing(.open([.need("openapi", .string)]))
    ) { _ in .thing(Document.shown) }

    /// The description as something that can be shown; it is always the same.
    private struct Document: Presentable {
        static let shown = Document(json: OpenAPIDocument(routes: APIRoute.all).json)

        let json: Value
        var sheet: Report { Report("document", columns: [], rows: [], empty: "") }
        var markdown: String { "" }
        func table(on screen: Screen) -> String { "" }
    }
}
