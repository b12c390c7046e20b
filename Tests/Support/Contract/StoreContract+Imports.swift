import Convene
import Testing

extension StoreContract {
    static let imports: [StoreContract] = [
        within("what a list changed comes back as it was") { ledger in
            let id = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            let bare = Programme(id: id, code: try Code("p"), title: "P")
            let programme = Programme(
                id: id, code: try Code("p"), title: "Музеи", parent: .init(7), startYear: 2010,
                endYear: 2012, countries: [try Sample.country("KZ")],
                targets: [.init(measure: .events(.seminar), goal: 8)], agreement: "signed")
            let term = try Term("2nd and 3rd quarter 2021")
            let event = Event(
                id: .init(3), code: try Code("e"), programme: id, kind: .visit, title: "E",
                term: term, dates: try Sample.days("2021-06-01", "2021-06-02"),
                city: "Kyiv", country: try Sample.country("UA"), venue: "Hall",
                zone: try Zone("Europe/Kyiv"), mode: .hybrid, capacity: 20,
                completionPercent: 50, languages: [try Language.reading("ru")],
                description: "D", status: .open)
            let done = Tick(on: try Sample.day("2021-06-01"), by: Sample.officer)
            let activity = Activity(
                id: .init(5), programme: id, year: 2021, number: 2, title: "A", term: term,
                steps: [ActivityStep(title: "Б", term: term, done: done)], done: done,
                isDropped: true)
            let changes: [ImportChange?] = [
                .programme(.init(before: bare, after: programme)),
                .programme(.init(before: nil, after: bare)),
                .event(
                    .init(
                        before: nil,
                        after: EventState(
                            event: event,
                            organisers: [.init(organisation: .init(4), part: .host)]))),
                .activity(.init(before: activity, after: activity)),
                .marks([.init(registration: .init(1), session: .init(2), entry: 3)]), nil,
            ]
            let batch = try ledger.insert(
                ImportBatch(
                    list: .plan, file: "plan.csv", digest: [1], rows: 6, at: Sample.now,
                    actor: Sample.officer))

            for (line, change) in changes.enumerated() {
                try ledger.insert(
                    .init(line: line, subject: .activity(.init(1)), made: true, change: change),
                    of: batch)
            }

            #expect(try ledger.entries(of: batch).map(\.change) == changes)
        }
    ]
}
