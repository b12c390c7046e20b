import Convene
import Foundation
import Testing

@Suite struct RegionTests {
    @Test(
        arguments: [
            ("KZ", 143), ("KG", 143), ("TJ", 143), ("TM", 143), ("UZ", 143), ("AM", 145),
            ("AZ", 145), ("GE", 145), ("TR", 145), ("BY", 151), ("MD", 151), ("RU", 151),
            ("UA", 151), ("EE", 154), ("SE", 154), ("IR", 34), ("MN", 30), ("KE", 14), ("AQ", 10),
        ])
    func `a country belongs to its region of M49`(_ code: String, _ number: Int) throws {
        let country = try #require(Country(code: code))

        #expect(country.region == Region(number: number))
        #expect(country.region.countries.contains(country))
    }

    @Test(arguments: Country.all.filter { $0.code != "AQ" })
    func `the table agrees with that of CLDR, Antarctica aside`(_ country: Country) {
        let containing = Locale.Region(country.code).containingRegion

        #expect(containing.flatMap { Int($0.identifier) } == country.region.number)
    }

    @Test func `a region is named as M49 names it`() throws {
        let region = try #require(Region(number: 143))

        #expect(region.name(in: .english) == "Central Asia")
        #expect(region.name(in: .russian) == "Центральная Азия")
        #expect(region.name(in: .french) == "Asie centrale")
        #expect(region.name(in: try #require(Language("kk"))) == "Central Asia")
    }

    @Test func `the regions together hold each country once`() {
        let countries = Region.all.flatMap(\.countries)

        #expect(Region.all.count == 23)
        #expect(countries.sorted() == Country.all)
        #expect(Region(number: 142) == nil)
    }
}
