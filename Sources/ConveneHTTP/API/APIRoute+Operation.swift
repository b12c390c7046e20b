import Convene
import ConveneReports
import HTTPTypes

extension APIRoute {
    /// The route as an operation of OpenAPI.
    var operation: Value.Record {
        var operation: Value.Record = [
            "operationId": .text(name), "summary": .text(summary),
            "tags": .list([.text(String(name.prefix { $0 != "." }))]),
        ]
        if scopes.isEmpty {
            operation.append("security", .list([]))
        } else {
            let words = scopes.map(\.rawValue).joined(separator: " or ")
            operation.append("description", .text("For tokens with the scope \(words)."))
        }
        if !parameters.isEmpty { operation.append("parameters", .list(parameters)) }
        if let body {
            operation.append(
                "requestBody",
                [
                    "required": true,
                    "content": ["application/json": ["schema": .record(body.schema)]],
                ])
        }
        if takesList { operation.append("requestBody", Self.listBody) }
        operation.append("responses", .record(responses))
        return operation
    }

    private static let listBody: Value = [
        "required": true,
        "description": "The list as it is: what it is, its content says.",
        "content": .record(
            Value.Record(listTypes.map { .init($0, ["schema": ["type": "string"]]) })),
    ]

    private var parameters: [Value] {
        parts.map { name in
            Self.parameter(name, in: "path", .name, Self.partWords[name] ?? "")
        }
            + allFilters.map { filter in
                Self.parameter(
                    filter.name, in: "query",
                    filter.isRepeatable ? .list(filter.shape) : filter.shape, filter.about)
            } + headers
    }

    private var headers: [Value] {
        switch method {
        case .post:
            [
                Self.parameter(
                    "Idempotency-Key", in: "header", .text(.init(most: 200)),
                    "Done once under this key, however often it is sent within a day.")
            ]
        case .patch:
            [
                Self.parameter(
                    "If-Match", in: "header", .name,
                    "The ETag of what is to be changed; refused with 412 when it has changed.")
            ]
        default: []
        }
    }

    private static func parameter(
        _ name: String, in place: String, _ shape: Shape, _ about: String
    ) -> Value {
        [
            "name": .text(name), "in": .text(place), "required": .flag(place == "path"),
            "description": .text(about), "schema": .record(shape.schema),
        ]
    }

    private var responses: Value.Record {
        var responses: Value.Record = [:]
        switch answer {
        case .page(let shape):
            responses.append("200", success("A page of the list.", shape, headers: ["Link"]))
        case .thing(let shape, _):
            responses.append("200", success("As it is now.", shape, headers: ["ETag"]))
        case .made(let shape):
            responses.append(
                "201", success("It was added.", shape, headers: ["Location", "ETag"]))
        case .done(let shape):
            responses.append("200", success("What came of it.", shape, headers: []))
        case .nothing: responses.append("204", ["description": "It is done."])
        }
        let refusal: Value = ["$ref": "#/components/responses/Problem"]
        for status in statuses { responses.append(String(status), refusal) }
        return responses
    }

    /// How it may come to nothing.
    private var statuses: [Int] {
        guard !scopes.isEmpty else { return [503] }
        var statuses: Set = [400, 401, 403, 404, 409, 422, 429, 503]
        if body != nil || takesList { statuses.formUnion([413, 415]) }
        if method == .patch { statuses.insert(412) }
        return statuses.sorted()
    }

    private func success(_ words: String, _ shape: Shape, headers: [String]) -> Value {
        var content: Value.Record = ["application/json": ["schema": .record(shape.schema)]]
        if hasCSV { content.append("text/csv", ["schema": ["type": "string"]]) }
        var response: Value.Record = ["description": .text(words)]
        if !headers.isEmpty {
            response.append(
                "headers",
                .record(Value.Record(headers.map { .init($0, ["schema": ["type": "string"]]) })))
        }
        response.append("content", .record(content))
        return .record(response)
    }

    private static let partWords = [
        "programme": "The programme's code.", "event": "The event's code.",
        "session": "The session's number within the event.",
        "question": "The question's number within the event.",
        "person": "A number such as P12, an e-mail address, or a name that only one person has.",
        "organisation": "A number such as O3, or one of its names.",
        "message": "The mail's number, such as M12.",
        "activity": "The activity, as 2023-9, or with the programme before it: tm/2023-9.",
        "outcome": "The outcome's number within the event.",
        "account": "The account's name.", "token": "The token's number.",
        "email": "The address.", "number": "The certificate's number, as K7Q2-M9XA-3RTP-W8NC.",
        "import": "The number of the list in the book of lists.",
        "webhook": "The webhook's number.",
        "delivery": "The delivery's number.",
    ]
}
