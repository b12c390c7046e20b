/// How likely it is that two people are one, and why.
///
/// Each thing that was compared speaks for or against it with a weight of its own, as in the method
/// of Fellegi and Sunter (1969): the weights are logarithms of odds, their sum makes the score. They
/// were set by the labelled pairs in the tests.
package struct Likeness: Sendable, Equatable {
    /// What was found, in the order of comparison.
    package let reasons: [Reason]

    /// From 0, certainly two, to 1, certainly one. Even the same of everything stays below 1: only
    /// an address makes it sure.
    package var score: Double {
        let odds = reasons.reduce(Self.before) { $0 + $1.weight }
        return 1 / (1 + Self.exponential(-odds))
    }

    /// From this score on two people are proposed as one.
    package static let threshold = 0.75

    /// The odds before anything is known, given that the rough keys of the names are the same.
    private static let before = -4.0

    /// Holds two people against each other; nothing where their names can't be one.
    init?(_ first: Portrait, _ second: Portrait) {
        guard let names = Self.names(first, second) else { return nil }
        var reasons = names
        reasons += Self.fathers(first, second)
        reasons += Self.circumstances(first, second)
        self.reasons = reasons
    }

    /// `e` to the power of a small number, for which alone no library of mathematics is needed.
    private static func exponential(_ power: Double) -> Double {
        let small = min(max(power, -40), 40) / 1024
        var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
        for _ in 0..<10 { result *= result }
        return result
    }
}

/// What of somebody is held against others.
struct Portrait: Sendable {
    /// The name, and the name in the other script, in each way that they may be read.
    let names: [NameParts]
    let gender: Gender
    let country: Country?
    let organisation: OrganisationWords
    /// What stands before the @ of the first address, in small letters.
    let mailbox: String?

    init(_ person: Person, organisation: String) {
        self.init(
            name: person.name, otherName: person.otherName, gender: person.gender,
            country: person.country, organisation: organisation, address: person.address)
    }

    init(_ candidate: PersonCandidate) {
        self.init(
            name: candidate.name, otherName: candidate.otherName, gender: candidate.gender,
            country: candidate.country, organisation: candidate.organisation,
            address: candidate.address)
    }

    private init(
        name: PersonName, otherName: PersonName?, gender: Gender, country: Country?,
        organisation: String, address: EmailAddress?
    ) {
        names = ([name] + (otherName.map { [$0] } ?? [])).flatMap { name in
            Orthography.readings(of: name, from: country).map { NameParts(name, as: $0) }
        }
        self.gender = gender
        self.country = country
        self.organisation = OrganisationWords(organisation)
        mailbox = address?.key.split(separator: "@").first.map(String.init)
    }
}

extension Likeness {
    /// Two people as the register would see them: nothing where their keys don't bring them
    /// together, or where their names can't be one.
    package static func between(_ first: PersonDraft, _ second: PersonDraft) -> Likeness? {
        let keys = [first, second].map { NameKey.lookupKeys($0.person.name) }
        guard !Set(keys[0]).isDisjoint(with: keys[1]) else { return nil }
        return Likeness(
            Portrait(first.person, organisation: first.organisation),
            Portrait(second.person, organisation: second.organisation))
    }
}
