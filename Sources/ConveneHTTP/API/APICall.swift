import Convene
import ConveneReports
import HTTPTypes
import Hummingbird

/// One request to the API whose sender is known and whose parts are as the route takes them.
struct APICall: Sendable {
    let house: House
    let visit: Visit
    let actor: Actor
    let filters: [String: [String]]
    let body: Members
    /// The body as it came.
    let bytes: [UInt8]
    let page: Window
    /// The entity tag that the sender saw, if it wants to change just that (`If-Match`).
    let seen: String?

    var office: Office { house.office }

    /// Which rows are asked for.
    struct Window: Sendable {
        var cursor: Cursor?
        var size: Int?

        /// How many rows, from the first, are enough to show the page and to know whether another
        /// follows; all where nothing else is said.
        var reach: Int { size.map { (cursor?.place ?? 0) + $0 * 2 + 1 } ?? 1_000_000 }
    }

    /// A part of the path by its name in the pattern.
    func part(_ name: String) throws -> String { try visit.part(name) }
    /// A code in the path; as for `Visit.code`, not to be inlined.
    @inline(never)
    func code(_ name: String) throws -> Code { try Code(part(name)) }
    func person() throws -> PersonMention { PersonMention(try part("person")) }

    /// A number in the path; what is none names nothing.
    func number(_ name: String) throws -> Int {
        guard let number = Int(try part(name)) else { throw HTTPError(.notFound) }
        return number
    }

    /// What the query says of something.
    func filter(_ name: String) -> String? { filters[name]?.last }
    func filters(_ name: String) -> [String] { filters[name] ?? [] }

    func filter<Choice: RawRepresentable<String>>(_ name: String, as type: Choice.Type) -> Choice? {
        filter(name).flatMap { Choice(rawValue: $0) }
    }

    func codes(_ name: String) throws -> [Code] { try filters(name).map { try Code($0) } }
}

extension APICall {
    /// Refuses where the sender saw something else than what stands there now.
    ///
    /// - Throws: `edit.overtaken`.
    func check(_ thing: some Presentable) throws {
        guard let seen, seen != "*" else { return }
        let tag = house.tag(of: JSONText(thing.json).text)
        let tags = seen.split(separator: ",").map { $0.filter { $0 != " " } }
        guard tags.contains(tag) else { throw APIRefusal.overtaken }
    }

    /// The same within the write, so that nothing can come between.
    func check<Thing: Equatable>(_ thing: Thing, is before: Thing) throws {
        guard seen == nil || thing == before else { throw APIRefusal.overtaken }
    }
}

/// The body of a request: an object whose keys were checked.
struct Members: Sendable {
    let record: [String: JSON]

    func text(_ key: String) -> String? {
        guard case .text(let text) = record[key] else { return nil }
        return text
    }

    func whole(_ key: String) -> Int? {
        guard case .whole(let number) = record[key] else { return nil }
        return number
    }

    func flag(_ key: String) -> Bool? {
        guard case .flag(let flag) = record[key] else { return nil }
        return flag
    }

    func list(_ key: String) -> [JSON]? {
        guard case .list(let values) = record[key] else { return nil }
        return values
    }

    func texts(_ key: String) -> [String]? {
        list(key)?.compactMap { value in
            guard case .text(let text) = value else { return nil }
            return text
        }
    }

    func members(_ key: String) -> Members? {
        guard case .record(let record) = record[key] else { return nil }
        return Members(record: record)
    }

    func people(_ key: String) -> [PersonMention]? { texts(key)?.map { PersonMention($0) } }

    func choice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type) -> Choice? {
        text(key).flatMap { Choice(rawValue: $0) }
    }

    /// Whether the key says that there is to be nothing.
    func isCleared(_ key: String) -> Bool { record[key] == .null }

    func day(_ key: String) -> Day? { text(key).flatMap { Day($0) } }

    /// Changes something where the key is there: to what it says, or to nothing for null.
    func change<Value>(
        _ key: String, _ value: inout Value?, _ read: (String) throws -> Value
    ) rethrows {
        if isCleared(key) { value = nil }
        if let text = text(key) { value = try read(text) }
    }

    /// Changes something that can't be nothing.
    func change<Value>(
        _ key: String, _ value: inout Value, _ read: (String) throws -> Value
    ) rethrows {
        if let text = text(key) { value = try read(text) }
    }
}
