import Convene
import ConveneReports
import FoundationEssentials

extension Value {
    /// A country: its name for people, its code for programs.
    init(_ country: Country?) {
        self = country.map { .named($0.name(in: .english), .text($0.code)) } ?? .nothing
    }

    /// A country by its code, where a list would be too wide for names.
    init(code country: Country?) { self.init(country?.code) }

    init(_ day: Day?) { self.init(day?.text) }

    init(_ dates: ClosedRange<Day>?) {
        guard let dates else {
            self = .nothing
            return
        }
        let (first, last) = (dates.lowerBound.text, dates.upperBound.text)
        self = .named(
            first == last ? first : "\(first) – \(last)",
            .record(["from": .text(first), "to": .text(last)]))
    }

    /// A term as people wrote it, with its span for programs.
    init(_ term: Term?) {
        self =
            term.map { term in
                .named(
                    term.text,
                    .record([
                        "text": .text(term.text), "from": .text(term.first.text),
                        "to": .text(term.last.text),
                    ]))
            } ?? .nothing
    }

    init(_ instant: Date?) {
        self = instant.map { .text($0.formatted(.iso8601)) } ?? .nothing
    }

    init(_ languages: [Language]) { self = .list(languages.map { .text($0.code) }) }

    init<Choice: RawRepresentable<String>>(_ choice: Choice?) { self.init(choice?.rawValue) }
}

extension Int {
    /// The number with a noun in the right form: `1 person`, `12 people`.
    func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
