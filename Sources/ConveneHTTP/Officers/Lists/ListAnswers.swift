import Convene

/// What an officer says of a list that waits: what its columns are, and who the people of its lines.
struct ListAnswers {
    private let data: FormData

    init(_ data: FormData) { self.data = data }

    /// The fields by which columns are explained.
    static func columns(_ unclear: [UnclearColumn], of list: HandedList, _ words: PageWords)
        -> [FormField]
    {
        unclear.compactMap { column in
            guard let index = list.sheet.headings.firstIndex(of: column.heading) else { return nil }
            return FormField(
                "column-\(index)", column.heading,
                .menu(
                    [.init("-", words["desk.list.leave-out"])]
                        + list.fields.map { .init($0, words.listField($0)) }),
                hint: column.examples.isEmpty ? nil : column.examples.joined(separator: "; "))
        }
    }

    /// The fields by which it is said who somebody is that is probably in the register.
    static func people(_ report: ListReport, of list: HandedList, _ words: PageWords) -> [FormField]
    {
        report.probables.prefix(mostAsked).enumerated().map { index, probable in
            let candidates = probable.proposals.prefix(5).map {
                FormField.Option(
                    $0.candidate.id.text,
                    words.sketch($0.candidate) + " – " + words.reasons($0.likeness))
            }
            let answer = list.answers[probable.line].flatMap { $0 }?.text ?? "new"
            var field = FormField(
                "line-\(probable.line)",
                words.text(
                    "desk.list.who", ["line": String(probable.line), "who": probable.sketch]),
                .choice(candidates + [.init("new", words["desk.entry-new"])]), [answer])
            if index == 0 { field.opens = words["desk.entry-probable"] }
            return field
        }
    }

    func apply(to list: inout HandedList) {
        for (index, heading) in list.sheet.headings.enumerated()
        where data.has("column-\(index)") {
            list.map[heading] = data["column-\(index)"]
        }
        for name in data.names where name.hasPrefix("line-") {
            guard let line = Int(name.dropFirst(5)) else { continue }
            let number = Int64(data[name].drop { !$0.isNumber })
            list.answers[line] = .some(number.map { Person.ID($0) })
        }
    }

    /// How many are probably in the register of whom it is not asked; they come in as new.
    static func unasked(_ report: ListReport) -> Int {
        max(0, report.probables.count - mostAsked)
    }

    /// Of so many it is asked on one page.
    private static let mostAsked = 200
}
