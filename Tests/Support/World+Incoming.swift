package import Convene

extension Letterhead {
    /// The same office, which reads its mailbox and has tags in its addresses.
    package static let tagged: Letterhead = {
        var letterhead = Letterhead.example
        letterhead.tags = Tags(
            bounces: EmailAddress(stored: "bounces@example.org"), answers: letterhead.replyTo)
        return letterhead
    }()
}

/// A mailbox that holds what a test puts there.
package struct HandedMails: Mailbox {
    package let name: String
    private let mails: [RawMail]

    package init(_ mails: [[UInt8]], name: String = "a test's") {
        self.name = name
        self.mails = mails.enumerated().map {
            RawMail(place: "\($0.offset + 1)", bytes: $0.element)
        }
    }

    /// Mails as text, whose lines end as they do on their way.
    package init(_ texts: String..., name: String = "a test's") {
        self.init(
            texts.map {
                Array($0.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
            },
            name: name)
    }

    package func open(after memory: MailboxMemory) async throws -> any MailboxReading {
        Reading(mails.filter { !memory.places.contains($0.place) })
    }

    private actor Reading: MailboxReading {
        let count: Int
        private var mails: ArraySlice<RawMail>

        init(_ mails: [RawMail]) {
            self.mails = mails[...]
            count = mails.count
        }

        func next() -> RawMail? { mails.popFirst() }
    }
}

extension World {
    package var inTray: InTray { office.inTray(officer) }
}
