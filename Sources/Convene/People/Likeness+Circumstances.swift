extension Likeness {
    /// What the fathers' names say: namesakes in one family differ in them.
    static func fathers(_ first: Portrait, _ second: Portrait) -> [Reason] {
        let ones = first.names.map(\.father).filter { !$0.isEmpty }
        let others = second.names.map(\.father).filter { !$0.isEmpty }
        guard !ones.isEmpty, !others.isEmpty else { return [] }
        // An initial is no proof of either.
        if (ones + others).contains(where: { $0.count == 1 }) {
            return ones.contains { one in others.contains { $0.first == one.first } }
                ? [] : [.otherPatronymic]
        }
        let same = ones.contains { one in
            others.contains { SpellingDistance.between(one, $0, limit: 2) != nil }
        }
        return [same ? .samePatronymic : .otherPatronymic]
    }

    /// What gender, country, organisation and address say.
    static func circumstances(_ first: Portrait, _ second: Portrait) -> [Reason] {
        var reasons: [Reason] = []
        if first.gender != .undisclosed, second.gender != .undisclosed {
            reasons.append(first.gender == second.gender ? .sameGender : .otherGender)
        }
        if let one = first.country, let other = second.country {
            reasons.append(one == other ? .sameCountry : .otherCountry)
        }
        if !first.organisation.isEmpty, !second.organisation.isEmpty {
            let same = first.organisation.mayBe(second.organisation)
            reasons.append(same ? .sameOrganisation : .otherOrganisation)
        }
        if let one = first.mailbox, one == second.mailbox, !Self.shared.contains(one) {
            reasons.append(.sameMailbox)
        }
        return reasons
    }

    /// Mailboxes that belong to an office rather than to somebody.
    private static let shared: Set = [
        "info", "office", "mail", "contact", "museum", "admin", "secretariat", "press", "kadry",
    ]
}
