extension PersonKeys {
    package init(_ person: Person) {
        let name = person.name
        self.init(
            family: NameKey.lookup(name.family), given: NameKey.lookup(name.given),
            match: NameKey.rough(name), sort: NameKey.search("\(name.family) \(name.given)"))
        others = others(of: person)
    }

    private func others(of person: Person) -> [String] {
        let further = [
            person.name.patronymic, person.otherName?.family ?? "", person.otherName?.given ?? "",
            person.otherName?.patronymic ?? "",
        ]
        guard
            further.contains(where: { !$0.isEmpty }) || family.contains(" ") || given.contains(" ")
        else { return [] }
        var keys: Set<String> = []
        for key in [family, given] { keys.formUnion(Self.laterWords(of: key)) }
        for key in further.map(NameKey.lookup) where !key.isEmpty {
            keys.insert(key)
            keys.formUnion(Self.laterWords(of: key))
        }
        return keys.subtracting([family, given]).sorted()
    }

    private static func laterWords(of key: String) -> [String] {
        key.split(separator: " ").dropFirst().map(String.init)
    }
}
