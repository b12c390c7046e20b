import Convene
import Hummingbird

extension House {
    /// The audit: who did what, the latest first, and the proof that nothing of it was changed.
    func addAudit(to router: some RouterMethods<Visit>) {
        router.get("/office/audit") { request, visit in
            let limit = request.uri.queryParameters.get("limit").flatMap { Int($0) } ?? 100
            return try await auditPage(
                limit: min(max(limit, 1), 5000), said: words(visit).said(request), visit)
        }
        router.post("/office/audit") { request, visit in
            _ = try await form(request, visit)
            _ = try visit.signedIn()
            let count = try await office.auditBook(try visit.actor).verify()
            return Response.redirect(
                to: visit.to("/office/audit", ["said": "verified", "n": String(count)]))
        }
    }

    private func auditPage(limit: Int, said: String?, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        _ = try visit.signedIn()
        let entries = try await office.auditBook(try visit.actor).latest(limit: limit)
        var values: [String: Any] = ["entries": auditGrid(entries, words).forTemplate]
        if entries.count == limit, limit < 5000 {
            values["more"] = visit.to("/office/audit", ["limit": String(limit * 5)])
        }
        values.add("said", said)
        return desk("desk-audit", titled: words["desk.audit"], in: .audit, visit, values)
    }

    /// Entries of the audit in a table.
    func auditGrid(_ entries: [AuditEntry], _ words: PageWords) -> Grid {
        Grid(
            "audit", words["desk.audit"],
            columns: [
                words["when"], words["desk.column-actor"], words["desk.column-act"],
                words["desk.subject"], words["desk.details"],
            ], none: words["desk.none"],
            rows: entries.map { entry in
                Grid.Row([
                    .init(entry.at.minute() + " UTC"), .init(entry.actor.name),
                    .init(words.act(entry.act)), .init(words.subject(entry.subject)),
                    .init(words.details(of: entry)),
                ])
            })
    }
}
