import ConveneReports

extension Shape {
    /// The shape as JSON Schema (draft 2020-12); what has a name is named.
    var schema: Value.Record {
        switch self {
        case .text(let text): text.schema
        case .whole(let range): Self.number("integer", range)
        case .share: ["type": "number", "minimum": 0]
        case .flag: ["type": "boolean"]
        case .list(let shape): ["type": "array", "items": .record(shape.schema)]
        case .record(let members): Self.object(members, isOpen: false)
        case .open(let members): Self.object(members, isOpen: true)
        case .orNull(let shape):
            ["anyOf": .list([.record(shape.schema), .record(["type": "null"])])]
        case .either(let shapes): ["anyOf": .list(shapes.map { .record($0.schema) })]
        case .named(let name, _): ["$ref": .text("#/components/schemas/\(name)")]
        }
    }

    /// The shapes with names within this one, each with what it is.
    var names: [(name: String, shape: Shape)] {
        switch self {
        case .text, .whole, .share, .flag: []
        case .list(let shape), .orNull(let shape): shape.names
        case .record(let members), .open(let members): members.flatMap(\.shape.names)
        case .either(let shapes): shapes.flatMap(\.names)
        case .named(let name, let shape): [(name, shape)] + shape.names
        }
    }

    private static func number(_ type: String, _ range: ClosedRange<Int>) -> Value.Record {
        var schema: Value.Record = ["type": .text(type), "minimum": .number(range.lowerBound)]
        if range.upperBound != .max { schema.append("maximum", .number(range.upperBound)) }
        return schema
    }

    private static func object(_ members: [Member], isOpen: Bool) -> Value.Record {
        var schema: Value.Record = ["type": "object"]
        let needed = members.filter(\.isNeeded).map { Value.text($0.key) }
        if !needed.isEmpty { schema.append("required", .list(needed)) }
        schema.append(
            "properties",
            .record(Value.Record(members.map { .init($0.key, .record($0.schema)) })))
        if !isOpen { schema.append("additionalProperties", false) }
        return schema
    }
}

extension Shape.Member {
    fileprivate var schema: Value.Record {
        var schema = shape.schema
        if let about { schema.append("description", .text(about)) }
        return schema
    }
}

extension Shape.Text {
    fileprivate var schema: Value.Record {
        var schema: Value.Record = ["type": "string"]
        if !choices.isEmpty { schema.append("enum", .list(choices.map { .text($0) })) }
        if let format { schema.append("format", .text(format)) }
        if let most { schema.append("maxLength", .number(most)) }
        return schema
    }
}
