import Convene
import Testing

import struct FoundationEssentials.Date

/// A small world for tests: people who don't exist, at events that did not take place.
enum Sample {
    /// 2011-09-01T09:00:00Z.
    static let now = Date(timeIntervalSince1970: 1_314_867_600)
    static let officer = Actor(kind: .terminal, name: "officer")

    static func minutes(_ count: Int) -> Date { now.addingTimeInterval(Double(count) * 60) }

    static func country(_ code: String) throws -> Country {
        try #require(Country(code: code))
    }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
        try day(first)...day(last)
    }

    /// An event of five days of which nothing else is known.
    static func event(_ code: String = "kyiv-2011") throws -> Event {
        Event(
            code: try Code(code), kind: .regionalTraining, title: "Training \(code)",
            dates: try days("2011-10-03", "2011-10-07"))
    }

    /// Somebody of whom only the name is known.
    static func person(_ given: String, _ family: String) throws -> Person {
        Person(name: try PersonName(given: given, family: family))
    }

    static func keys(_ person: Person) -> PersonKeys {
        let family = person.name.family.lowercased()
        let given = person.name.given.lowercased()
        return PersonKeys(
            family: family, given: given, match: family + " " + given,
            sort: family + " " + given)
    }
}

extension PersonLedger {
    /// Adds somebody under the plainest of keys.
    func insertSample(_ person: Person) throws -> Person.ID {
        try insert(person, keys: Sample.keys(person))
    }
}
