import Convene
import Hummingbird

extension House {
    /// The lists that were brought in: what each line became, and taking one back.
    func addBatches(to router: some RouterMethods<Visit>) {
        router.get("/office/lists/:batch", use: showBatch)
        router.post("/office/lists/:batch/undo", use: takeUndoing)
    }

    private func showBatch(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let file = try await office.importDesk(try visit.actor).file(try visit.batch())
        let batch = file.batch
        var page = FormPage(
            title: batch.file, place: .lists, action: "\(batch.path)/undo",
            button: words["desk.go-on"],
            fields: [
                FormField("undo-reason", words["desk.reason"], .line("text"), most: 500)
            ], heading: words["desk.list.undo"],
            facts: [
                (words["desk.list.kind"], words["desk.list.of.\(batch.list.rawValue)"]),
                (words["desk.column-event"], file.event?.title ?? ""),
                (words["desk.list.count.rows"], String(batch.rows)),
                (words["when"], batch.at.minute() + " UTC"),
                (words["desk.column-actor"], batch.actor.name),
                (words["desk.list.undone"], batch.undoneAt.map { $0.minute() + " UTC" } ?? ""),
            ], grids: [lineGrid(file, words)],
            back: (visit.to("/office/lists"), words["desk.lists"]))
        page.canDo = batch.undoneAt == nil && visit.offers(.undo, on: .list)
        page.said = words.said(request)
        return show(page, visit)
    }

    private func takeUndoing(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        let words = words(visit)
        let desk = office.importDesk(try visit.actor)
        let number = try visit.batch()
        guard data.has("confirmed") else {
            let undoing = try await desk.undoing(number)
            let path = "/office/lists/\(number.rawValue)"
            return preview(
                titled: words.text("desk.list.undo-title", ["file": undoing.file]),
                words.effects(of: undoing),
                Preview(
                    action: path + "/undo", kept: data.kept(["undo-reason"]),
                    back: visit.to(path), isGrave: true), in: .lists, visit)
        }
        _ = try await desk.undo(number, reason: data["undo-reason"])
        return Response.redirect(
            to: visit.to("/office/lists/\(number.rawValue)", ["said": "list-undone"]))
    }

    /// The lists that were brought in, in a table.
    func batchGrid(_ batches: [ImportBatch], _ words: PageWords, _ visit: Visit) -> Grid {
        Grid(
            "imports", words["desk.lists"],
            columns: [
                words["desk.list.file"], words["desk.list.kind"], words["desk.list.count.rows"],
                words["when"], words["desk.column-actor"], words["desk.list.undone"],
            ], numbers: [2], none: words["desk.list.none"],
            rows: batches.map { batch in
                Grid.Row([
                    .init(batch.file, link: visit.to(batch.path)),
                    .init(words["desk.list.of.\(batch.list.rawValue)"]), .init(String(batch.rows)),
                    .init(batch.at.minute() + " UTC"), .init(batch.actor.name),
                    .init(batch.undoneAt.map { $0.minute() + " UTC" } ?? ""),
                ])
            })
    }

    private func lineGrid(_ file: ImportFile, _ words: PageWords) -> Grid {
        Grid(
            "lines", words["desk.list.lines"],
            columns: [
                words["desk.list.line"], words["desk.list.became"], words["desk.column-name"],
                words["desk.state"],
            ], numbers: [0], none: words["desk.none"],
            rows: file.lines.prefix(5000).map { line in
                Grid.Row(
                    String(line.entry.line),
                    words.subject(line.entry.subject), line.name ?? words["desk.list.is-gone"],
                    words[line.entry.made ? "desk.list.made" : "desk.list.found"])
            })
    }
}

extension ImportBatch {
    fileprivate var path: String { "/office/lists/\(id.rawValue)" }
}

extension Visit {
    fileprivate func batch() throws -> ImportBatch.ID { ImportBatch.ID(Int64(try number("batch"))) }
}

extension PageWords {
    /// What goes, what goes back and what stays, where a list is taken back.
    fileprivate func effects(of undoing: ImportUndoing) -> [String] {
        let counts = [
            ("registrations", undoing.registrations.count), ("people", undoing.people.count),
            ("programmes", undoing.programmes.count), ("events", undoing.events.count),
            ("activities", undoing.activities.count), ("marks", undoing.marks.count),
            ("moved-up", undoing.movedUp),
        ]
        let names = [
            ("restored", undoing.restored), ("staying", undoing.staying),
            ("changed-since", undoing.changedSince),
        ]
        return counts.filter { $0.1 > 0 }.map { text("desk.undo.\($0.0)", count: $0.1) }
            + names.filter { !$0.1.isEmpty }.map {
                text("desk.undo.\($0.0)", ["names": $0.1.joined(separator: ", ")])
            }
    }
}
