import Convene
import ConveneBootstrap
import ConveneReports
import HTTPTypes
import Hummingbird
import NIOCore

extension House {
    /// A list that waits: what it would bring, what its columns are, who its people may be; then it
    /// is brought in.
    func addWaitingLists(to router: some RouterMethods<Visit>) {
        router.get("/office/lists/waiting/:ticket", use: showWaitingList)
        router.post("/office/lists/waiting/:ticket", use: takeWaitingList)
        router.get("/office/lists/waiting/:ticket/faults.xlsx", use: sendFaults)
    }

    private func showWaitingList(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try waitingList(visit)
        return try await waitingPage(list, visit)
    }

    private func takeWaitingList(_ request: Request, _ visit: Visit) async throws -> Response {
        let data = try await form(request, visit)
        var list = try waitingList(visit)
        ListAnswers(data).apply(to: &list)
        waitingLists.replace(try visit.part("ticket"), by: list)
        guard data.has("confirmed") else { return try await waitingPage(list, visit) }
        do {
            let report = try await list.enter(office, try visit.actor)
            waitingLists.drop(try visit.part("ticket"))
            return entered(report, list, visit)
        } catch {
            // What was right when it was looked at may be wrong by now.
            return try await waitingPage(list, refused: try FormRefusal(error), visit)
        }
    }

    private func waitingList(_ visit: Visit) throws -> HandedList {
        let account = try visit.signedIn().account.id
        guard let list = waitingLists.find(try visit.part("ticket"), of: account, at: .now) else {
            throw Problem(.importUnknown, words(visit)["desk.list.gone"])
        }
        return list
    }

    private func waitingPage(
        _ list: HandedList, refused: FormRefusal = FormRefusal(), _ visit: Visit
    ) async throws -> Response {
        let unclear = try await list.unclear(office, try visit.actor)
        do {
            let report = try await list.preview(office, try visit.actor)
            return show(try previewPage(list, report, unclear, visit), refused: refused, visit)
        } catch {
            var refusal = try FormRefusal(error)
            // What is not understood is asked below, column by column.
            if !unclear.isEmpty {
                refusal.problem = refusal.problem.map { Problem($0.code, $0.message) }
            }
            return show(try columnsPage(list, unclear, visit), refused: refusal, visit)
        }
    }

    /// The page of a list whose columns have to be explained first.
    private func columnsPage(_ list: HandedList, _ unclear: [UnclearColumn], _ visit: Visit) throws
        -> FormPage
    {
        let words = words(visit)
        let fields = ListAnswers.columns(unclear, of: list, words)
        var page = FormPage(
            title: words.text("desk.list.preview", ["file": list.sheet.file]), place: .lists,
            action: try path(visit), button: words["desk.list.look"], fields: fields,
            heading: words["desk.list.columns"], back: back(list, words, visit))
        page.canDo = !fields.isEmpty
        return page
    }

    private func previewPage(
        _ list: HandedList, _ report: ListReport, _ unclear: [UnclearColumn], _ visit: Visit
    ) throws -> FormPage {
        let words = words(visit)
        let isWhole = report.faults.isEmpty
        let columns = ListAnswers.columns(unclear, of: list, words)
        var page = FormPage(
            title: words.text("desk.list.preview", ["file": list.sheet.file]), place: .lists,
            action: try path(visit),
            button: words[isWhole ? "desk.list.enter" : "desk.list.look"],
            fields: columns + ListAnswers.people(report, of: list, words),
            heading: isWhole ? words["desk.list.whole"] : "",
            text: report.notes.joined(separator: " "), facts: words.facts(of: report),
            grids: words.grids(of: report), kept: isWhole ? [("confirmed", "yes")] : [],
            back: back(list, words, visit))
        page.canDo = isWhole || !columns.isEmpty
        if !report.faults.isEmpty || !report.warnings.isEmpty {
            page.link = (visit.to(try path(visit) + "/faults.xlsx"), words["desk.list.faults-file"])
        }
        return page
    }

