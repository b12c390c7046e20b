/// Two organisations of the register that may be one.
package struct OrganisationDuplicate: Sendable, Equatable {
    package var first: Organisation
    package var second: Organisation
    package var resemblance: OrganisationResemblance
}

extension OrganisationDesk {
    /// Pairs that may be one organisation under names in several languages or abbreviated, the
    /// likeliest first; those told apart are left out.
    package func duplicates(
        threshold: Double = OrganisationResemblance.threshold, country: Country? = nil
    ) async throws -> [OrganisationDuplicate] {
        try await office.read(as: actor) { inquiry in
            let all = try inquiry.ledger.organisations(prefix: nil, limit: 100_000)
            let toldApart = try inquiry.ledger.organisationsToldApart()
            return OrganisationPairs(all).likely().filter { pair in
                pair.resemblance.score >= threshold
                    && (country == nil || pair.first.country == country
                        || pair.second.country == country)
                    && !toldApart.contains(UnorderedPair(pair.first.id, pair.second.id))
            }
        }
    }
}

/// Organisations with the words of all their names, sorted so that each is only held against those
/// that it may be.
struct OrganisationPairs {
    private let organisations: [(organisation: Organisation, names: [OrganisationWords])]
    /// The places of organisations by what their names are made of.
    private var drawers: [String: [Int]] = [:]
    private var abbreviated: [Int] = []

    init(_ organisations: [Organisation]) {
        self.organisations = organisations.map { organisation in
            (
                organisation,
                ([organisation.name] + organisation.otherNames).map { OrganisationWords($0) }
            )
        }
        for (index, entry) in self.organisations.enumerated() {
            for label in Set(entry.names.flatMap(\.labels)) {
                drawers[label, default: []].append(index)
            }
            if entry.names.contains(where: { !$0.abbreviation.isEmpty }) {
                abbreviated.append(index)
            }
        }
    }

    func likely() -> [OrganisationDuplicate] {
        var found: [UnorderedPair<Int>: OrganisationDuplicate] = [:]
        func weigh(_ one: Int, _ other: Int) {
            let pair = UnorderedPair(one, other)
            guard one != other, found[pair] == nil else { return }
            found[pair] = duplicate(pair)
        }
        for drawer in drawers.values where drawer.count < 1000 {
            for (place, one) in drawer.enumerated() {
                for other in drawer[(place + 1)...] { weigh(one, other) }
            }
        }
        for one in abbreviated { for other in organisations.indices { weigh(one, other) } }
        return found.values.sorted {
            ($1.resemblance.score, $0.first.id.rawValue, $0.second.id.rawValue)
                < ($0.resemblance.score, $1.first.id.rawValue, $1.second.id.rawValue)
        }
    }

    private func duplicate(_ pair: UnorderedPair<Int>) -> OrganisationDuplicate? {
        let (one, other) = (organisations[pair.first], organisations[pair.second])
        let best = one.names.flatMap { name in other.names.compactMap(name.resemblance) }
            .max { $0.score < $1.score }
        guard var best else { return nil }
        if let country = one.organisation.country, let second = other.organisation.country,
            country != second
        {
            best.score /= 2
        }
        let (a, b) = (one.organisation, other.organisation)
        return a.id < b.id
            ? .init(first: a, second: b, resemblance: best)
            : .init(first: b, second: a, resemblance: best)
    }
}

extension OrganisationWords {
    /// What an organisation is looked up by: all its words but the country's, and each own word.
    fileprivate var labels: [String] {
        let words = meanings.filter { !OrganisationTerms.isPlace($0) }.joined(separator: " ")
        return (words.isEmpty ? [] : [words]) + own.map { "own " + $0 }
    }
}
