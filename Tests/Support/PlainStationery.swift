package import Convene

package import struct FoundationEssentials.Date

/// Letters without templates, which show a test who is written to, why, and what the calendar is
/// told.
package struct PlainStationery: Stationery {
    /// Thrown in place of a letter: a template that somebody broke.
    package var fault: Problem?

    package init(fault: Problem? = nil) { self.fault = fault }

    package func compose(_ occasion: Occasion) throws -> Letter {
        if let fault { throw fault }
        let plain = [
            "To \(Mark.name)", occasion.event.title, occasion.whenText,
            occasion.note, occasion.text?.body ?? "", Letter.linkMark,
        ].filter { !$0.isEmpty }.joined(separator: "\n")
        return Letter(
            language: occasion.languages.first ?? .english,
            subject: "\(occasion.purpose.rawValue): \(occasion.event.title)",
            sheet: Letter.Sheet(
                plain: SheetText(plain), html: SheetText("<p>\(Letter.linkMark)</p>"),
                calendar: occasion.calendar),
            fields: [
                occasion.person.name.full, occasion.invitation?.calendarUID ?? "",
                String(occasion.invitation?.sequence ?? 0),
            ])
    }

    fileprivate enum Mark {
        static let name = SheetText.mark(0)
        static let uid = SheetText.mark(1)
        static let sequence = SheetText.mark(2)
    }

    package func seal(
        _ letter: Letter, as message: Message, link: String?, automatic: Bool, at date: Date
    ) throws -> [UInt8] {
        let lines = [
            "Message-ID: <\(message.headerID)>", "Date: \(Int(date.timeIntervalSince1970))",
            letter.unsubscription.map { offer in
                "List-Unsubscribe: \(offer.page ?? "")|\(offer.address)|\(offer.subject ?? "")"
            }, "Subject: \(letter.subject)", automatic ? "Auto-Submitted: auto-generated" : nil, "",
            letter.plain.replacing(Letter.linkMark, with: link ?? ""),
        ]
        return Array((lines.compactMap { $0 }.joined(separator: "\r\n") + "\r\n").utf8)
    }
}

extension Occasion {
    fileprivate var whenText: String {
        event.dates.map { "\($0.lowerBound.text)/\($0.upperBound.text)" } ?? event.term?.text ?? ""
    }

    fileprivate var calendar: Letter.Sheet.Calendar? {
        guard invitation != nil, [.invitation, .change, .cancellation].contains(purpose) else {
            return nil
        }
        let (uid, sequence) = (PlainStationery.Mark.uid, PlainStationery.Mark.sequence)
        return Letter.Sheet.Calendar(
            method: purpose == .cancellation || purpose == .change && datesGone
                ? .cancel : .request,
            text: SheetText("UID:\(uid)\r\nSEQUENCE:\(sequence)\r\n"))
    }
}