    /// What a list has brought.
    private func entered(_ report: ListReport, _ list: HandedList, _ visit: Visit) -> Response {
        let words = words(visit)
        var page = FormPage(
            title: words.text("desk.list.entered", ["file": list.sheet.file]), place: .lists,
            action: "", button: "", fields: [], text: report.notes.joined(separator: " "),
            facts: words.facts(of: report), back: back(list, words, visit))
        page.canDo = false
        page.said = words.text("desk.list.rows", count: report.rows)
        if let batch = report.batch, visit.officer?.rights.see(.lists) == true {
            page.link = (visit.to("/office/lists/\(batch.rawValue)"), words["desk.list.lines"])
        }
        return show(page, visit)
    }

    private func back(_ list: HandedList, _ words: PageWords, _ visit: Visit)
        -> (way: String, name: String)
    {
        guard case .entries(let event, _) = list.target else {
            return (visit.to("/office/lists"), words["desk.lists"])
        }
        return (
            visit.to("/office/events/\(PercentText.encoded(event.text))/list"),
            words["desk.tab.list"]
        )
    }

    private func path(_ visit: Visit) throws -> String {
        "/office/lists/waiting/\(try visit.part("ticket"))"
    }

    /// The list with what is wrong in each row, to be sent back to whoever made it.
    private func sendFaults(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try waitingList(visit)
        let report = try await list.preview(office, try visit.actor)
        let sheet = FaultFile.report(
            list.sheet, report, heading: words(visit)["desk.list.what-is-wrong"])
        let bytes = try Lists.workbook(
            name: sheet.name, headings: sheet.columns.map(\.heading),
            rows: sheet.rows.map { $0.map(\.reading) })
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"faults.xlsx\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension PageWords {
    fileprivate func facts(of report: ListReport) -> [(String, String)] {
        [
            (self["desk.list.reading"], report.reading),
            (self["desk.list.count.rows"], String(report.rows)),
            (self["desk.list.count.new"], String(report.new)),
            (self["desk.list.count.known"], String(report.known)),
            (self["desk.list.count.probable"], report.probable > 0 ? String(report.probable) : ""),
            (
                self["desk.list.count.unasked"],
                ListAnswers.unasked(report) > 0 ? String(ListAnswers.unasked(report)) : ""
            ),
            (
                self["desk.list.count.unchanged"],
                report.unchanged > 0 ? String(report.unchanged) : ""
            ),
            (
                self["desk.list.count.faults"],
                report.faults.isEmpty ? "" : String(report.faults.count)
            ),
        ]
    }

    fileprivate func grids(of report: ListReport) -> [Grid] {
        let columns = Grid(
            "columns", self["desk.list.columns"],
            columns: [self["desk.list.column"], self["desk.column-field"]],
            rows: report.columns.map {
                Grid.Row($0.heading, $0.field.map(listField) ?? self["desk.list.left-out"])
            })
        let sample = Grid(
            "sample", self["desk.list.sample"], columns: [self["desk.list.row"]],
            rows: report.sample.map { Grid.Row($0) })
        return [
            grid(report.faults, "faults"), grid(report.warnings, "warnings"), columns, sample,
        ].filter { !$0.rows.isEmpty }
    }

    private func grid(_ faults: [Fault], _ id: String) -> Grid {
        Grid(
            id, self["desk.list.\(id)"],
            columns: [
                self["desk.list.line"], self["desk.list.column"], self["desk.list.value"],
                self["desk.list.what-is-wrong"],
            ], numbers: [0],
            rows: faults.prefix(500).map {
                Grid.Row(String($0.line), $0.column ?? "", $0.value ?? "", text(of: $0))
            })
    }

    /// What is wrong: in English as it is, elsewhere by what kind of fault it is.
    private func text(of fault: Fault) -> String {
        guard language != .english, let code = fault.code else { return fault.message }
        return text("fault.\(code.rawValue)") ?? text("desk.problem.\(code.rawValue)")
            ?? fault.message
    }

    /// A field of a list by its name for people.
    func listField(_ field: String) -> String { text("desk.list.field.\(field)") ?? field }
}
