import Convene
import ConveneBootstrap
import ConveneSQLite
import ConveneSheets

/// A register of a million people, and what is asked of it.
enum Million {
    static let people = 1_000_000

    static func found(_ register: String) async throws {
        try await BenchOffice(register).found(organisations: Nominees.organisations)
        let premises = try await open(register)
        for start in stride(from: 0, to: people, by: 100_000) {
            _ = try await premises.office.personDesk(premises.actor).enter(
                sheet(from: start, count: min(100_000, people - start)), options(matching: false))
        }
        try premises.store.close()
    }

    /// What searches take in a register that is open.
    static func searches(_ register: String) async throws -> SearchTimes {
        let premises = try await open(register)
        let desk = premises.office.personDesk(premises.actor)
        var times = SearchTimes()
        times.first = try await time { _ = try await desk.find("Zan") }
        var people: [PersonLine] = []
        for offset in stride(from: 50_000, to: Self.people, by: 100_000) {
            people += try await desk.list(country: nil, offset: offset, limit: 1)
        }
        for text in Set(people.flatMap { beginnings(of: $0.person) }).sorted() {
            times.beginnings[text] = try await typical { _ = try await desk.find(text) }
        }
        for text in Set(people.flatMap { parts(of: $0.person) }).sorted() {
            times.parts[text] = try await typical { _ = try await desk.find(text) }
        }
        try premises.store.close()
        return times
    }

    /// Beginnings that enough people have for nothing else to be looked for.
    private static func beginnings(of person: Person) -> [String] {
        let name = person.name
        return (1...4).map { String(name.family.prefix($0)) }
            + (2...3).map { String(name.given.prefix($0)) }
            + [String(NameKey.search(name.family).prefix(4))]
    }

    /// Words that are looked for in the middle of names, longer beginnings and whole names among
    /// them: where these are not enough people's, parts come after them.
    private static func parts(of person: Person) -> [String] {
        let name = person.name
        return [
            name.family, String(name.family.prefix(6)), String(name.family.dropFirst(2)),
            String(name.given.dropFirst(1)),
            String(name.family.dropFirst(3).prefix(3)), String(name.family.dropFirst(1).prefix(5)),
            String(NameKey.search(name.family).suffix(4)), "\(name.family.dropFirst(3))qx",
            "\(name.given) \(name.family.prefix(3))", "\(name.given) \(name.family.dropFirst(2))",
        ].filter { $0.count > 2 }
    }

    static func enter(_ list: String, into register: String, matching: Bool) async throws
        -> Double
    {
        let premises = try await open(register)
        let clock = ContinuousClock()
        let start = clock.now
        _ = try await premises.office.personDesk(premises.actor).enter(
            try SheetReader().read(list), options(matching: matching))
        let seconds = (clock.now - start) / .seconds(1)
        try premises.store.close()
        return seconds
    }

    /// The lines of people with these numbers, whose addresses nobody else has.
    static func list(from start: Int, count: Int) throws -> String {
        var text = "given_name,family_name,gender,country,email,organisation\n"
        for number in start..<(start + count) {
            let draft = try Nominees.draft(number)
            let person = draft.person
            text +=
                [
                    person.name.given, person.name.family, person.gender.rawValue,
                    person.country?.code ?? "", "person.\(number)@example.net",
                    draft.organisation,
                ].joined(separator: ",") + "\n"
        }
        return text
    }

    private static func sheet(from start: Int, count: Int) throws -> Sheet {
        try SheetReader().read(
            bytes: Array(try list(from: start, count: count).utf8), file: "people-\(start).csv")
    }

    private static func options(matching: Bool) -> ListOptions {
        var options = ListOptions()
        options.matching = matching
        return options
    }

    private static func open(_ register: String) async throws -> Premises {
        try await Premises.open(try await Settings(database: register, environment: [:]))
    }

    private static func time(_ work: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await work()
        return (clock.now - start) / .milliseconds(1)
    }

    /// The median of so many times that the work of others on the machine doesn't count.
    private static func typical(_ work: () async throws -> Void) async throws -> Double {
        var times: [Double] = []
        for _ in 0..<21 { times.append(try await time(work)) }
        return times.sorted()[times.count / 2]
    }
}
