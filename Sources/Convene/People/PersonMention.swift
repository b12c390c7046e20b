/// A person as somebody names them: by address, by number (`P12`), or by a name that only one
/// person has.
package struct PersonMention: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    package init(_ id: Person.ID) { text = id.text }

    package var description: String { text }
}

extension Inquiry {
    /// The person that is meant.
    ///
    /// - Parameter event: where several have the name, the one registered here is meant.
    /// - Throws: `person.unknown`, `person.ambiguous` with the candidates.
    func person(_ mention: PersonMention, at event: Event? = nil) throws -> Person {
        if let number = numbered(mention.text, "P") {
            guard let person = try ledger.person(Person.ID(number)) else {
                throw Problem.personUnknown(mention)
            }
            return person
        }
        let found = try candidates(for: mention)
        guard let first = found.first else { throw Problem.personUnknown(mention) }
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

    /// Whole names count before beginnings of names: `Ana Rusu` is not `Ana-Maria Rusu`.
    private func candidates(for mention: PersonMention) throws -> [Person] {
        let found = try find(mention.text, limit: 20)
        let wanted = NameKey.lookup(mention.text)
        let whole = found.filter { person in
            let keys = PersonKeys(person)
            return [
                keys.family, keys.given, "\(keys.given) \(keys.family)",
                "\(keys.family) \(keys.given)",
            ].contains(wanted)
        }
        return whole.isEmpty ? found : whole
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
    static func personUnknown(_ mention: PersonMention) -> Problem {
        Problem(
            .personUnknown,
            "Nobody in the register is \(mention.text.excerpt): look with “convene person find”,"
                + " or enter them with “convene person add”.")
    }
}
