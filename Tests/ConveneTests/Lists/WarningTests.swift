import ConveneTestSupport
import Testing

@testable import Convene

/// What may be wrong with an address, and is read all the same (CSV-7).
@Suite struct WarningTests {
    @Test(arguments: [
        ("gmial.com", "gmail.com"), ("gmai.com", "gmail.com"), ("gmaill.com", "gmail.com"),
        ("gmail.con", "gmail.com"), ("gmail.co", "gmail.com"), ("yaho.com", "yahoo.com"),
        ("yahooo.com", "yahoo.com"), ("hotmial.com", "hotmail.com"), ("outlok.com", "outlook.com"),
        ("mail.ri", "mail.ru"), ("mial.ru", "mail.ru"), ("mail.ruu", "mail.ru"),
        ("maill.ru", "mail.ru"), ("yadex.ru", "yandex.ru"), ("ramler.ru", "rambler.ru"),
        ("ukr.nett", "ukr.net"), ("urk.net", "ukr.net"), ("lapost.net", "laposte.net"),
    ])
    func `a slip of a provider's name is known`(slip: String, meant: String) {
        #expect(MailProvider.meant(by: slip) == meant)
    }

    @Test(arguments: [
        "gmail.com", "mail.ru", "mail.com", "email.com", "ymail.com", "mail.kz", "mail.uz",
        "mail.tj", "mai.ru", "mil.ru", "list.kz", "yandex.uz", "yahoo.it", "outlook.de", "gmx.at",
        "example.org", "unesco.org", "museum.ru", "mail.museum.kz", "bk.com", "web.com",
        "orange.md",
        "inbox.lv", "live.ru", "free.org", "xn--80a.xn--p1ai",
    ])
    func `a domain of its own is no slip`(domain: String) {
        #expect(MailProvider.meant(by: domain) == nil)
    }

    @Test(arguments: [
        ("аda@example.org", "ada@example.org", "“а” (cyrillic small letter a)"),
        ("ada@ехample.org", "ada@example.org", "“е” (cyrillic small letter ie)"),
        ("Оlga.Реtrova@gmail.com", "Olga.Petrova@gmail.com", "“О” (cyrillic capital letter o)"),
    ])
    func `a letter that only looks Latin is read as the one it looks like, and told`(
        written: String, read: String, letter: String
    ) throws {
        let listed = try EmailAddress.listed(written)

        #expect(listed.address.text == read)
        #expect(listed.doubt?.contains(letter) == true)
        #expect(listed.doubt?.contains(read) == true)
    }

    @Test(arguments: ["жanna@example.org", "анна@example.org", "ada@", "a da@example.org"])
    func `what could be no address stays a fault`(written: String) {
        #expect(throws: Problem.self) { try EmailAddress.listed(written) }
    }

    @Test func `a domain of letters that all look Latin is doubted`() throws {
        let listed = try EmailAddress.listed("ada@example.сом")

        #expect(listed.doubt?.contains("looks like com") == true)
    }

    @Test(arguments: ["ada@example.org", "Ада@example.org", "info@почта.рф", "i@музей.org"])
    func `an address without a doubt has none`(written: String) throws {
        let listed = try? EmailAddress.listed(written)

        #expect(listed?.doubt == nil)
    }

    @Test func `warnings stand in the preview and the report, with line, column and value`()
        async throws
    {
        let world = try await World()
        let sheet = try Sheet.reading(
            "given_name,family_name,E-mail\nAda,Example,ada@gmial.com\nEva,Example,еva@example.org\n"
        )

        let preview = try await world.people.preview(sheet, ListOptions())
        let report = try await world.people.enter(sheet, ListOptions())

        #expect(preview.faults.isEmpty)
        #expect(preview.warnings == report.warnings)
        #expect(report.warnings.map(\.line) == [2, 3])
        #expect(report.warnings.map(\.column) == ["E-mail", "E-mail"])
        #expect(report.warnings.map(\.value) == ["ada@gmial.com", "еva@example.org"])
        let people = try await world.people.list(country: nil).map(\.person)
        #expect(
            Set(people.compactMap { $0.address?.text }) == ["ada@gmial.com", "eva@example.org"])
    }

    @Test func `a city is that of the organisation, where none was known`() async throws {
        let world = try await World()
        _ = try await world.organisations.add(
            Organisation(name: "Museum of Roads", city: "Kyiv"))
        let list = """
            given_name,family_name,Institution,City
            Ada,Example,Museum of Samples,Almaty
            Eva,Example,Museum of Samples,Astana
            Per,Example,Museum of Roads,Lviv
            """

        _ = try await world.people.enter(.reading(list), ListOptions())

        let cities = try await world.organisations.list().map { "\($0.name): \($0.city)" }
        #expect(Set(cities) == ["Museum of Samples: Almaty", "Museum of Roads: Kyiv"])
    }
}
