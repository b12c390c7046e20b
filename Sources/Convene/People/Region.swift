/// A sub-region of the world by the United Nations' standard M49, or the intermediate region where
/// a sub-region is divided: Central Asia, Eastern Europe, Eastern Africa.
package struct Region: Hashable, Comparable, Sendable {
    /// The number of M49, below 1000.
    package let number: Int

    private init(row: Row) { number = row.number }

    /// The region with this number, or nothing when no country belongs to it directly.
    package init?(number: Int) {
        guard Region.rows.contains(where: { $0.number == number }) else { return nil }
        self.number = number
    }

    package static let all = rows.map(Region.init(row:)).sorted()

    /// The name that M49 gives it in English, Russian or French; in English for other languages.
    package func name(in language: Language) -> String {
        guard let row = Region.rows.first(where: { $0.number == number }) else { return "" }
        return switch language {
        case .russian: row.russian
        case .french: row.french
        default: row.english
        }
    }

    /// The countries that belong to it, by their codes.
    package var countries: [Country] { Country.all.filter { $0.region == self } }

    package static func < (left: Region, right: Region) -> Bool { left.number < right.number }
}

extension Region {
    /// The region of each country and its alpha-3 code, by its alpha-2 code.
    static let members: [(code: String, alpha3: String, region: Region)] = rows.flatMap { row in
        row.countries.split(separator: " ").map { pair in
            (String(pair.prefix(2)), String(pair.suffix(3)), Region(row: row))
        }
    }
}
