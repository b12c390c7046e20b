import Convene
import ConveneReports

extension OpenAPIDocument {
    /// What the service sends by itself, in the member that OpenAPI 3.1 has for it.
    static var webhooks: Value.Record {
        let told = Change.all.map { ($0.name, $0.about) } + [(Change.test, "A try.")]
        return Value.Record(
            told.map { name, about in
                Value.Member(name, ["post": .record(operation(name, about))])
            })
    }

    private static func operation(_ name: String, _ about: String) -> Value.Record {
        [
            "operationId": .text("told.\(name)"), "summary": .text(about),
            "tags": .list([.text("told")]),
            "parameters": .list(
                headers.map { name, about in
                    [
                        "name": .text(name), "in": "header", "required": true,
                        "description": .text(about), "schema": ["type": "string"],
                    ]
                }),
            "requestBody": [
                "required": true,
                "content": ["application/json": ["schema": .record(Shape.changeTold.schema)]],
            ],
            "responses": [
                "2XX": ["description": "It was taken."],
                "410": ["description": "Nothing more is to come: the webhook is turned off."],
            ],
        ]
    }

    private static let headers = [
        ("webhook-id", "The same on each attempt: what came before under it is a repeat."),
        ("webhook-timestamp", "When this attempt was made, in seconds since 1970."),
        (
            "webhook-signature",
            "“v1,” and base 64 of HMAC-SHA256 over id.timestamp.body, under the secret's bytes."
        ),
    ]
}
