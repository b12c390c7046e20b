import Convene
import Hummingbird

extension House {
    /// The officers' first page: what waits for them.
    func addStart(to router: some RouterMethods<Visit>) {
        router.get("/office") { request, visit in try await startPage(request, visit) }
    }

    private func startPage(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let actor = try visit.actor
        let events = try await office.eventDesk(actor).list()
        let mail = try await ifAllowed { try await office.postRoom(actor).count() }
        let late = try await office.planDesk(actor).list(PlanFilter(condition: .overdue))
        let live = events.filter { [.planned, .open, .closed].contains($0.event.status) }
            .sorted { ($0.firstDay, $0.event.code) < ($1.firstDay, $1.event.code) }
        var values: [String: Any] = [
            "tallies": tallies(live, mail, late: late.count, visit),
            "events": eventGrid(Array(live.prefix(12)), words, visit).forTemplate,
            "activities": activityGrid(Array(late.prefix(12)), words, visit).forTemplate,
        ]
        if mail != nil {
            let held = try await office.frontDoor(actor).card().mailHeld
            values.add("held", held.map { words.text("desk.outbox-held", ["reason": $0]) })
        }
        values.add("said", words.said(request))
        return desk("desk-start", titled: words["desk.start-title"], in: .start, visit, values)
    }

    private func tallies(
        _ events: [EventSummary], _ mail: [Message.State: Int]?, late: Int, _ visit: Visit
    ) -> [[String: Any]] {
        let words = words(visit)
        func sum(_ standing: Standing) -> Int {
            events.reduce(0) { $0 + ($1.standings[standing] ?? 0) }
        }
        var lines = [
            ("applied", sum(.applied), visit.to("/office/events")),
            ("waitlisted", sum(.waitlisted), visit.to("/office/events")),
            ("overdue", late, visit.to("/office/programmes")),
        ]
        if let mail {
            func count(_ states: [Message.State]) -> Int {
                states.reduce(0) { $0 + (mail[$1] ?? 0) }
            }
            lines += [
                (
                    "mail-waiting", count([.queued, .retry, .sending, .held]),
                    visit.to("/office/outbox")
                ),
                (
                    "mail-failed", count([.failed, .unknown]),
                    visit.to("/office/outbox", ["state": "failed"])
                ),
            ]
        }
        return lines.map { key, number, way in
            [
                "way": way, "number": number,
                "text": words.plural("desk.tally.\(key)", count: number) ?? "",
                "is-here": false,
            ]
        }
    }
}

extension EventSummary {
    /// The day by which it stands in a list; what has neither dates nor a term comes last.
    var firstDay: Day {
        event.dates?.lowerBound ?? event.term?.first ?? Day(daysSince1970: 200_000)
    }
}
