import Convene
import Testing

@Suite struct CountryTests {
    @Test(
        arguments: [
            ("KZ", "KZ"), ("kz", "KZ"), (" Kz ", "KZ"), ("KAZ", "KZ"), ("mda", "MD"),

            // The names of the nominations.
            ("Kazakhstan", "KZ"), ("Kyrgyzstan", "KG"), ("Tajikistan", "TJ"), ("Uzbekistan", "UZ"),
            ("РФ", "RU"), ("Армения", "AM"), ("Киргизия", "KG"), ("Украина", "UA"),
            ("Казахстан", "KZ"), ("Таджикистан", "TJ"), ("Узбекистан", "UZ"),
            ("Республика Беларусь", "BY"), ("Республика Казахстан", "KZ"),

            // Official, former and colloquial names.
            ("Россия", "RU"), ("РОССИЙСКАЯ ФЕДЕРАЦИЯ", "RU"), ("Russian Federation", "RU"),
            ("Молдавия", "MD"), ("Moldova", "MD"), ("Republic of Moldova", "MD"),
            ("Moldova, Republic of", "MD"), ("Белоруссия", "BY"), ("Kirghizia", "KG"),
            ("Kyrgyz Republic", "KG"), ("Кыргызская Республика", "KG"), ("Туркмения", "TM"),
            ("Turkey", "TR"), ("Türkiye", "TR"), ("Turkiye", "TR"), ("Great Britain", "GB"),
            ("UK", "GB"), ("U.K.", "GB"), ("USA", "US"), ("США", "US"), ("États-Unis", "US"),
            ("The Netherlands", "NL"), ("Czech Republic", "CZ"), ("Czechia", "CZ"),
            ("Korea, Republic of", "KR"), ("Republic of Korea", "KR"), ("КНДР", "KP"),
            ("Iran (Islamic Republic of)", "IR"), ("Viet Nam", "VN"), ("Côte d’Ivoire", "CI"),
            ("Cote d'Ivoire", "CI"), ("République d’Arménie", "AM"), ("Republic of China", "TW"),
            ("Bosnia and Herzegovina", "BA"), ("Saint Lucia", "LC"), ("Géorgie", "GE"),
            ("Democratic Republic of the Congo", "CD"), ("Congo", "CG"),

            // The countries' own languages, and their neighbours'.
            ("Україна", "UA"), ("Қазақстан", "KZ"), ("Кыргызстан", "KG"), ("O‘zbekiston", "UZ"),
            ("Ўзбекистон", "UZ"), ("Azərbaycan", "AZ"), ("Հայաստան", "AM"), ("საქართველო", "GE"),
            ("Тоҷикистон", "TJ"), ("Беларусь", "BY"), ("România", "RO"), ("Latvija", "LV"),
            ("Lietuva", "LT"), ("Eesti", "EE"), ("Deutschland", "DE"), ("España", "ES"),
            ("مصر", "EG"), ("中国", "CN"), ("日本", "JP"), ("Suomi", "FI"),
        ])
    func `a country is read however it is written`(_ written: String, _ code: String) throws {
        let country = try Country.reading(written)

        #expect(country.code == code)
    }

    @Test(
        arguments: [
            ("Atlantis", nil), ("", nil), ("XX", nil), ("EU", nil), ("Kyrgyzistan", "Kyrgyzstan"),
            ("Kazkhstan", "Kazakhstan"), ("United Kingdm", "United Kingdom"),
            ("Korea", "South Korea"), ("Virgin Islands", "British Virgin Islands"),
        ] as [(String, String?)])
    func `an unknown country is refused with the names that are near`(
        _ written: String, _ near: String?
    ) {
        let problem = #expect(throws: Problem.self) { try Country.reading(written) }

        #expect(problem?.code == .countryUnknown)
        #expect(problem?.message.contains("such as Kazakhstan or KZ") == true)
        #expect(problem?.message.contains("meant?") == (near != nil))
        #expect(near.map { problem?.message.contains($0) == true } ?? true)
    }

    @Test(arguments: Country.all)
    func `every country is read back from its codes and its names in three languages`(
        _ country: Country
    ) throws {
        #expect(Country(code: country.code) == country)
        for language in Language.complete {
            #expect(try Country.reading(country.name(in: language)) == country)
        }
    }

    @Test func `ISO 3166-1 assigns 249 codes`() {
        #expect(Country.all.count == 249)
        #expect(Set(Country.all).count == 249)
        #expect(Country.all == Country.all.sorted())
    }

    @Test(
        arguments: [
            ("en", "Kazakhstan"), ("ru", "Казахстан"), ("fr", "Kazakhstan"), ("kk", "Қазақстан"),
            ("qqq", "Kazakhstan"),
        ])
    func `a country is named in any language, and else in English`(
        _ language: String, _ name: String
    ) throws {
        let country = try #require(Country(code: "KZ"))

        #expect(country.name(in: try #require(Language(language))) == name)
    }

    @Test(arguments: ["", "K", "KAZ", "К3", "KЗ", "ZZ", "AA", "12", "XK", "SU"])
    func `what ISO 3166-1 assigns to none is no code`(_ code: String) {
        #expect(Country(code: code) == nil)
    }
}
