package import Convene
package import FoundationEssentials

extension Value {
    /// A country: its name for people, its code for programs.
    package init(_ country: Country?) {
        self = country.map { .named($0.name(in: .english), .text($0.code)) } ?? .nothing
    }

    /// A country by its code, where a list would be too wide for names.
    package init(code country: Country?) { self.init(country?.code) }

    package init(_ day: Day?) { self.init(day?.text) }

    package init(_ dates: ClosedRange<Day>?) {
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
    package init(_ term: Term?) {
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

    package init(_ instant: Date?) {
        self = instant.map { .text($0.formatted(.iso8601)) } ?? .nothing
    }

    package init(_ languages: [Language]) { self = .list(languages.map { .text($0.code) }) }

    package init<Choice: RawRepresentable<String>>(_ choice: Choice?) {
        self.init(choice?.rawValue)
    }
}

extension String {
    /// The text, or nothing where it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
