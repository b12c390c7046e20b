import Convene
import Testing

extension StoreContract {
    static let organisations: [StoreContract] = [
        within("an organisation comes back whole, and by each of its names") { ledger in
            let bare = Organisation(name: "Б")
            var full = Organisation(
                name: "Музей «Ə»", otherNames: ["The Museum", "Musée d'art"], stakeholder: .museum,
                country: try Sample.country("KZ"), city: "Алматы")

            _ = try ledger.insert(bare, nameKeys: [("Б", "b")])
            full.id = try ledger.insert(
                full, nameKeys: [("Музей «Ə»", "z"), ("The Museum", "y"), ("Musée d'art", "x")])

            #expect(try ledger.organisation(full.id) == full)
            #expect(try ledger.organisation(nameKey: "x") == full.id)
            #expect(try ledger.organisation(nameKey: "w") == nil)
            #expect(
                try ledger.organisations(prefix: nil, limit: 9).map(\.name) == ["Б", full.name])
            #expect(try ledger.organisations(prefix: "y", limit: 9) == [full])
            #expect(try ledger.organisations(prefix: nil, limit: 1).count == 1)
            #expect(try ledger.names(of: [full.id, Organisation.ID(9)]) == [full.id: full.name])
            #expect(try ledger.names(of: []) == [:])
        },
        within("an organisation is written anew with its names, which are its own") { ledger in
            _ = try ledger.insert(Organisation(name: "A"), nameKeys: [("A", "a")])
            var other = Organisation(name: "B", otherNames: ["C"])
            other.id = try ledger.insert(other, nameKeys: [("B", "b"), ("C", "c")])
            other.name = "D"
            other.otherNames = []

            try ledger.update(other, nameKeys: [("D", "d")])

            #expect(try ledger.organisation(other.id) == other)
            #expect(try ledger.organisation(nameKey: "c") == nil)
            #expect {
                try ledger.update(other, nameKeys: [("A", "a")])
            } throws: {
                $0.isProblem(.organisationExists)
            }
        },
    ]

    static let people: [StoreContract] = [
        within("a person comes back whole, with everything set and with nothing set") { ledger in
            var bare = try Sample.person("Ada", "")
            var full = Person(
                name: try PersonName(given: "Aigul", family: "O'Seitova", patronymic: "x"),
                otherName: try PersonName(
                    given: "Айгүл", family: "Сеитова", patronymic: "Маратқызы"),
                gender: .female, country: try Sample.country("KZ"),
                addresses: [
                    try EmailAddress("Zoe@example.org"), try EmailAddress("aigul@example.net"),
                ],
                stakeholder: .privateSector, position: "куратор; \"A\"",
                languages: [.russian, .english], notes: "a\nb")

            full.organisation = try ledger.insert(Organisation(name: "A"), nameKeys: [("A", "a")])
            full.id = try ledger.insertSample(full)
            bare.id = try ledger.insertSample(bare)

            #expect(try ledger.person(bare.id) == bare)
            #expect(try ledger.person(full.id) == full)
            #expect(try ledger.persons([bare.id, full.id]) == [bare, full])
            #expect(try ledger.person(addressKey: "zoe@example.org") == full.id)
            #expect(try ledger.person(addressKey: "Zoe@example.org") == nil)
            #expect(try ledger.person(Person.ID(99)) == nil)
        },
        within("a person is written anew with the addresses, which lead to one person") { ledger in
            var ada = try Sample.person("Ada", "Sample")
            ada.addresses = [
                try EmailAddress("ada@example.org"), try EmailAddress("a@example.org"),
            ]
            ada.id = try ledger.insertSample(ada)
            var grace = try Sample.person("Grace", "Sample")
            grace.id = try ledger.insertSample(grace)
            ada.addresses = [try EmailAddress("new@example.org"), ada.addresses[0]]
            grace.addresses = [try EmailAddress("ADA@example.org")]

            try ledger.update(ada, keys: Sample.keys(ada))

            #expect(try ledger.person(ada.id) == ada)
            #expect(try ledger.person(addressKey: "a@example.org") == nil)
            #expect {
                try ledger.update(grace, keys: Sample.keys(grace))
            } throws: {
                $0.isProblem(.addressTaken)
            }
        },
        within("people are found by the beginnings of their names, in the order of names") {
            ledger in
            let names = [
                ("Anna", "Bek"), ("Bek", "Anders"), ("Беке", "Ан"), ("Aida", "Bekova"),
                ("Zo", "Al"),
            ]

            for (given, family) in names {
                _ = try ledger.insertSample(try Sample.person(given, family))
            }

            let found = try ledger.persons(namePrefix: "bek", limit: 9).map(\.name.full)
            #expect(found == ["Bek Anders", "Anna Bek", "Aida Bekova"])
            #expect(
                try ledger.persons(namePrefix: "bek", limit: 2).map(\.name.full) == [
                    "Bek Anders", "Anna Bek",
                ])
            #expect(
                try ledger.persons(namePrefix: "бек", limit: 9).map(\.name.full) == ["Беке Ан"])
            let either = try ledger.persons(
                try ledger.personIDs(nameBeginnings: "bek", "an", limit: 9))
            #expect(either.map(\.name.full) == ["Anna Bek", "Bek Anders"])
            let first = try ledger.persons(
                try ledger.personIDs(nameBeginnings: "an", "bek", limit: 1))
            #expect(first.map(\.name.full) == ["Bek Anders"])
            #expect(try ledger.persons(namePrefix: "%", limit: 9) == [])
        },
        within("people are listed by name, a page at a time, and counted, by country or all") {
            ledger in
            for (number, family) in ["D", "B", "C", "A"].enumerated() {
                var person = try Sample.person("X", family)
                person.country = try number < 2 ? Sample.country("UZ") : nil
                person.addresses = [try EmailAddress("p\(number)@example.org")]
                _ = try ledger.insertSample(person)
            }

            let uzbekistan = try Sample.country("UZ")
            let page = try ledger.persons(country: nil, offset: 1, limit: 2)
            #expect(page.map(\.name.family) == ["B", "C"])
            #expect(page.map(\.address?.text) == ["p1@example.org", "p2@example.org"])
            #expect(
                try ledger.persons(country: uzbekistan, offset: 0, limit: 9).map(\.name.family)
                    == ["B", "D"])
            #expect(try ledger.countPersons(country: nil) == 4)
            #expect(try ledger.countPersons(country: uzbekistan) == 2)
        },
        within("people who may be one are looked up by key, those of the country first") { ledger in
            var ada = try Sample.person("Ada", "Sample")
            ada.country = try Sample.country("FJ")
            ada.gender = .other
            ada.addresses = [
                try EmailAddress("ada@example.org"), try EmailAddress("a@example.org"),
            ]
            ada.organisation = try ledger.insert(
                Organisation(name: "Museum"), nameKeys: [("Museum", "museum")])
            let keys = PersonKeys(family: "f", given: "g", match: "same", sort: "f g")
            let second = try ledger.insert(try Sample.person("A", "S"), keys: keys)
            let first = try ledger.insert(ada, keys: keys)

            let candidates = try ledger.candidates(
                matchKeys: ["other", "same"], family: nil, country: nil, limit: 9)

            #expect(candidates.map(\.id) == [second, first])
            #expect(
                candidates.last
                    == PersonCandidate(
                        id: first, name: ada.name, gender: .other, country: ada.country,
                        organisation: "Museum", address: ada.addresses[0]))
            #expect(
                try ledger.candidates(
                    matchKeys: ["same"], family: nil, country: ada.country, limit: 1
                ).map(\.id) == [first])
            #expect(
                try ledger.candidates(matchKeys: ["x"], family: "f", country: nil, limit: 9)
                    .map(\.id) == [second, first])
            #expect(
                try ledger.candidates(matchKeys: ["x"], family: nil, country: nil, limit: 9) == [])
        },
    ]
}
