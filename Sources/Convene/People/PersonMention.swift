/// A person as somebody names them: by address, by number (`P12`), or by a name that only one
/// person has.
package struct PersonMention: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    package init(_ id: Person.ID) { text = id.text }

    package var description: String { text }

    var isAddress: Bool { text.contains("@") }
}

extension Inquiry {
    /// The person that is meant.
    ///
    /// - Parameter event: where several have the name, the one registered here is meant.
    /// - Throws: `person.unknown`, also of people whom whoever looks may not see; `person.ambiguous`
    ///   with the candidates; `access.denied`.
    func person(_ mention: PersonMention, at event: Event? = nil) throws -> Person {
        try require(.names, at: event)
        if let number = numbered(mention.text, "P") {
            // Whoever was merged into somebody is that somebody.
            var id = Person.ID(number)
            while let other = try ledger.mergedInto(id) { id = other }
            guard let person = try ledger.person(id), try admits(person.country) else {
                throw Problem.personUnknown(mention)
            }
            return person
        }
        let near = try find(mention.text, limit: 20).filter { try admits($0.country) }
        let found = mention.isAddress ? near : near.called(mention.text)
        guard let first = found.first else {
            throw Problem.personUnknown(mention, near: try lines(of: near).map(\.sketch))
        }
        guard found.count > 1 else { return first }
        let registered = try event.map { event in
            try found.filter { try ledger.registration(of: $0.id, at: event.id) != nil }
        }
        if let registered, registered.count == 1 { return registered[0] }
        throw Problem(
            .personAmbiguous,
            "\(mention.text.excerpt) can be several people: name one by number or address.",
            details: try lines(of: found).map(\.sketch))
    }

}

extension [Person] {
    /// Those who are called so: by the name, one of its parts, or both in either order; failing
    /// these, those who have all its words in their name. The beginning of a word is enough to find
    /// somebody, but not to do something with them.
    fileprivate func called(_ text: String) -> [Person] {
        let wanted = NameKey.lookup(text)
        let exactly = filter { person in
            let keys = PersonKeys(person)
            return [
                keys.family, keys.given, "\(keys.given) \(keys.family)",
                "\(keys.family) \(keys.given)",
            ].contains(wanted)
        }
        guard exactly.isEmpty else { return exactly }
        let words = Set(wanted.split(separator: " "))
        return filter { person in
            let name = person.name
            let known = NameKey.lookup("\(name.given) \(name.family) \(name.patronymic)")
            return words.isSubset(of: known.split(separator: " "))
        }
    }
}

extension PersonLine {
    /// Enough of somebody to tell them from others: `P12  Aigul Seitova, KZ, aigul@example.org`.
    package var sketch: String {
        ([person.name.full, person.country?.code, person.address?.text, organisation]
            .compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: ", ")
            .withPrefix("\(person.id.text)  ")
    }
}

extension String {
    fileprivate func withPrefix(_ prefix: String) -> String { prefix + self }
}

extension Problem {
    static func personUnknown(_ mention: PersonMention, near: [String] = []) -> Problem {
        Problem(
            .personUnknown,
            near.isEmpty
                ? "Nobody in the register is \(mention.text.excerpt): look with “convene person find”,"
                    + " or enter them with “convene person add”."
                : "Nobody in the register is just \(mention.text.excerpt). These begin so: name one by"
                    + " number, address or whole name.",
            details: near)
    }
}
