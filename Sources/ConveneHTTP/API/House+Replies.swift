import Convene
import ConveneReports
import HTTPTypes
import Hummingbird

/// An answer of the API with its body at hand, so that it can be kept.
struct WrittenReply: Sendable {
    var status = HTTPResponse.Status.ok
    var headers: HTTPFields
    var text = ""

    var response: Response {
        Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func json(_ value: Value) -> WrittenReply {
        WrittenReply(
            headers: [.contentType: "application/json"], text: JSONText(value).text)
    }

    static func csv(_ thing: any Presentable) -> WrittenReply {
        WrittenReply(
            headers: [.contentType: "text/csv; charset=utf-8"], text: thing.render(as: .csv))
    }
}

extension House {
    /// Writes what a route has to say.
    func write(_ reply: APIReply, _ call: APICall, wantsCSV: Bool) -> WrittenReply {
        switch reply {
        case .list(let report, let key):
            let page = ListPage(of: report, by: key, after: call.page.cursor, size: call.page.size)
            var written = wantsCSV ? WrittenReply.csv(page.report) : .json(page.json)
            written.headers[.link] = page.next.map { call.link(to: $0) }
            return written
        case .thing(let thing): return wantsCSV ? .csv(thing) : tagged(thing)
        case .made(let thing, let place, let once):
            var written = tagged(thing)
            if !once.members.isEmpty { written.text = JSONText(thing.json.adding(once)).text }
            written.status = .created
            written.headers[.location] = Self.apiRoot + place
            return written
        case .done(let record): return .json(.record(record))
        case .nothing: return WrittenReply(status: .noContent, headers: [:])
        }
    }

    /// The entity tag of an answer (RFC 9110 §8.8.3).
    func tag(of text: String) -> String {
        "\"\(Chance.hex(Array(office.digest(Array(text.utf8)).prefix(12))))\""
    }

    private func tagged(_ thing: any Presentable) -> WrittenReply {
        var written = WrittenReply.json(thing.json)
        written.headers[.eTag] = tag(of: written.text)
        return written
    }
}

extension Value {
    /// A record with members more.
    fileprivate func adding(_ members: Value.Record) -> Value {
        guard case .record(var record) = self else { return self }
        for member in members.members { record.append(member.key, member.value) }
        return .record(record)
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
