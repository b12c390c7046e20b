import Convene
import Testing

extension StoreContract {
    static let figures: [StoreContract] = [
        within("figures by every dimension are those that a count by hand finds") { ledger in
            let world = try RandomWorld(ledger)
            let pairs: [[FigureQuery.Dimension]] = [
                [], [.country, .gender], [.gender, .country], [.region, .year],
                [.session, .gender],
                [.programme, .kind], [.event, .role], [.organisation, .group],
                [.country, .gender, .group, .event],
            ]

            for by in FigureQuery.Dimension.allCases.map({ [$0] }) + pairs {
                let query = FigureQuery(by: by)
                #expect(try byKeys(ledger.figures(query)) == world.figures(query), "\(by)")
            }
        },
        within("figures of chosen events, programmes, kinds, roles and days leave out the rest") {
            ledger in
            let world = try RandomWorld(ledger)
            let some = world.events.prefix(3).map(\.id)
            let programmes = [world.programmes[0].id, world.programmes[3].id]
            let filters = [
                FigureQuery(events: some), FigureQuery(events: []),
                FigureQuery(programmes: programmes), FigureQuery(programmes: []),
                FigureQuery(kind: .seminar), FigureQuery(role: .trainer),
                FigureQuery(from: try Sample.day("2010-01-01")),
                FigureQuery(to: try Sample.day("2009-03-01")),
                FigureQuery(
                    events: world.events.map(\.id), programmes: programmes, kind: .workshop,
                    role: .participant, from: try Sample.day("2008-01-01"),
                    to: try Sample.day("2013-12-31")),
            ]

            for filter in filters {
                for by in [[], [.country, .gender], [.kind], [.session]]
                    as [[FigureQuery.Dimension]]
                {
                    var query = filter
                    query.by = by
                    #expect(try byKeys(ledger.figures(query)) == world.figures(query), "\(query)")
                }
            }
        },
        within("figures asked for again after a change are those after the change") { ledger in
            let world = try RandomWorld(ledger)
            let query = FigureQuery(by: [.country, .gender])
            let before = try #require(try ledger.figures(FigureQuery()).first)
            _ = try ledger.figures(query)

            _ = try ledger.insert(
                Registration(
                    event: world.events[0].id,
                    person: try ledger.insertSample(try Sample.person("New", "One")),
                    standing: .confirmed))

            let after = try #require(try ledger.figures(FigureQuery()).first)
            #expect(after.measures.registrations == before.measures.registrations + 1)
        },
        within("an empty register has one row of noughts in all, and none by anything") { ledger in
            let total = try ledger.figures(FigureQuery())

            #expect(total == [FigureCount(keys: [], measures: Measures())])
            #expect(try ledger.figures(FigureQuery(by: [.country])).isEmpty)
            #expect(try ledger.headCounts(FigureQuery()).isEmpty)
            #expect(try ledger.flagsToMend() == 0)
        },
        within("flags that the log or the outbox contradicts are counted") { ledger in
            let world = try RandomWorld(ledger)
            let before = try ledger.flagsToMend()
            var changed = world.registrations.prefix(3).map { $0 }
            changed[0].invited.toggle()
            changed[1].completed.toggle()
            changed[1].attended = true
            changed[2].attended.toggle()
            changed[2].completed = false

            for registration in changed { try ledger.update(registration) }

            #expect(before == 0)
            #expect(try ledger.flagsToMend() == 3)
        },
    ]

    private static func byKeys(_ rows: [FigureCount]) -> [[String?]: Measures] {
        Dictionary(rows.map { ($0.keys, $0.measures) }) { first, _ in
            Issue.record("The same keys came twice.")
            return first
        }
    }
}
