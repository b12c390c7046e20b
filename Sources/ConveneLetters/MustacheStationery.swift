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
    private let fields = FieldDrawer()
    private let plates = PlateDrawer()
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
        let copy = occasion.invitation.map {
            CalendarCopy(occasion, $0, name: addressee.name, under: letterhead)
        }
        let letter = try sheet(for: occasion, to: addressee, copy, from: shelf)
            .letter(to: addressee, copy, in: shelf.wording.language)
        try checkSize(of: letter, occasion)
        return letter
    }

    /// - Throws: ``LetterFault`` when the link is missing or unfit, or a header can't be written.
    package func seal(
        _ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date
    ) throws -> [UInt8] {
        let mail = try SealedMail(
            letter, as: message, under: letterhead, link: link, automatic: automatic, at: date,
            from: fields, plates: plates)
        return try dkim?.signed(mail.bytes, at: date) ?? mail.bytes
    }

    /// The sheet that others get too, or one for this person alone where their name asks for that.
    private func sheet(
        for occasion: Occasion, to addressee: Addressee, _ copy: CalendarCopy?,
        from shelf: TemplateShelf
    ) throws -> LetterSheet {
        let matter = LetterMatter(occasion, in: shelf.wording.language)
        let written = try matter.text.map { text throws(Problem) in
            try self.written.template(text, parts: shelf.parts)
        }
        if addressee.isLikeAnybody {
            let sheet = try drawer.sheet(for: matter) { () throws(LetterFault) in
                try LetterSheet(
                    matter, to: .anybody, copy.map { _ in .anybody(under: letterhead) },
                    under: letterhead, from: shelf, written: written)
            }
            if sheet.isForAnybody { return sheet }
        }
        return try LetterSheet(
            matter, to: addressee, copy, under: letterhead, from: shelf, written: written)
    }

    /// Gmail cuts a mail off at about 102 KB, and with it what stands at its end (MSG-12).
    private func checkSize(of letter: Letter, _ occasion: Occasion) throws(Problem) {
        let octets = letter.sheet.html.count(with: letter.fields)
        guard octets > MustacheStationery.longestHTML else { return }
        throw .templateTooLong(
            occasion.text?.source
                ?? "\(letter.language.code)/\(occasion.purpose.rawValue).mustache",
            octets: octets, limit: MustacheStationery.longestHTML)
    }

    private static let longestHTML = 100_000
}
