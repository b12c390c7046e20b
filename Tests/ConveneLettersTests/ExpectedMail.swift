import Convene
import ConveneLetters
import Foundation

/// What `parse_back.py` must find in a mail: made from the occasion and the letter, by other ways
/// than those that made the mail.
struct ExpectedMail: Encodable {
    let headers: [String: String]
    let names: [String]
    let mailboxes: [String: [String]]
    let plain: String
    let html: String
    let parts: [String]
    /// Name and bytes of each file, the calendar's aside.
    let files: [[String]]
    let calendar: Entry?

    struct Entry: Encodable {
        let method: String
        let properties: [String: String?]
        let names: [String]
        let parameters: [String: [String: String]]
    }

    init(_ letter: Letter, _ message: Message, _ occasion: Occasion) {
        headers = [
            "Subject": letter.subject, "To": message.address.text,
            "Reply-To": "answers@example.org", "Date": "Thu, 01 Sep 2011 09:00:00 +0000",
            "Message-ID": "<\(message.headerID)>", "MIME-Version": "1.0",
            "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All",
            "Content-Language": letter.language.code,
        ].merging(ExpectedMail.listFields(letter)) { $1 }
        names =
            [
                "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version",
                "Auto-Submitted", "X-Auto-Response-Suppress",
            ] + ExpectedMail.listFields(letter).keys.sorted() + [
                "Content-Language", "Content-Type", "Content-Transfer-Encoding",
            ]
        mailboxes = [
            "From": ["Bureau régional, “Культура”", "office@example.org"],
            "To": ["", message.address.text],
        ]
        plain = letter.plain.replacing(Letter.linkMark, with: Sample.link)
        html = letter.html.replacing(Letter.linkMark, with: Sample.link)
        calendar = letter.calendar.map { Entry($0.method, letter, occasion) }
        let texts = ["multipart/alternative", "text/plain", "text/html"]
        let files = letter.attachments.map { _ in "application/pdf" }
        parts =
            switch (calendar != nil, files.isEmpty) {
            case (false, true): texts
            case (false, false): ["multipart/mixed"] + texts + files
            case (true, _):
                ["multipart/mixed"] + texts + ["text/calendar", "application/ics"] + files
            }
        self.files = letter.attachments.map {
            [$0.name, Data($0.bytes).base64EncodedString()]
        }
    }

    private static func listFields(_ letter: Letter) -> [String: String] {
        guard let offer = letter.unsubscription, let page = offer.page else { return [:] }
        return [
            "List-Id": "<\(offer.stream.rawValue).example.org>",
            "List-Unsubscribe": "<\(page)>, <mailto:\(offer.address)>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        ]
    }
}

extension ExpectedMail.Entry {
    init(_ method: Letter.Calendar.Method, _ letter: Letter, _ occasion: Occasion) {
        let isRequest = method == .request
        let isTimed = !occasion.sessions.isEmpty
        self.method = method.rawValue
        properties = [
            "UID": occasion.invitation?.calendarUID, "SEQUENCE": "2",
            "DTSTAMP": "20110901T090000Z",
            "DTSTART": isTimed ? "20111030T073000Z" : "20111003",
            "DTEND": isTimed ? "20111030T150000Z" : "20111008",
            "SUMMARY": occasion.event.title.trimmingCharacters(in: .whitespaces),
            "ORGANIZER": "mailto:answers@example.org",
            "ATTENDEE": "mailto:" + occasion.address.text,
            "URL": isRequest ? Sample.link : nil, "STATUS": isRequest ? "CONFIRMED" : nil,
            "DESCRIPTION": isRequest ? ExpectedMail.Entry.description(letter) : nil,
        ]
        names =
            [
                "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER",
                "ATTENDEE", "LOCATION", "TRANSP",
            ] + (isRequest ? ["URL", "STATUS", "DESCRIPTION"] : [])
        parameters = ["ATTENDEE": ExpectedMail.Entry.attendee(letter, occasion, isRequest)]
    }

    private static func attendee(_ letter: Letter, _ occasion: Occasion, _ isRequest: Bool)
        -> [String: String]
    {
        let person = occasion.person
        let name = (letter.language == .russian ? person.otherName : nil) ?? person.name
        return [
            "CN": name.full.replacing("\"", with: "'"), "CUTYPE": "INDIVIDUAL",
            "ROLE": "REQ-PARTICIPANT",
        ].merging(isRequest ? answer(occasion.purpose) : [:]) { $1 }
    }

    private static func answer(_ purpose: Message.Purpose) -> [String: String] {
        purpose == .confirmation
            ? ["PARTSTAT": "ACCEPTED", "RSVP": "FALSE"]
            : ["PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"]
    }

    /// The second paragraph but one of a letter is its facts: the one that names the role.
    private static func description(_ letter: Letter) -> String {
        let facts = letter.plain.components(separatedBy: "\n\n")
            .first {
                $0.contains("\nYour role") || $0.contains("\nВаша роль")
                    || $0.contains("\nVotre rôle")
            }
        let answer = ["en": "Your answer: ", "ru": "Ваш ответ: ", "fr": "Votre réponse\u{A0}: "]
        return (facts ?? "") + "\n\n" + (answer[letter.language.code] ?? "") + Sample.link
    }
}
