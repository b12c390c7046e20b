import Convene
import Testing

extension StoreContract {
    static let plans: [StoreContract] = [
        within("an activity comes back whole, with everything set and with nothing set") { ledger in
            let programme = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            let done = Tick(on: try Sample.day("2021-06-01"), by: Sample.officer)
            var bare = Activity(programme: programme, year: 2021, number: 1, title: "")
            var full = Activity(
                programme: programme, year: 2021, number: 2, title: "O'Neill; «Музей»\n\"x\"",
                term: try Term("2nd and 3rd quarter 2021"),
                steps: [
                    ActivityStep(title: "Б", term: try Term("May 2021"), done: done),
                    ActivityStep(title: "А"),
                ], done: Tick(on: done.on, by: .system), isDropped: true)

            bare.id = try ledger.insert(bare)
            full.id = try ledger.insert(full)

            #expect(try ledger.activity(bare.id) == bare)
            #expect(try ledger.activity(full.id) == full)
            #expect(try ledger.activity(Activity.ID(9)) == nil)
        },
        within("an activity is written anew with its steps, and stays one of its programme") {
            ledger in
            let programme = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            var activity = Activity(
                programme: programme, year: 2021, number: 1, title: "A",
                steps: [ActivityStep(title: "one"), ActivityStep(title: "two")])
            activity.id = try ledger.insert(activity)
            activity.title = "B"
            activity.steps = [
                ActivityStep(title: "two"), ActivityStep(title: "three", term: try Term("2022")),
                ActivityStep(
                    title: "one", done: Tick(on: try Sample.day("2021-02-28"), by: .system)),
            ]

            try ledger.update(activity)

            #expect(try ledger.activity(activity.id) == activity)
            #expect(throws: (any Error).self) { try ledger.insert(activity) }
        },
        within("activities come by programme, year and number, and are found by these") { ledger in
            let programmes = try ["b", "a"].map {
                try ledger.insert(Programme(code: try Code($0), title: $0))
            }
            for (programme, year, number) in [
                (0, 2021, 10), (0, 2021, 2), (1, 2022, 1), (0, 2020, 3),
            ] {
                _ = try ledger.insert(
                    Activity(
                        programme: programmes[programme], year: year, number: number, title: ""))
            }
            _ = try ledger.insert(
                Activity(programme: programmes[1], year: 2021, number: 2, title: ""))

            let all = try ledger.activities(of: nil)

            #expect(all.map(\.code) == ["2021-2", "2022-1", "2020-3", "2021-2", "2021-10"])
            #expect(try ledger.activities(of: [programmes[1]]) == Array(all.prefix(2)))
            #expect(try ledger.activities(of: []) == [])
            #expect(
                try ledger.activities(year: 2021, number: 2).map(\.programme)
                    == [programmes[1], programmes[0]])
        },
        within("an activity is linked to an event once, and freed of it") { ledger in
            let programme = try ledger.insert(Programme(code: try Code("p"), title: "P"))
            let activity = try ledger.insert(
                Activity(programme: programme, year: 2021, number: 1, title: ""))
            var late = try Sample.event("late")
            late.dates = try Sample.days("2012-01-01", "2012-01-02")
            let events = [try ledger.insert(late), try ledger.insert(try Sample.event("early"))]

            for event in events + events { try ledger.link(activity, to: event) }
            let linked = try ledger.events(carryingOut: activity)
            try ledger.unlink(activity, from: events[0])

            #expect(linked.map(\.code.text) == ["early", "late"])
            #expect(try ledger.events(carryingOut: activity).map(\.id) == [events[1]])
        },
        within("the activities of an event come whole, by programme, year and number") { ledger in
            let programmes = try ["b", "a"].map {
                try ledger.insert(Programme(code: try Code($0), title: $0))
            }
            let event = try ledger.insert(try Sample.event())
            for (programme, number) in [(0, 1), (0, 10), (0, 2), (1, 3)] {
                let activity = try ledger.insert(
                    Activity(
                        programme: programmes[programme], year: 2021, number: number, title: "",
                        steps: [ActivityStep(title: "one")]))
                if number > 1 { try ledger.link(activity, to: event) }
            }

            let carried = try ledger.activities(carriedOutBy: event)

            #expect(carried.map(\.number) == [3, 2, 10])
            #expect(carried.allSatisfy { $0.steps.map(\.title) == ["one"] })
            #expect(try ledger.activities(carriedOutBy: Event.ID(9)) == [])
        },
    ]

    static let outcomes: [StoreContract] = [
        within("an outcome comes back whole, in the order of events and numbers") { ledger in
            var first = try Sample.event("first")
            first.dates = try Sample.days("2010-01-01", "2010-01-01")
            let events = [try ledger.insert(try Sample.event()), try ledger.insert(first)]
            var bare = Outcome(event: events[0], number: 1, wording: "")
            var full = Outcome(
                event: events[1], number: 2, wording: "«Программа»; \"x\"",
                due: try Term("Q1 2012"),
                responsible: "О'Брайен", followUp: "a\nb",
                done: Tick(on: try Sample.day("2012-02-29"), by: Sample.officer))
            var other = Outcome(event: events[1], number: 1, wording: "")

            bare.id = try ledger.insert(bare)
            full.id = try ledger.insert(full)
            other.id = try ledger.insert(other)

            #expect(try ledger.outcomes(of: nil) == [other, full, bare])
            #expect(try ledger.outcomes(of: [events[0]]) == [bare])
            #expect(try ledger.outcomes(of: []) == [])
        },
        within("an outcome is written anew; its number is its own") { ledger in
            let event = try ledger.insert(try Sample.event())
            var outcome = Outcome(event: event, number: 1, wording: "A", due: try Term("2012"))
            outcome.id = try ledger.insert(outcome)
            (outcome.wording, outcome.due) = ("B", nil)
            outcome.done = Tick(on: try Sample.day("2012-01-01"), by: .system)

            try ledger.update(outcome)

            #expect(try ledger.outcomes(of: [event]) == [outcome])
            #expect(throws: (any Error).self) { try ledger.insert(outcome) }
        },
    ]
}
