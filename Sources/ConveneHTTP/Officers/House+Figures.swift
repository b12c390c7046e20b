import Convene
import ConveneReports
import HTTPTypes
import Hummingbird

extension House {
    /// The figures: a chart, and the table that says the same.
    func addFigures(to router: some RouterMethods<Visit>) {
        router.get("/office/figures") { request, visit in
            _ = try visit.signedIn()
            return try await figuresPage(try FiguresForm(request.uri.queryParameters), visit)
        }
        router.get("/office/figures.csv") { request, visit in
            _ = try visit.signedIn()
            let form = try FiguresForm(request.uri.queryParameters)
            let figures = try await office.figureDesk(try visit.actor).figures(form.request)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"figures.csv\"",
                ],
                body: .init(
                    byteBuffer: ByteBuffer(
                        string: FigureReport(figures, measure: form.measure).render(as: .csv))))
        }
    }

    private func figuresPage(_ form: FiguresForm, _ visit: Visit) async throws -> Response {
        let words = words(visit)
        let figures = try await office.figureDesk(try visit.actor).figures(form.request)
        let naming = KeyNaming(house: self, visit: visit)
        let table = FigureTable(figures, form.measure, naming)
        var values = form.fields(
            self, programmes: try await office.programmeDesk(try visit.actor).list(), visit
        ).forTemplate
        values["totals"] = totals(figures.total, words).facts
        values["figures"] = table.grid(words).forTemplate
        if !figures.rows.isEmpty { values["chart"] = table.chart(words).forTemplate }
        if !figures.headCounts.isEmpty {
            values["head-counts"] = headCountGrid(figures, naming, words).forTemplate
        }
        let query = form.query.map { "\($0)=\(PercentText.encoded($1))" }.joined(separator: "&")
        values["csv"] = "/office/figures.csv?\(query)"
        values.add("lang-field", visit.chosenLanguage?.code)
        return desk("desk-figures", titled: words["desk.figures"], in: .figures, visit, values)
    }

    private func totals(_ total: Measures, _ words: PageWords) -> [(String, String)] {
        Measures.Name.allCases.map { (words["desk.measure.\($0.rawValue)"], String(total[$0])) } + [
            (words["desk.rate"], total.rate.map(words.percent) ?? ""),
            (
                words["desk.women"],
                total.women.map {
                    words.text(
                        "desk.women-of",
                        [
                            "share": words.percent($0), "women": String(total.female),
                            "of": String(total.female + total.male),
                            "other": String(total.other), "undisclosed": String(total.undisclosed),
                        ])
                } ?? ""
            ),
        ]
    }

    private func headCountGrid(_ figures: Figures, _ naming: KeyNaming, _ words: PageWords) -> Grid
    {
        Grid(
            "head-counts", words["desk.head-counts"],
            columns: [
                words["desk.column-event"], words["field-country"], words["field-gender"],
                words["desk.count"],
            ], numbers: [3],
            rows: figures.headCounts.map { row in
                Grid.Row(
                    row.event, row.country?.name(in: words.language) ?? "",
                    row.gender.map { words["desk.gender.\($0.rawValue)"] } ?? "",
                    String(row.number))
            })
    }
}

/// What the values of dimensions are called in the visitor's language.
struct KeyNaming {
    let house: House
    let visit: Visit

    func name(_ key: Figures.Key, of dimension: FigureQuery.Dimension) -> String {
        let words = house.words(visit)
        guard let code = key.code else { return words["desk.unknown"] }
        switch dimension {
        case .country: return Country(code: code)?.name(in: visit.language) ?? key.name
        case .gender: return words["desk.gender.\(code)"]
        case .group: return words["stakeholder.\(code)"]
        case .kind: return Event.Kind(rawValue: code).map { house.kind($0, visit) } ?? key.name
        case .role: return Role(rawValue: code).map { house.role($0, visit) } ?? key.name
        case .region, .event, .programme, .year, .session, .organisation: return key.name
        }
    }
}

extension PageWords {
    /// A share in per cent, to a tenth, as the language writes it.
    fileprivate func percent(_ share: Double) -> String {
        let thousandths = Int((share * 1000).rounded())
        return "\(thousandths / 10)\(self["desk.decimal-mark"])\(thousandths % 10) %"
    }
}
