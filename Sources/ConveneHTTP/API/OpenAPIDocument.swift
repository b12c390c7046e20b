import Convene
import ConveneReports
import HTTPTypes

/// The description of the API by OpenAPI 3.1, made of the table of its routes.
struct OpenAPIDocument: Sendable {
    let routes: [APIRoute]

    var json: Value {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Convene", "version": "1",
                "description": .text(Self.description),
            ],
            "servers": .list([.record(["url": .text(House.apiRoot)])]),
            "security": .list([.record(["bearer": .list([])])]),
            "paths": .record(paths),
            "webhooks": .record(Self.webhooks),
            "components": [
                "securitySchemes": [
                    "bearer": ["type": "http", "scheme": "bearer"]
                ],
                "schemas": .record(schemas),
                "responses": ["Problem": .record(Self.problem)],
            ],
        ]
    }

    private var paths: Value.Record {
        var order: [String] = []
        for route in routes where !order.contains(route.path) { order.append(route.path) }
        return Value.Record(
            order.map { path in
                let operations = routes.filter { $0.path == path }.map { route in
                    Value.Member(route.method.rawValue.lowercased(), .record(route.operation))
                }
                return Value.Member(path, .record(Value.Record(operations)))
            })
    }

    private var schemas: Value.Record {
        let named =
            routes.flatMap { ($0.body?.names ?? []) + ($0.answer.shape?.names ?? []) }
            + Shape.problem.names + Shape.changeTold.names
        var seen: Set<String> = []
        let members = named.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
            .map { Value.Member($0.name, .record($0.shape.schema)) }
        return Value.Record(members)
    }

    private static let problem: Value.Record = [
        "description": "It came to nothing: why, by RFC 9457, with a stable code.",
        "content": [
            "application/problem+json": ["schema": .record(Shape.problem.schema)]
        ],
    ]

    private static let description = """
        Everything that the terminal can do, in its words. A list is an object with one array, its \
        count, and the cursor of the next page; in CSV (Accept: text/csv) it is a table. A POST with \
        an Idempotency-Key is done once, however often it is sent within a day. What was read has an \
        ETag: a PATCH with If-Match changes just that, or is refused with 412.
        """
}

extension Shape {
    /// What every refusal looks like.
    static let problem = Shape.named(
        "Problem",
        .record([
            .need("type", .string), .need("title", .string), .need("status", .whole(400...599)),
            .need("detail", .string, "What is wrong and what would be right, for a person."),
            .may("code", .string, "The stable name of the refusal."),
            .may("details", .list(.string), "What the sentence speaks of, a line each."),
            .need("request", .string, "The number of the request in the log."),
        ]))
}

extension APIRoute.Answer {
    var shape: Shape? {
        switch self {
        case .page(let shape), .thing(let shape, _), .made(let shape), .done(let shape): shape
        case .nothing: nil
        }
    }
}
