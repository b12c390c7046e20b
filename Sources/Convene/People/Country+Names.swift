import Foundation

extension Country {
    /// The name that CLDR gives it in this language; the English one where CLDR has none.
    package func name(in language: Language) -> String {
        let own = Locale(identifier: language.code).localizedString(forRegionCode: code)
        if let own, own != code { return own }
        return Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
    }

    /// Names by the form in which they are compared, from some languages of CLDR.
    ///
    /// Made when first asked for, for it is ICU that knows them: the first in some milliseconds, the
    /// last in some hundreds.
    struct Names: Sendable {
        private(set) var entries: [String: (country: Country, name: String)] = [:]

        /// The names in the languages that everything is written in, with what else people write.
        static let usual: Names = {
            var names = Names()
            names.enter(locales: ["en", "ru", "fr"])
            for (code, aliases) in Country.aliases {
                guard let country = Country(code: code) else { continue }
                for alias in aliases.split(separator: ";") {
                    names.enter(String(alias), for: country)
                }
            }
            return names
        }()

        /// The names in the languages of the countries around.
        static let regional = Names(locales: [
            "uk", "kk", "ky", "uz", "uz_Cyrl", "az", "az_Cyrl", "hy", "ka", "tg", "tk", "mn", "be",
            "ro", "lv", "lt", "et", "pl", "tr", "fa", "de", "es", "it", "ar", "zh", "zh_Hant",
        ])

        /// The names in every language of CLDR, less those that mean two countries.
        static let every = Names(
            unequivocalIn: Locale.availableIdentifiers.filter(isLanguage).sorted())

        private init() {}

        /// Takes the first meaning of each name.
        private init(locales: [String]) { enter(locales: locales) }

        private init(unequivocalIn locales: [String]) {
            var doubtful: Set<String> = []
            for locale in locales.map(Locale.init(identifier:)) {
                for (country, name) in Names.names(in: locale) {
                    let key = Country.key(of: name)
                    if let known = entries[key], known.country != country { doubtful.insert(key) }
                    entries[key] = (country, name)
                }
            }
            for key in doubtful { entries[key] = nil }
        }

        private mutating func enter(locales: [String]) {
            for locale in locales.map(Locale.init(identifier:)) {
                for (country, name) in Names.names(in: locale) { enter(name, for: country) }
            }
        }

        private mutating func enter(_ name: String, for country: Country) {
            let trimmed = name.withoutBlanksAround
            let key = Country.key(of: trimmed)
            if entries[key] == nil { entries[key] = (country, trimmed) }
        }

        private static func names(in locale: Locale) -> [(country: Country, name: String)] {
            Country.all.compactMap { country in
                guard let name = locale.localizedString(forRegionCode: country.code),
                    name != country.code
                else { return nil }
                return (country, name)
            }
        }

        /// Whether this names a language, perhaps in one script, and not its use in one country.
        private static func isLanguage(_ identifier: String) -> Bool {
            let parts = identifier.split(separator: "_")
            return parts.count == 1 || parts.count == 2 && parts[1].count == 4
        }
    }
}
