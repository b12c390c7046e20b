import Convene

/// What a value of the API looks like, in a request or in an answer: the one description that
/// requests are checked by, answers are tested by, and openapi.json is made of.
indirect enum Shape: Sendable {
    case text(Text)
    case whole(ClosedRange<Int>)
    /// A number from 0 up, with decimals.
    case share
    case flag
    case list(Shape)
    case record([Member])
    /// A record whose keys are not known beforehand.
    case open([Member])
    case orNull(Shape)
    case either([Shape])
    /// A shape that stands in openapi.json under a name.
    case named(String, Shape)

    /// What a text may be.
    struct Text: Sendable {
        /// The texts that there are; any for none.
        var choices: [String] = []
        /// As JSON Schema names it: `date`, `date-time`.
        var format: String?
        var most: Int?
    }

    /// A key of a record.
    struct Member: Sendable {
        let key: String
        let shape: Shape
        let isNeeded: Bool
        var about: String?

        static func need(_ key: String, _ shape: Shape, _ about: String? = nil) -> Member {
            Member(key: key, shape: shape, isNeeded: true, about: about)
        }

        static func may(_ key: String, _ shape: Shape, _ about: String? = nil) -> Member {
            Member(key: key, shape: shape, isNeeded: false, about: about)
        }
    }
}

extension Shape {
    /// Any text.
    static let string = Shape.text(Text())
    /// What stands in an address: short enough for any server on the way.
    static let name = Shape.text(Text(most: 200))
    /// A text that a person writes, of bounded length.
    static let line = Shape.text(Text(most: 2000))
    static let prose = Shape.text(Text(most: 100_000))
    static let day = Shape.text(Text(format: "date"))
    static let instant = Shape.text(Text(format: "date-time"))
    static let count = Shape.whole(0...Int.max)

    static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type)
        -> Shape
    {
        .text(Text(choices: type.allCases.map(\.rawValue)))
    }

    /// A list as all lists of the API are.
    static func page(_ key: String, of item: Shape, and more: [Member] = []) -> Shape {
        .record(
            [.need(key, .list(item)), .need("count", .count, "How many stand on this page.")] + more
                + [
                    .need(
                        "next", .orNull(.string),
                        "The cursor of the page after this; null on the last.")
                ])
    }

    /// The records of an answer: every key is there.
    static func facts(_ members: KeyValuePairs<String, Shape>) -> Shape {
        .record(members.map { .need($0, $1) })
    }

    static func orNull(of shape: Shape) -> Shape { .orNull(shape) }
}
