/// What stands in a cell or behind a key.
package indirect enum Value: Sendable, Equatable {
    /// Not known, or not applicable: an empty cell, `null`.
    case nothing
    case text(String)
    case number(Int)
    /// A share: 0.525 for programs, 52.5 % for people; nothing when its divisor is 0.
    case ratio(Double?)
    case flag(Bool)
    case list([Value])
    case record(Record)
    /// What people read, spreadsheets included, and what JSON holds: a term, a country.
    case named(String, Value)

    /// Keys with values, in the order given.
    package struct Record: Sendable, Equatable, ExpressibleByDictionaryLiteral {
        package var members: [Member]

        package init(_ members: [Member] = []) { self.members = members }

        package init(dictionaryLiteral elements: (String, Value)...) {
            members = elements.map { Member($0.0, $0.1) }
        }

        package mutating func append(_ key: String, _ value: Value) {
            members.append(Member(key, value))
        }
    }

    package struct Member: Sendable, Equatable {
        package var key: String
        package var value: Value

        package init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }
}

extension Value {
    /// The text, or nothing where there is none.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }

    /// The number, or nothing where there is none.
    package init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .nothing }
    package init(_ number: Int?) { self = number.map { .number($0) } ?? .nothing }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .number(number) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
