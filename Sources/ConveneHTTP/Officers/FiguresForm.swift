import Convene
import Hummingbird

/// What is asked of the figures in the address of their page.
struct FiguresForm {
    let request: FigureRequest
    let measure: Measures.Name

    /// - Throws: `value.invalid`.
    init(_ query: Parameters) throws {
        func text(_ name: String) -> String { query.get(name) ?? "" }
        var by = [text("by"), text("and")].compactMap { FigureQuery.Dimension(rawValue: $0) }
        if by.count == 2, by[0] == by[1] { by.removeLast() }
        request = FigureRequest(
            events: try text("event").split(whereSeparator: { $0 == "," || $0 == " " })
                .map { try Code(String($0)) },
            programmes: text("programme").isEmpty ? [] : [try Code(text("programme"))],
            kind: Event.Kind(rawValue: text("kind")), role: Role(rawValue: text("role")),
            from: Day(text("from")), to: Day(text("to")),
            by: by.isEmpty && query.get("by") == nil ? [.country, .gender] : by)
        measure = Measures.Name(rawValue: text("measure")) ?? .attended
    }

    func fields(_ house: House, programmes: [Programme], _ visit: Visit) -> [FormField] {
        let words = house.words(visit)
        let dimensions = words.options(FigureQuery.Dimension.self, "desk.by")
        let all = words["desk.all"]
        return [
            .filter(
                "by", words["desk.figures-by"], dimensions, request.by.first?.rawValue,
                all: words["desk.figures-total"]),
            .filter(
                "and", words["desk.figures-and"], dimensions,
                request.by.count > 1 ? request.by[1].rawValue : nil, all: "–"),
            .filter(
                "measure", words["desk.measure"],
                words.options(Measures.Name.self, "desk.measure"), measure.rawValue,
                all: words["desk.measure.attended"]),
            FormField(
                "event", words["desk.figures-events"], .line("text"),
                [request.events.map(\.text).joined(separator: ", ")]),
            .filter(
                "programme", words["programme"], programmes.map { .init($0.code.text, $0.title) },
                request.programmes.first?.text, all: all),
            .filter(
                "kind", words["desk.column-kind"], house.kinds(visit), request.kind?.rawValue,
                all: all),
            .filter(
                "role", words["desk.column-role"],
                Role.allCases.map { .init($0.rawValue, house.role($0, visit)) },
                request.role?.rawValue, all: all),
            FormField("from", words["desk.from"], .line("date"), [request.from?.text ?? ""]),
            FormField("to", words["desk.to"], .line("date"), [request.to?.text ?? ""]),
        ]
    }

    /// The same question as the query of an address.
    var query: [(String, String)] {
        [
            ("by", request.by.first?.rawValue ?? ""),
            ("and", request.by.count > 1 ? request.by[1].rawValue : ""),
            ("measure", measure.rawValue),
            ("event", request.events.map(\.text).joined(separator: ",")),
            ("programme", request.programmes.first?.text ?? ""),
            ("kind", request.kind?.rawValue ?? ""), ("role", request.role?.rawValue ?? ""),
            ("from", request.from?.text ?? ""), ("to", request.to?.text ?? ""),
        ].filter { !$0.1.isEmpty || $0.0 == "by" }
    }
}
