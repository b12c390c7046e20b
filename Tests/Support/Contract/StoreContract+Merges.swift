import Convene
import Testing

extension StoreContract {
    static let finding: [StoreContract] = [
        within("people are found by whole names, beginnings and any three letters of a name") {
            ledger in
            var ids: [String: Person.ID] = [:]
            for (given, family, others) in [
                ("aida", "bekova", ["maratovna"]), ("beka", "sagan", []),
                ("anna", "van bek", ["bek"]),
            ] {
                let person = try Sample.person(given, family)
                let keys = PersonKeys(
                    family: family, given: given, match: "m", sort: "\(family) \(given)",
                    others: others)
                ids[given] = try ledger.insert(person, keys: keys)
            }

            #expect(try ledger.personIDs(called: "bekova", limit: 9) == [ids["aida"]])
            #expect(try ledger.personIDs(called: "bek", limit: 9) == [ids["anna"]])
            #expect(
                try ledger.personIDs(nameBeginning: "bek", limit: 9)
                    == [ids["aida"], ids["beka"], ids["anna"]])
            #expect(
                try ledger.personIDs(nameBeginning: "bek", limit: 2) == [ids["aida"], ids["beka"]])
            #expect(try ledger.personIDs(nameContaining: "eko", limit: 9) == [ids["aida"]])
            #expect(try ledger.personIDs(nameContaining: "atov", limit: 9) == [ids["aida"]])
            #expect(Set(try ledger.personIDs(nameContaining: "bek", limit: 9)) == Set(ids.values))
            #expect(try ledger.personIDs(nameContaining: "ekobe", limit: 9) == [])
            #expect(try ledger.personIDs(nameContaining: "ek", limit: 9) == [])
            let all = try ["anna", "beka", "aida"].map { try #require(ids[$0]) }
            #expect(
                try ledger.personIDs(all, havingInNames: ["bek", "a"])
                    == [ids["anna"], ids["beka"], ids["aida"]])
            #expect(
                try ledger.personIDs(all, havingInNames: ["ratov", "bek", "ida"]) == [ids["aida"]])
            #expect(try ledger.personIDs(all, havingInNames: ["sagan", "anna"]) == [])
        },
        within("a long part is found by its rarest letters among many names") { ledger in
            for number in 0..<200 {
                let key = "abcde" + String(repeating: "fgh", count: 1 + number % 3) + "\(number)"
                _ = try ledger.insert(
                    try Sample.person("G", "F\(number)"),
                    keys: PersonKeys(family: key, given: "g", match: "m", sort: key))
            }
            let odd = try ledger.insert(
                try Sample.person("G", "Odd"),
                keys: PersonKeys(family: "xabcdefghq", given: "g", match: "m", sort: "x"))

            #expect(try ledger.personIDs(nameContaining: "bcdefghq", limit: 9) == [odd])
            #expect(try ledger.personIDs(nameContaining: "abcdefgh", limit: 300).count == 201)
            #expect(try ledger.personIDs(nameContaining: "cdefgh", limit: 50).count == 50)
            #expect(try ledger.personIDs(nameContaining: "ghqab", limit: 9) == [])
        },
        within("people are found by the beginning of an address and by their organisation") {
            ledger in
            var ada = try Sample.person("Ada", "Sample")
            ada.addresses = [
                try EmailAddress("ada@example.org"), try EmailAddress("old@example.org"),
            ]
            ada.organisation = try ledger.insert(
                Organisation(name: "A"), nameKeys: [("A", "museum of samples"), ("B", "music")])
            let id = try ledger.insertSample(ada)
            _ = try ledger.insertSample(try Sample.person("Grace", "Sample"))

            #expect(try ledger.personIDs(addressBeginning: "old@", limit: 9) == [id])
            #expect(try ledger.personIDs(addressBeginning: "ld@", limit: 9) == [])
            #expect(try ledger.personIDs(organisationContaining: "samp", limit: 9) == [id])
            #expect(try ledger.personIDs(organisationContaining: "usic", limit: 9) == [id])
            #expect(try ledger.personIDs(organisationContaining: "mosque", limit: 9) == [])
        },
        within("whoever has no keys yet is told") { ledger in
            let ada = try Sample.person("Ada", "Sample")
            let keys = PersonKeys(family: "f", given: "g", match: "", sort: "f g")
            let id = try ledger.insert(ada, keys: keys)
            _ = try ledger.insertSample(ada)

            #expect(try ledger.personsWithoutKeys(limit: 9).map(\.id) == [id])
        },
    ]

    static let merges: [StoreContract] = [
        within("a merge comes back whole until it is undone") { ledger in
            var ada = try Sample.person("Ada", "Sample")
            ada.addresses = [try EmailAddress("ada@example.org")]
            ada.otherName = try PersonName(given: "Ада", family: "Примерова", patronymic: "Б")
            ada.languages = [.russian]
            ada.id = try ledger.insertSample(ada)
            var other = try Sample.person("A", "Sample")
            other.id = try ledger.insertSample(other)
            let event = try ledger.insert(try Sample.event())
            var registration = Registration(
                event: event, person: other.id, standing: .nominated, country: ada.country,
                waitingSince: Sample.now)
            registration.id = try ledger.insert(registration)
            let change = StandingChange(
                standing: .nominated, at: Sample.now, actor: Sample.officer, reason: "r")
            try ledger.insert(change, of: registration.id)
            let merge = PersonMerge(
                before: ada, after: ada, gone: other, moved: [.init(7)],
                setAside: [
                    .init(
                        registration: registration, changes: [change], stays: .init(8),
                        invitation: .init(
                            invitation: Invitation(
                                id: .init(5), registration: registration.id, calendarUID: "u",
                                sequence: 3, madeAt: Sample.now, sentAt: Sample.now,
                                answer: .tentative, answeredAt: Sample.now,
                                cancelledAt: Sample.now),
                            joins: .init(6),
                            trail: InvitationTrail(
                                answers: [4], links: [[1, 255]],
                                stamp: CalendarStamp(sequence: 2, at: Sample.now))
                        ), takenBack: [.init(3): .held], incoming: [.init(2)])
                ],
                messages: [
                    .init(
                        message: .init(1), event: event, purpose: .letter, person: other.id,
                        registration: nil, revision: 2)
                ])

            try ledger.insert(merge, at: Sample.now, actor: Sample.officer)
            try ledger.set(other.id, mergedInto: ada.id)
            try ledger.remove(registration.id)

            #expect(try ledger.merge(of: other.id) == merge)
            #expect(try ledger.mergedInto(other.id) == ada.id)
            #expect(try ledger.merged(into: ada.id) == [other.id])
            #expect(try ledger.registration(registration.id) == nil)
            #expect(try ledger.countPersons(country: nil) == 1)
            try ledger.restore(registration, [change])
            try ledger.undoMerge(of: other.id, at: Sample.now)
            try ledger.set(other.id, mergedInto: nil)
            #expect(try ledger.registration(registration.id) == registration)
            #expect(try ledger.standingChanges(of: registration.id) == [change])
            #expect(try ledger.merge(of: other.id) == nil)
            #expect(try ledger.mergedInto(other.id) == nil)
        },
        within("what names an organisation names another, and back") { ledger in
            let old = try ledger.insert(Organisation(name: "A"), nameKeys: [("A", "a")])
            let new = try ledger.insert(Organisation(name: "B"), nameKeys: [("B", "b")])
            var ada = try Sample.person("Ada", "Sample")
            ada.organisation = old
            ada.id = try ledger.insertSample(ada)
            let event = try ledger.insert(try Sample.event())
            try ledger.set(
                [
                    Participation(organisation: old, name: "A", part: .host),
                    Participation(organisation: new, name: "B", part: .host),
                    Participation(organisation: old, name: "A", part: .funder),
                ], of: event)
            let own = try ledger.references(to: new)
            let moved = try ledger.references(to: old)

            try ledger.move(moved, from: old, to: new)

            #expect(moved.people == [ada.id])
            #expect(moved.events.map(\.part) == [.funder, .host])
            #expect(try ledger.references(to: old) == OrganisationReferences())
            #expect(try ledger.references(to: new).events.map(\.part) == [.funder, .host])
            #expect(try ledger.person(ada.id)?.organisation == new)
            try ledger.moveBack(moved, to: old, from: new, besides: own)
            #expect(try ledger.references(to: old) == moved)
            #expect(try ledger.references(to: new) == own)
        },
        within("who was told apart is remembered once, in whichever order") { ledger in
            let (first, second) = (Person.ID(3), Person.ID(7))

            for _ in 1...2 {
                try ledger.insertNotSame(second, first, at: Sample.now, actor: Sample.officer)
            }

            #expect(try ledger.peopleToldApart() == [UnorderedPair(first, second)])
            #expect(try ledger.organisationsToldApart() == [])
        },
        within("an invitation goes with its answers and links to another, and comes back") {
            ledger in
            let event = try ledger.insert(try Sample.event())
            var ids: [Invitation.ID] = []
            var invitations: [Invitation] = []
            for name in ["A", "B"] {
                let person = try ledger.insertSample(try Sample.person(name, "Sample"))
                let registration = try ledger.insert(
                    Registration(event: event, person: person, standing: .invited))
                var invitation = Invitation(
                    registration: registration, calendarUID: name, sequence: 2,
                    madeAt: Sample.now, answer: .accepted, answeredAt: Sample.now)
                invitation.id = try ledger.insert(invitation)
                try ledger.insert(
                    InvitationAnswer(
                        invitation: invitation.id, answer: .accepted, channel: .letter,
                        at: Sample.now, actor: Sample.officer, note: name))
                try ledger.insert(
                    linkHash: Array(name.utf8), of: invitation.id, at: Sample.now)
                ids.append(invitation.id)
                invitations.append(invitation)
            }
            let trail = try ledger.trail(of: ids[1])

            try ledger.move(trail, to: ids[0])
            try ledger.remove(ids[1])
            let joined = try ledger.answers(to: ids[0]).map(\.note)
            let led = try ledger.invitation(linkHash: Array("B".utf8))?.id
            try ledger.restore(invitations[1])
            try ledger.move(trail, to: ids[1])

            #expect(joined == ["A", "B"])
            #expect(led == ids[0])
            #expect(try ledger.invitation(ids[1]) == invitations[1])
            #expect(try ledger.answers(to: ids[1]).map(\.note) == ["B"])
            #expect(try ledger.invitation(linkHash: Array("B".utf8))?.id == ids[1])
            #expect(try ledger.waitingMessages(about: .init(1)) == [:])
            #expect(try ledger.incoming(about: Registration.ID(1)) == [])
        },
        within("keys that several have, and people by initial") { ledger in
            for (number, key) in ["a b", "a b", "c", " d"].enumerated() {
                var person = try Sample.person("G", "F\(number)")
                person.country = try Sample.country(number == 0 ? "UZ" : "KZ")
                _ = try ledger.insert(
                    person, keys: PersonKeys(family: "f", given: "g", match: key, sort: "f"))
            }

            #expect(try ledger.sharedMatchKeys(country: nil) == ["a b"])
            #expect(try ledger.sharedMatchKeys(country: try Sample.country("UZ")) == ["a b"])
            #expect(try ledger.sharedMatchKeys(country: try Sample.country("FJ")) == [])
            #expect(try ledger.personsByInitial(country: nil).map(\.name.family) == ["F3"])
        },
    ]
}

