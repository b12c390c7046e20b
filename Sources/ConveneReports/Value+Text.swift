extension Value {
    /// As people read it, in a table or in Markdown.
    package var reading: String {
        switch self {
        case .nothing: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .ratio(let ratio): ratio.flatMap(Decimals.percent) ?? "–"
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let values): values.map(\.reading).joined(separator: ", ")
        case .record(let record):
            record.members.map { "\($0.key): \($0.value.reading)" }.joined(separator: ", ")
        case .named(let name, _): name
        }
    }

    /// Whether a spreadsheet takes it for a number, so that no guard may stand before it.
    var isNumber: Bool {
        switch self {
        case .number, .ratio: true
        case .nothing, .text, .flag, .list, .record, .named: false
        }
    }
}
