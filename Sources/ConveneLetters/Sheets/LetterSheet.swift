import Convene
import Mustache

/// A letter written once for everybody to whom it says the same, with marks where it speaks of the
/// person. Filled in, it is to the octet what the templates would have made of that person.
struct LetterSheet: Sendable {
    let subject: String
    let plain: SheetText
    let html: SheetText
    /// The table of facts alone, as plain text.
    let facts: SheetText
    let place: String
    /// Whether the marks do for everybody. They don't in a subject, which the page around the HTML
    /// escapes by rules of its own.
    let isForAnybody: Bool

    init(
        _ matter: LetterMatter, to addressee: Addressee, under letterhead: Letterhead,
        from shelf: TemplateShelf, written: MustacheTemplate? = nil
    ) {
        let fields = LetterFields(matter, to: addressee, under: letterhead, in: shelf.wording)
        let draft = shelf.draft(matter.purpose, written: written, fields.values)
        let writer = PlainWriter(wording: shelf.wording)
        subject = TemplateMarks.line(draft.subject)
        isForAnybody = !SheetText(draft.subject).isPersonal
        plain = SheetText(writer.text(draft.blocks))
        html = SheetText(shelf.page(subject: subject, body: HTMLWriter.html(draft.blocks)))
        facts = SheetText(writer.facts(draft.blocks))
        place = fields.place
    }
}
