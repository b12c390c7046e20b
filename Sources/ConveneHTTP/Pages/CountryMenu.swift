import Convene
import Foundation
import Synchronization

/// The countries by their names in a language, in the order of its alphabet; sorted once for each.
final class CountryMenu: Sendable {
    private let menus = Mutex<[Language: [Line]]>([:])

    struct Line: Sendable {
        let code: String
        let name: String
    }

    func lines(in language: Language) -> [Line] {
        menus.withLock { menus in
            if let lines = menus[language] { return lines }
            let lines = Self.sorted(in: language)
            menus[language] = lines
            return lines
        }
    }

    private static func sorted(in language: Language) -> [Line] {
        let locale = Locale(identifier: language.code)
        return Country.all.map { country in
            let name = country.name(in: language)
            let key = name.folding(
                options: [.caseInsensitive, .diacriticInsensitive], locale: locale)
            return (key, Line(code: country.code, name: name))
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
