import Convene
import ConveneBootstrap
import ConveneReports
import HTTPTypes
import Hummingbird

extension House {
    /// Where the API stands.
    static let apiRoot = "/api/v1"

    /// Every route of the API, and the document that describes them.
    func addAPI(to router: Router<Visit>) {
        for route in APIRoute.all {
            let path = RouterPath(Self.apiRoot + route.pattern)
            router.on(path, method: route.method) { request, visit in
                try await answer(route, request, visit)
            }
        }
        router.add(middleware: MethodGuard())
    }

    private func answer(_ route: APIRoute, _ request: Request, _ visit: Visit) async throws
        -> Response
    {
        let bearer = try await bearer(for: route, request, visit)
        let call = try await call(route, request, visit, as: bearer?.actor ?? .system)
        let wantsCSV = route.hasCSV && request.wantsCSV
        if case .page = route.answer, let bearer {
            let name =
                "\(bearer.visitor.account.id.rawValue) \(wantsCSV ? "csv" : "json") \(request.uri)"
            return try await shelf.page(visit.key(name), of: office) {
                write(try await route.act(call), call, wantsCSV: wantsCSV).response
            }
        }
        guard route.method == .post, let bearer, let key = try request.onceKey else {
            return write(try await route.act(call), call, wantsCSV: wantsCSV).response
        }
        let desk = office.onceDesk(of: bearer.visitor.account.id)
        return try await once(key, desk, request, call) {
            write(try await route.act(call), call, wantsCSV: wantsCSV)
        }.response
    }

    /// Does what was asked under a key, unless that was done before: then the answer is given again.
    private func once(
        _ key: String, _ desk: OnceDesk, _ request: Request, _ call: APICall,
        _ act: () async throws -> WrittenReply
    ) async throws -> WrittenReply {
        let all = Array("\(request.method.rawValue) \(request.uri)\n".utf8) + call.bytes
        if let answer = try await desk.begin(key, all) { return WrittenReply(answer) }
        do {
            let reply = try await act()
            try await desk.finish(key, with: OnceAnswer(reply))
            return reply
        } catch  where !(error is CancellationError) {
            try await desk.strikeOut(key)
            throw error
        }
    }

    /// What a request says, once it has proved to be what the route takes.
    private func call(_ route: APIRoute, _ request: Request, _ visit: Visit, as actor: Actor)
        async throws -> APICall
    {
        let filters = try route.filters(in: request)
        let (body, bytes) = try await body(of: route, request)
        var page = APICall.Window()
        if case .page = route.answer {
            page.cursor = try filters["cursor"]?.last.map { try Cursor($0) }
            page.size = filters["limit"]?.last.flatMap { Int($0) } ?? (request.wantsCSV ? nil : 100)
        }
        return APICall(
            house: self, visit: visit, actor: actor, filters: filters, body: body, bytes: bytes,
            page: page, seen: try request.seen)
    }

    private func body(of route: APIRoute, _ request: Request) async throws -> (Members, [UInt8]) {
        if route.takesList { return (Members(record: [:]), try await list(in: request)) }
        guard let shape = route.body else { return (Members(record: [:]), []) }
        let bytes = Array(
            buffer: try await request.body.collect(upTo: settings.bodyLimit))
        let type = request.headers[.contentType]?.lowercased() ?? ""
        guard type.prefix(while: { $0 != ";" && $0 != " " }) == "application/json" else {
            throw APIRefusal.notJSON
        }
        let json = try JSON(bytes: bytes)
        let faults = shape.faults(in: json)
        guard faults.isEmpty else { throw APIRefusal.invalid(Array(faults.prefix(100))) }
        guard case .record(let record) = json else { return (Members(record: [:]), bytes) }
        return (Members(record: record), bytes)
    }
}

extension House {
    /// The bytes of a list; what it is, they tell themselves.
    fileprivate func list(in request: Request) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.lowercased() ?? ""
        guard APIRoute.listTypes.contains(String(type.prefix { $0 != ";" && $0 != " " })) else {
            throw APIRefusal.notList
        }
        return Array(buffer: try await request.body.collect(upTo: settings.listLimit))
    }
}

extension APIRoute {
    /// As what a list may come in.
    static let listTypes = [
        "text/csv", "text/tab-separated-values",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream",
    ]

    /// The path as the router writes it: `/events/:event`.
    var pattern: String {
        path.split(separator: "/").map { part in
            part.hasPrefix("{") ? "/:" + part.dropFirst().dropLast() : "/" + part
        }.joined()
    }

    /// The names of the parts of the path that are not fixed.
    var parts: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { String($0.dropFirst().dropLast()) }
    }

    var hasCSV: Bool {
        switch answer {
        case .page: true
        case .thing(_, let csv): csv
        case .made, .done, .nothing: false
        }
    }

    /// Those that the route has by what it answers.
    var allFilters: [Filter] {
        guard case .page = answer else { return filters }
        return filters + [
            .one("limit", .whole(1...1000), "How many at most; 100 unless said, and all in CSV."),
            .one("cursor", .name, "What “next” of the page before said."),
        ]
    }

    /// What the query says, checked.
    ///
    /// - Throws: `request.invalid` for what is not known, lest a misspelt filter show everything.
    fileprivate func filters(in request: Request) throws -> [String: [String]] {
        let query = try FormData(encoded: request.uri.query ?? "")
        let said = Dictionary(uniqueKeysWithValues: query.names.map { ($0, query.all($0)) })
        let known = Dictionary(allFilters.map { ($0.name, $0) }) { first, _ in first }
        var faults: [String] = []
        for (name, values) in said.sorted(by: { $0.key < $1.key }) where name != "lang" {
            guard let filter = known[name] else {
                faults.append("?\(name.prefix(60)) is not known here.")
                continue
            }
            if values.count > 1, !filter.isRepeatable { faults.append("?\(name) is given twice.") }
            for value in values {
                faults += filter.shape.faults(in: filter.shape.json(value), at: "?\(name)")
            }
        }
        guard faults.isEmpty else { throw APIRefusal.invalid(faults) }
        return said
    }
}

extension Shape {
    /// A text of the query as what it would be in JSON.
    fileprivate func json(_ text: String) -> JSON {
        switch self {
        case .whole: Int(text).map { .whole($0) } ?? .text(text)
        case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : .text(text)
        default: .text(text)
        }
    }
}

extension Request {
    /// The entity tag that the sender saw.
    ///
    /// - Throws: `request.invalid`.
    fileprivate var seen: String? {
        get throws {
            guard let tag = headers[.ifMatch] else { return nil }
            let faults = Shape.name.faults(in: .text(tag), at: "If-Match")
            guard faults.isEmpty else { throw APIRefusal.invalid(faults) }
            return tag
        }
    }

    /// Whether CSV is asked for, by a type that is named before JSON.
    var wantsCSV: Bool {
        let types = headers[values: .accept].flatMap { $0.split(separator: ",") }
            .map { $0.prefix { $0 != ";" }.filter { $0 != " " }.lowercased() }
        return types.first { ["text/csv", "application/json", "*/*"].contains($0) } == "text/csv"
    }
}
