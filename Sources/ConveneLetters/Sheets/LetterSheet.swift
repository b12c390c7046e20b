import Convene
import Mustache

/// A letter written once for everybody to whom it says the same, with marks where it speaks of the
/// person. Filled in, it is to the octet what the templates would have made of that person.
struct LetterSheet: Sendable {
    let subject: String
    let texts: Letter.Sheet
    /// Whether the marks do for everybody. They don't in a subject, which the page around the HTML
    /// escapes by rules of its own.
    let isForAnybody: Bool
    /// What is to be filled in, in the order of the marks; nothing for a mark that it has not.
    private let fields: [LetterField?]

    /// - Parameter copy: what a calendar entry says of the guest; without it there is none.
    /// - Throws: ``LetterFault`` when the calendar entry would be incomplete.
    init(
        _ matter: LetterMatter, to addressee: Addressee, _ copy: CalendarCopy?,
        under letterhead: Letterhead, from shelf: TemplateShelf, written: MustacheTemplate? = nil
    ) throws(LetterFault) {
        let fields = LetterFields(matter, to: addressee, under: letterhead, in: shelf.wording)
        let draft = shelf.draft(matter.purpose, written: written, fields.values)
        let writer = PlainWriter(wording: shelf.wording)
        subject = TemplateMarks.line(draft.subject)
        isForAnybody = SheetText(draft.subject).fields.isEmpty
        let html = shelf.page(subject: subject, body: HTMLWriter.html(draft.blocks))
        texts = Letter.Sheet(
            plain: SheetText(writer.text(draft.blocks)), html: SheetText(LetterField.inHTML(html)),
            calendar: try copy.flatMap { copy throws(LetterFault) in
                try LetterSheet.calendar(
                    matter, copy, facts: writer.facts(draft.blocks), place: fields.place,
                    in: shelf.wording)
            }, contact: matter.event.contact)
        let marks = texts.fields
        self.fields = LetterField.allCases.prefix(marks.max().map { $0 + 1 } ?? 0)
            .map { marks.contains($0.rawValue) ? $0 : nil }
    }

    /// The letter to somebody.
    func letter(to addressee: Addressee, _ copy: CalendarCopy?, in language: Language) -> Letter {
        Letter(
            language: language, subject: subject, sheet: texts,
            fields: fields.map { $0?.value(for: addressee, copy) ?? "" })
    }

    /// The calendar entry says what the letter's table of facts says, and where to answer.
    private static func calendar(
        _ matter: LetterMatter, _ copy: CalendarCopy, facts: String, place: String,
        in wording: Wording
    ) throws(LetterFault) -> Letter.Sheet.Calendar? {
        let link = wording.text("calendar-link", ["link": Letter.linkMark])
        let entry = CalendarEntry(
            matter, copy, place: place,
            description: matter.purpose == .cancellation ? facts : facts + "\n\n" + link)
        return try entry.map { entry throws(LetterFault) in
            .init(
                method: entry.method, text: SheetText(LetterField.inCalendar(try entry.text())))
        }
    }
}
