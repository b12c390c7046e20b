package import Convene

package import struct FoundationEssentials.Date

/// Writes letters from Mustache templates, in English, Russian, French and whatever languages the
/// office adds, and seals them into mails. No network.
///
/// A template is a subject line, an empty line and the plain text; the HTML is made from the same.
/// A line `| Dates | {{when}}` is a row of the table of facts, left out when it has nothing to say;
/// `[Answer the invitation]` on a line of its own is a button to the person's answer page.
package struct MustacheStationery: Stationery {
    private let letterhead: Letterhead
    private let cabinet: TemplateCabinet
    private let drawer = SheetDrawer()
    private let written = WrittenLetters()
    private let dkim: DKIMSeal?

    /// - Parameters:
    ///   - folder: the office's own templates, `FOLDER/<language>/<purpose>.mustache`, which come
    ///     before ours; a language may have any of them, and a new one needs `words.txt`.
    ///   - dkim: what signs the mail, where the relay does not.
    /// - Throws: `template.faulty` with the template's name and line; `setting.invalid` when the
    ///   folder can't be read.
    package init(letterhead: Letterhead, folder: String? = nil, dkim: DKIMSeal? = nil)
        throws(Problem)
    {
        self.letterhead = letterhead
        self.dkim = dkim
        cabinet = try TemplateCabinet(own: try folder.map(TemplateFolder.init(path:)) ?? .init())
    }

    /// - Throws: `template.faulty`; ``LetterFault`` when the calendar entry would be incomplete.
    package func compose(_ occasion: Occasion) throws -> Letter {
        let shelf = try cabinet.shelf(for: occasion.purpose, in: occasion.languages)
        let addressee = Addressee(occasion.person, in: shelf.wording)
        let sheet = try sheet(for: occasion, to: addressee, from: shelf)
        let html = sheet.html.filled(for: addressee.mapped(HTMLWriter.escaped))
        try checkSize(of: html, occasion.purpose, in: shelf.wording.language)
        return Letter(
            language: shelf.wording.language, subject: sheet.subject,
            plain: sheet.plain.filled(for: addressee), html: html,
            calendar: try calendar(
                of: occasion, in: shelf.wording, place: sheet.place,
                facts: sheet.facts.filled(for: addressee)))
    }

    /// - Throws: ``LetterFault`` when the link is missing or unfit, or a header can't be written.
    package func seal(
        _ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date
    ) throws -> [UInt8] {
        let mail = try SealedMail(
            letter, as: message, under: letterhead, link: link, automatic: automatic, at: date)
        return try dkim?.signed(mail.bytes, at: date) ?? mail.bytes
    }

    /// The sheet that others get too, or one for this person alone where their name asks for that.
    private func sheet(for occasion: Occasion, to addressee: Addressee, from shelf: TemplateShelf)
        throws(Problem) -> LetterSheet
    {
        let matter = LetterMatter(occasion, in: shelf.wording.language)
        let written = try matter.text.map { text throws(Problem) in
            try self.written.template(text, parts: shelf.parts)
        }
        if addressee.isLikeAnybody {
            let sheet = drawer.sheet(for: matter) {
                LetterSheet(
                    matter, to: .anybody, under: letterhead, from: shelf, written: written)
            }
            if sheet.isForAnybody { return sheet }
        }
        return LetterSheet(
            matter, to: addressee, under: letterhead, from: shelf, written: written)
    }

    /// The calendar entry says what the letter's table of facts says, and where to answer.
    private func calendar(
        of occasion: Occasion, in wording: Wording, place: String, facts: String
    ) throws(LetterFault) -> Letter.Calendar? {
        let link = wording.text("calendar-link", ["link": Letter.linkMark])
        let entry = CalendarEntry(
            occasion, under: letterhead, name: wording.name(of: occasion.person).full,
            place: place,
            description: occasion.purpose == .cancellation ? facts : facts + "\n\n" + link)
        return try entry.map { entry throws(LetterFault) in
            Letter.Calendar(method: entry.method, text: try entry.text())
        }
    }

    /// Gmail cuts a mail off at about 102 KB, and with it what stands at its end (MSG-12).
    private func checkSize(of html: String, _ purpose: Message.Purpose, in language: Language)
        throws(Problem)
    {
        guard html.utf8.count > MustacheStationery.longestHTML else { return }
        throw .templateTooLong(
            "\(language.code)/\(purpose.rawValue)", octets: html.utf8.count,
            limit: MustacheStationery.longestHTML)
    }

    private static let longestHTML = 100_000
}
