package import Convene
import Foundation

/// Takes a mail apart: RFC 5322 and 2045 to 2047, 3464, 5965, 3834, 5545. No network, and no mail
/// that it would fail on: what is hostile, broken or too much is read as far as it goes.
package enum MailReader {
    package static func read(_ raw: RawMail) -> IncomingMail {
        let octets = MailOctets(bytes: withoutEnvelope(raw.bytes))
        let header = MailHeader(octets, in: octets.whole)
        let parts = MailParts(octets, header)
        var mail = IncomingMail()
        mail.take(header)
        mail.take(parts, octets)
        mail.identity = identity(octets, header)
        mail.faults = parts.faults
        if header.isCut { mail.faults.append("Its header is longer than any honest one.") }
        if raw.size > raw.bytes.count {
            mail.faults.append("It has \(raw.size >> 20) MB, of which the first were read.")
        }
        return mail
    }

    /// A pipe or an mbox puts a line of its own before the mail.
    private static func withoutEnvelope(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: "From ".utf8) else { return bytes }
        return Array(bytes.drop { $0 != 10 }.dropFirst())
    }

    /// Who, when, what: the same wherever the mail is met again, whichever servers and programs
    /// wrote their traces into its header.
    private static func identity(_ octets: MailOctets, _ header: MailHeader) -> [UInt8] {
        let names = ["from", "date", "message-id", "subject"]
        // What has none of them is no mail, and as good as any other octets.
        guard names.contains(where: { header[$0] != nil }) else { return octets.bytes }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(octets.bytes.count - header.end + 500)
        for name in names {
            bytes += (header[name] ?? "").onOneLine.utf8
            bytes.append(10)
        }
        var index = header.end
        var content = bytes.count
        while index < octets.bytes.count {
            let (line, next) = octets.line(at: index, in: octets.whole)
            bytes += octets.bytes[line]
            // Empty lines at the end come and go.
            if !line.isEmpty { content = bytes.count }
            bytes.append(10)
            index = next
        }
        bytes.removeLast(bytes.count - content)
        return bytes
    }
}

extension IncomingMail {
    fileprivate mutating func take(_ header: MailHeader) {
        let from = HeaderAddress(header["from"] ?? header["sender"] ?? "")
        sender = from.text
        senderKey = from.key
        subject = EncodedWord.decoded(header["subject"] ?? "").onOneLine.excerpt(500)
        date = header["date"].flatMap { MailDate.reading($0) }
        self.header = HeaderExcerpt.text(of: header)
        recipients =
            header.all(HeaderNames.recipients).map { $0.excerpt(4000) }
            + header.all(["received"]).prefix(20).compactMap(HeaderAddress.recipient)
        references = header.all(["in-reply-to", "references"]).flatMap(MessageIDs.all)
        traits = HeaderTraits.all(header, from)
    }

    fileprivate mutating func take(_ parts: MailParts, _ octets: MailOctets) {
        let own = parts.parts.filter { !$0.isReturned }
        takeReports(own, octets)
        for part in own where part.type.value.isCalendar {
            let entry = part.decoded(octets, limit: PartLimit.calendar)
            for reply in CalendarReply.reading(entry, charset: part.type["charset"])
            where !calendar.contains(reply) && calendar.count < 20 {
                calendar.append(reply)
            }
        }
        let words = Self.words(own, octets)
        text = words.trimmingCharacters(in: .whitespacesAndNewlines).excerpt(20_000)
        takeReturned(parts, own, octets, words: words)
    }

    private mutating func takeReports(_ parts: [MailPart], _ octets: MailOctets) {
        for part in parts {
            switch part.type.value {
            case "message/delivery-status", "message/global-delivery-status":
                guard part.report != nil, notice == nil else { continue }
                notice = DeliveryNotice(reading: part.text(octets, limit: PartLimit.report))
            case "message/feedback-report":
                traits.insert(
                    FeedbackReport.trait(part.decoded(octets, limit: PartLimit.report)))
            case "message/disposition-notification", "message/global-disposition-notification":
                traits.insert(.receipt)
            default: break
            }
        }
    }

    /// What comes back of a mail of ours: as a mail, as its header, or quoted in the text.
    private mutating func takeReturned(
        _ parts: MailParts, _ own: [MailPart], _ octets: MailOctets, words: String
    ) {
        var headers = parts.returned
        for part in own where part.type.value.isHeader {
            let bytes = part.decoded(octets, limit: PartLimit.report)
            headers.append(MailHeader(MailOctets(bytes: bytes), in: 0..<bytes.count))
        }
        var found = Returned(messageIDs: [], addresses: [])
        for header in headers.prefix(20) {
            found.messageIDs += header.all(["message-id"]).flatMap(MessageIDs.all)
            found.addresses += header.all(HeaderNames.returned).map { $0.excerpt(1000) }
        }
        found.messageIDs += MessageIDs.quoted(in: words)
        found.addresses += MessageIDs.longWords(in: words)
        guard !found.messageIDs.isEmpty || !found.addresses.isEmpty else { return }
        returned = found
    }

    /// What the mail says to a reader: its first text, or its first HTML without the marks.
    private static func words(_ parts: [MailPart], _ octets: MailOctets) -> String {
        if let plain = parts.first(where: {
            $0.type.value == "text/plain" || $0.type.value == "text"
        }) {
            return plain.text(octets, limit: PartLimit.text)
        }
        guard let html = parts.first(where: { $0.type.value == "text/html" }) else { return "" }
        return HTMLWords.text(html.text(octets, limit: PartLimit.text))
    }
}

/// How much of a part is looked at, in octets as it is encoded.
private enum PartLimit {
    static let text = 256 << 10
    static let report = 256 << 10
    static let calendar = 1 << 20
}

extension MailPart {
    fileprivate func decoded(_ octets: MailOctets, limit: Int) -> [UInt8] {
        TransferEncoding.decoded(
            octets.bytes[content], header["content-transfer-encoding"], limit: limit)
    }

    fileprivate func text(_ octets: MailOctets, limit: Int) -> String {
        Charset.text(decoded(octets, limit: limit), type["charset"])
    }
}

extension String {
    fileprivate var isCalendar: Bool { self == "text/calendar" || self == "application/ics" }

    fileprivate var isHeader: Bool {
        [
            "text/rfc822-headers", "text/rfc822-header", "message/rfc822-headers",
            "message/global-headers",
        ].contains(self)
    }
}
