/// Which registrations of an event are asked for; what is nothing is not asked.
package struct RegistrationFilter: Sendable, Equatable {
    /// Words of names in either script, the beginning of an address, part of an organisation's
    /// name, or a number such as `P12`.
    package var words: String
    package var standing: Standing?
    package var role: Role?
    package var country: Country?

    package init(
        words: String = "", standing: Standing? = nil, role: Role? = nil, country: Country? = nil
    ) {
        self.words = words
        self.standing = standing
        self.role = role
        self.country = country
    }

    package var isEmpty: Bool { self == RegistrationFilter() }
}

extension RegistrationDesk {
    /// The registrations that a filter lets through; those who wait in the order in which they are
    /// served.
    ///
    /// - Throws: `event.unknown`.
    package func list(_ event: Code, _ filter: RegistrationFilter) async throws
        -> [RegistrationLine]
    {
        let all = try await list(event, standings: filter.standing.map { [$0] } ?? [])
        let found = all.filter(filter.matches)
        guard filter.standing == .waitlisted else { return found }
        return found.sorted { one, other in
            guard let first = one.registration.waitingSince,
                let second = other.registration.waitingSince, first != second
            else { return one.registration.id < other.registration.id }
            return first < second
        }
    }
}

extension RegistrationFilter {
    fileprivate func matches(_ line: RegistrationLine) -> Bool {
        (role == nil || line.registration.role == role)
            && (country == nil || line.registration.country == country)
            && (words.trimmed.isEmpty || says(line))
    }

    private func says(_ line: RegistrationLine) -> Bool {
        let typed = words.trimmed.lowercased()
        if line.person.id.text.lowercased() == typed { return true }
        if line.person.addresses.contains(where: { $0.text.lowercased().hasPrefix(typed) }) {
            return true
        }
        let organisation = NameKey.search(typed)
        if !organisation.isEmpty, NameKey.search(line.organisation).contains(organisation) {
            return true
        }
        let names = [line.person.name, line.person.otherName].compactMap { $0 }
            .map { NameKey.lookup("\($0.given) \($0.family) \($0.patronymic)") }
            .joined(separator: " ")
        let wanted = NameKey.lookup(typed).split(separator: " ")
        return !wanted.isEmpty && wanted.allSatisfy(names.contains)
    }
}
