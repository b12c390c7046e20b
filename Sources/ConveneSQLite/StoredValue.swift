import Convene
import GRDB

import struct FoundationEssentials.Data
import struct FoundationEssentials.Date

// How values stand in columns: instants as milliseconds since 1970, days and times of day as text,
// codes as they are. They were checked when they were written, so reading takes them as they stand.

extension Date {
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension [Language] {
    /// The codes, separated by blanks.
    var stored: String { map(\.code).joined(separator: " ") }

    init(stored: String) { self = stored.split(separator: " ").compactMap { Language(String($0)) } }
}

extension Row {
    func id<Subject>(at index: Int) -> Identifier<Subject> { Identifier(self[index] as Int64) }

    func idIfSet<Subject>(at index: Int) -> Identifier<Subject>? {
        (self[index] as Int64?).map { Identifier($0) }
    }

    func instant(at index: Int) -> Date { Date(milliseconds: self[index]) }

    func instantIfSet(at index: Int) -> Date? {
        (self[index] as Int64?).map { Date(milliseconds: $0) }
    }

    func countryIfSet(at index: Int) throws -> Country? {
        guard let code: String = self[index] else { return nil }
        return try known(Country(code: code), at: index)
    }

    func bytes(at index: Int) -> [UInt8] { [UInt8](self[index] as Data) }

    func bytesIfSet(at index: Int) -> [UInt8]? { (self[index] as Data?).map { [UInt8]($0) } }

    func day(at index: Int) throws -> Day { try known(Day(self[index]), at: index) }

    func dayIfSet(at index: Int) throws -> Day? {
        guard let text: String = self[index] else { return nil }
        return try known(Day(text), at: index)
    }

    func timeIfSet(at index: Int) throws -> TimeOfDay? {
        guard let text: String = self[index] else { return nil }
        return try known(TimeOfDay(text), at: index)
    }

    /// The term whose text, first day, last day and precision stand from this column on.
    func termIfSet(at index: Int) throws -> Term? {
        guard let text: String = self[index] else { return nil }
        return Term(
            stored: text, first: try day(at: index + 1), last: try day(at: index + 2),
            precision: try value(at: index + 3))
    }

    func value<Value: RawRepresentable<String>>(at index: Int) throws -> Value {
        try known(Value(rawValue: self[index]), at: index)
    }

    func valueIfSet<Value: RawRepresentable<String>>(at index: Int) throws -> Value? {
        guard let text: String = self[index] else { return nil }
        return try known(Value(rawValue: text), at: index)
    }

    /// - Throws: `register.corrupt` for what no version of the schema allows.
    func known<Value>(_ value: Value?, at index: Int) throws(Problem) -> Value {
        guard let value else { throw .registerHolds("\(self[index] as DatabaseValue)") }
        return value
    }
}
