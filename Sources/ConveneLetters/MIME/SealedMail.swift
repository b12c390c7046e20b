import Convene
import FoundationEssentials

/// The whole of one mail as a mail server is to get it: RFC 5322, every line ended by CRLF (ENV-16).
struct SealedMail {
    let bytes: [UInt8]

    init(
        _ letter: Letter, as message: Message, under letterhead: Letterhead, link: String?,
        automatic: Bool, at date: Date, from drawer: FieldDrawer = FieldDrawer(),
        plates: PlateDrawer = PlateDrawer()
    ) throws(LetterFault) {
        let link = try MailText.checked(link)
        let content = try SealedMail.content(
            of: letter, on: try plates.plate(of: letter.sheet), link: link, of: message.headerID)
        let fields = try SealedMail.fields(
            letter, as: message, under: letterhead, automatic: automatic, at: date, from: drawer)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.size + 2048)
        for field in fields { field.write(to: &bytes) }
        content.write(to: &bytes)
        self.bytes = bytes
    }

    /// The header in its fixed order (MSG-1); Content-Type follows from the content.
    private static func fields(
        _ letter: Letter, as message: Message, under letterhead: Letterhead, automatic: Bool,
        at date: Date, from drawer: FieldDrawer
    ) throws(LetterFault) -> [HeaderField] {
        var fields = [
            try sender(letter.sheet.contact, letterhead, from: drawer),
            try replies(to: letter, under: letterhead),
            try HeaderField("To", address: message.address),
            try drawer.field("Subject", letter.subject) { () throws(LetterFault) in
                try HeaderField("Subject", text: letter.subject)
            },
            try HeaderField("Date", [MailDate.text(date)]),
            try HeaderField("Message-ID", [try identifier(message.headerID)]),
            try HeaderField("MIME-Version", ["1.0"]),
        ]
        if automatic {
            // RFC 3834 §5; the second is the same for Exchange (MSG-15).
            fields.append(try HeaderField("Auto-Submitted", ["auto-generated"]))
            fields.append(try HeaderField("X-Auto-Response-Suppress", ["All"]))
        }
        if let unsubscription = letter.unsubscription {
            fields += try listFields(unsubscription, under: letterhead)
        }
        fields.append(try HeaderField("Content-Language", [letter.language.code]))
        return fields
    }

    /// The address is always the office's, whose domain vouches for the mail (DMARC, RFC 7489 §3.1);
    /// the name is the contact's, by way of the office (MSG-17).
    private static func sender(
        _ contact: Contact?, _ letterhead: Letterhead, from drawer: FieldDrawer
    ) throws(LetterFault) -> HeaderField {
        let name =
            contact.map { contact in
                letterhead.name.isEmpty
                    ? contact.name : "\(contact.name) (via \(letterhead.name))"
            } ?? letterhead.name
        return try drawer.field("From", name + letterhead.from.text) { () throws(LetterFault) in
            try HeaderField("From", display: name, address: letterhead.from)
        }
    }

    /// Questions go to the contact; else to the address that the office reads, with the invitation's
    /// tag where there is one.
    private static func replies(to letter: Letter, under letterhead: Letterhead)
        throws(LetterFault) -> HeaderField
    {
        guard let contact = letter.sheet.contact else {
            return try HeaderField("Reply-To", address: letter.replyTo ?? letterhead.replyTo)
        }
        return try HeaderField("Reply-To", display: contact.name, address: contact.address)
    }

    /// The list that the mail is of, and how to leave it, in one click where there is a page for
    /// that (RFC 2919, 2369, 8058; UNS-1, UNS-5, UNS-8).
    private static func listFields(_ unsubscription: Unsubscription, under letterhead: Letterhead)
        throws(LetterFault) -> [HeaderField]
    {
        let subject = unsubscription.subject.map {
            "?subject=" + $0.split(separator: " ").joined(separator: "%20")
        }
        let mail = "<mailto:\(unsubscription.address.text)\(subject ?? "")>"
        let list = "<\(unsubscription.stream.rawValue).\(letterhead.from.domain)>"
        guard let page = try MailText.checked(unsubscription.page) else {
            return [
                try HeaderField("List-Id", [list]), try HeaderField("List-Unsubscribe", [mail]),
            ]
        }
        return [
            try HeaderField("List-Id", [list]),
            try HeaderField("List-Unsubscribe", ["<\(page)>,", mail]),
            try HeaderField("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"]),
        ]
    }

    private static func identifier(_ headerID: String) throws(LetterFault) -> String {
        let parts = headerID.split(separator: "@", omittingEmptySubsequences: false)
        let usable = headerID.utf8.allSatisfy { (33...126).contains($0) && $0 != 60 && $0 != 62 }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), usable else {
            throw .headerUnusable("Message-ID")
        }
        return "<\(headerID)>"
    }

    /// The texts as alternatives, the richest last (MSG-11). A calendar entry stands among them,
    /// in the first child of the whole, where Outlook looks for it (ICS-2), and once more as a
    /// file, for programs that show no buttons; other files come after it (ICS-3).
    private static func content(
        of letter: Letter, on plate: SheetPlate, link: String?, of headerID: String
    ) throws(LetterFault) -> MIMEPart {
        let text = { (plate: TextPlate) throws(LetterFault) in
            try plate.text(fields: letter.fields, link: link)
        }
        var alternatives = [
            try MIMEPart.text(["plain"], try text(plate.plain)),
            try MIMEPart.text(["html"], try text(plate.html)),
        ]
        var files: [MIMEPart] = []
        if let calendar = plate.calendar {
            let entry = try text(calendar.text)
            let method = "method=\(calendar.method.rawValue)"
            alternatives.append(try .text(["calendar", method], entry))
            files.append(
                try .attachment("application/ics", name: "invite.ics", base64: entry.base64))
        }
        files += try letter.attachments.map { file throws(LetterFault) in
            try MIMEPart.attachment(FileType.type(of: file.name), name: file.name, file.bytes)
        }
        guard !files.isEmpty else {
            return try .multipart(
                "alternative", boundary: boundary(1, of: headerID), alternatives)
        }
        let first = try MIMEPart.multipart(
            "alternative", boundary: boundary(2, of: headerID), alternatives)
        return try .multipart("mixed", boundary: boundary(1, of: headerID), [first] + files)
    }

    /// A boundary that is the same whenever this message is sealed (BOX-5): FNV-1a of its
    /// Message-ID, behind the sign that no encoding of ours brings forth (MSG-9).
    private static func boundary(_ level: Int, of headerID: String) -> String {
        let hash = headerID.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return "=_convene_\(level)_" + String(hash, radix: 16)
    }
}
