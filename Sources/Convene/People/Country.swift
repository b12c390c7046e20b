/// A country or territory by its ISO 3166-1 code of two letters: `KZ`.
package struct Country: Hashable, Comparable, Sendable {
    /// The alpha-2 code, in capitals.
    package let code: String
    /// The sub-region of M49 that it belongs to.
    package let region: Region

    /// The country with this code of two letters, in whichever case, or nothing when ISO 3166-1
    /// assigns it to none.
    package init?(code: String) {
        guard let place = Country.place(of: code), let country = Country.places[place] else {
            return nil
        }
        self = country
    }

    private init(assigned code: String, region: Region) {
        self.code = code
        self.region = region
    }

    /// All that ISO 3166-1 assigns a code to, by code.
    package static let all = places.compactMap(\.self)

    package static func < (left: Country, right: Country) -> Bool { left.code < right.code }

    package static func == (left: Country, right: Country) -> Bool { left.code == right.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Country {
    /// A place for each code that two letters can make: lists of 100,000 rows hold a code in each.
    private static let places: [Country?] = {
        var places = [Country?](repeating: nil, count: 26 * 26)
        for member in Region.members {
            guard let place = place(of: member.code) else { continue }
            places[place] = Country(assigned: member.code, region: member.region)
        }
        return places
    }()

    private static func place(of code: String) -> Int? {
        var letters = code.utf8.makeIterator()
        guard let first = letters.next().flatMap(letter),
            let second = letters.next().flatMap(letter),
            letters.next() == nil
        else { return nil }
        return first * 26 + second
    }

    private static func letter(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97
        default: nil
        }
    }
}
