import Convene
import ConveneReports
import HTTPTypes
import Hummingbird

extension House {
    /// Writes what a route has to say as an answer of HTTP.
    func write(_ reply: APIReply, _ call: APICall, wantsCSV: Bool) throws -> Response {
        switch reply {
        case .list(let report, let key):
            let page = ListPage(of: report, by: key, after: call.page.cursor, size: call.page.size)
            var response =
                wantsCSV
                ? .csv(page.report) : .json(page.json)
            response.headers[.link] = page.next.map { call.link(to: $0) }
            return response
        case .thing(let thing): return tagged(thing, wantsCSV: wantsCSV, call)
        case .made(let thing, let place):
            var response = tagged(thing, wantsCSV: false, call)
            response.status = .created
            response.headers[.location] = Self.apiRoot + place
            return response
        case .done(let record): return .json(.record(record))
        case .nothing: return Response(status: .noContent)
        }
    }

    /// The entity tag of an answer (RFC 9110 §8.8.3).
    func tag(of text: String) -> String {
        "\"\(Chance.hex(Array(office.digest(Array(text.utf8)).prefix(12))))\""
    }

    private func tagged(_ thing: any Presentable, wantsCSV: Bool, _ call: APICall) -> Response {
        guard !wantsCSV else { return .csv(thing) }
        let text = JSONText(thing.json).text
        var response = Response.json(text: text)
        response.headers[.eTag] = tag(of: text)
        return response
    }
}

extension Response {
    static func json(_ value: Value) -> Response { json(text: JSONText(value).text) }

    static func json(text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    fileprivate static func csv(_ thing: any Presentable) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: thing.render(as: .csv))))
    }
}

extension APICall {
    /// The link to the page that follows (RFC 8288).
    fileprivate func link(to next: Cursor) -> String {
        let kept = filters.filter { $0.key != "cursor" }.sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { (name, $0) } }
        let query = (kept + [("cursor", next.text)])
            .map { "\($0)=\(PercentText.encoded($1))" }.joined(separator: "&")
        return "<?\(query)>; rel=\"next\""
    }
}
