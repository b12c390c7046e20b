extension Inquiry {
    /// Those who have the words in their names, address or organisation, the best first.
    func search(_ text: String, limit: Int) throws -> [Person] {
        if text.contains("@"), let address = try? EmailAddress(text),
            let id = try ledger.person(addressKey: address.key)
        {
            return try ledger.persons([id])
        }
        var found = FoundPeople(limit: limit)
        let words = text.split(whereSeparator: \.isWhitespace).map { NameKey.lookup(String($0)) }
            .filter { !$0.isEmpty }
        if words.count > 1 {
            try search(words: words, into: &found)
        } else if let word = words.first, !text.contains("@") {
            try search(word: word, into: &found)
        }
        if let number = numbered(text, "P"), try ledger.person(Person.ID(number)) != nil {
            found.add([Person.ID(number)])
        }
        let typed = text.split(whereSeparator: \.isWhitespace).joined().lowercased()
        if words.count < 2, !found.isFull {
            found.add(try ledger.personIDs(addressBeginning: typed, limit: limit))
        }
        let organisation = NameKey.search(text)
        if !found.isFull, organisation.unicodeScalars.count > 2 {
            found.add(try ledger.personIDs(organisationContaining: organisation, limit: limit))
        }
        return try ledger.persons(found.ids)
    }

    /// One word: whole names, then beginnings, then parts; nothing further is looked for when there
    /// are enough.
    private func search(word: String, into found: inout FoundPeople) throws {
        found.add(try ledger.personIDs(called: word, limit: found.limit))
        guard !found.isFull else { return }
        found.add(try ledger.personIDs(nameBeginning: word, limit: found.limit))
        guard !found.isFull, word.unicodeScalars.count > 2 else { return }
        found.add(try ledger.personIDs(nameContaining: word, limit: found.limit))
    }

    /// Several words: the beginnings of given and family name, then those of the longest word that
    /// have all the others somewhere in their names.
    private func search(words: [String], into found: inout FoundPeople) throws {
        for (first, second) in Self.readings(of: words) {
            found.add(try ledger.personIDs(nameBeginnings: first, second, limit: found.limit))
            guard found.ids.isEmpty else { break }
        }
        guard !found.isFull, let longest = words.max(by: { $0.count < $1.count }) else { return }
        var near = FoundPeople(limit: 300)
        try search(word: longest, into: &near)
        found.add(try ledger.personIDs(near.ids, havingInNames: words))
    }
}

/// People as they are found, each once, in order, up to a number.
private struct FoundPeople {
    let limit: Int
    private(set) var ids: [Person.ID] = []
    private var known: Set<Person.ID> = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { ids.count >= limit }

    mutating func add(_ more: [Person.ID]) {
        for id in more where !isFull && known.insert(id).inserted { ids.append(id) }
    }
}