extension StoreContract {
    static let forgetting: [StoreContract] = [
        within("a free text is found by a condition, and written anew where it stands") { ledger in
            let event = try ledger.insert(try Sample.event())
            for (number, who) in ["Ada", "Grace"].enumerated() {
                _ = try ledger.insert(
                    Outcome(event: event, number: number + 1, wording: "w", responsible: who))
            }
            var ada = try Sample.person("A", "Sample")
            ada.notes = "Ada"
            ada.id = try ledger.insertSample(ada)
            var other = try Sample.person("B", "Sample")
            other.notes = "of Ada"
            other.id = try ledger.insertSample(other)

            let outcomes = try ledger.texts(of: .outcomes, besides: []) { $0 == "Ada" }
            let notes = try ledger.texts(of: .notes, besides: [ada.id]) { $0.contains("Ada") }
            for entry in outcomes { try ledger.rewrite(.outcomes, at: entry.place, as: "nobody") }

            #expect(outcomes.map(\.text) == ["Ada"])
            #expect(notes.map(\.text) == ["of Ada"])
            #expect(try ledger.outcomes(of: [event]).map(\.responsible) == ["nobody", "Grace"])
            #expect(try ledger.texts(of: .lists, besides: []) { _ in true } == [])
            #expect(try ledger.publicTexts { $0 == "Sample" }.isEmpty)
        },
        within("the words of a merge can be written anew, and the merge still undone") { ledger in
            var people: [Person] = []
            for name in ["A", "B"] {
                var person = try Sample.person(name, "Sample")
                person.notes = "\"Ada\"\nof \(name)"
                person.id = try ledger.insertSample(person)
                people.append(person)
            }
            let merge = PersonMerge(before: people[0], after: people[0], gone: people[1])
            try ledger.insert(merge, at: Sample.now, actor: Sample.officer)

            let found = try ledger.texts(of: .notes, besides: people.map(\.id)) { _ in true }
            let words = try ledger.texts(of: .notes, besides: []) { $0.hasSuffix("of B") }
            for entry in words { try ledger.rewrite(.notes, at: entry.place, as: "b") }

            #expect(found == [])
            #expect(words.count == 2)
            #expect(try ledger.merge(of: people[1].id)?.gone.notes == "b")
            #expect(try ledger.merge(of: people[1].id)?.before.notes == people[0].notes)
        },
    ]
}
