import Convene

/// What a letter says of the person: the only fields of a template that differ from one person to
/// the next where the ``LetterMatter`` is the same.
struct Addressee: Equatable, Sendable {
    let salutation: String
    let name: String

    init(_ person: Person, in wording: Wording) {
        salutation = TemplateMarks.line(wording.salutation(of: person))
        name = TemplateMarks.line(wording.name(of: person).full)
    }

    private init(salutation: String, name: String) {
        self.salutation = salutation
        self.name = name
    }

    /// Marks in place of the person.
    static let anybody = Addressee(
        salutation: String(TemplateMarks.salutation), name: String(TemplateMarks.name))

    /// Whether a letter to the person has the same sections, rows and paragraphs as one to
    /// ``anybody``: it has unless there is nothing to read in one of the fields.
    var isLikeAnybody: Bool { !salutation.isBlank && !name.isBlank }
}
