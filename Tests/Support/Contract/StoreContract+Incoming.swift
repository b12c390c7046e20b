import Convene
import Testing

import struct FoundationEssentials.Date

extension StoreContract {
    static let incoming: [StoreContract] = [
        within("a mail that came comes back whole, by its number and its digest") { ledger in
            let world = try Gathering(ledger)
            try ledger.remember(nil, of: "box")
            var mail = Arrived.mail(1)
            mail.person = world.person
            mail.registration = world.registration
            mail.sentAt = Sample.minutes(-5)
            mail.status = "5.1.1"

            mail.id = try ledger.insert(mail)
            let before = try ledger.incoming(mail.id)
            let original = mail
            mail.outcome = "Другое"
            mail.isOpen = false
            mail.words = ""
            try ledger.update(mail)

            #expect(before == original)
            #expect(try ledger.incoming(mail.id) == mail)
            #expect(try ledger.incoming(digest: [1, 255]) == mail.id)
            #expect(try ledger.incoming(digest: [2]) == nil)
            #expect(try ledger.incoming(about: world.person) == [mail])
            #expect(try ledger.incoming(Incoming.ID(99)) == nil)
        },
        within("what came is listed latest first, by kind and by whether it is open") { ledger in
            try ledger.remember(nil, of: "box")
            for number in UInt8(1)...4 {
                var mail = Arrived.mail(number)
                mail.kind = number == 2 ? .reply : .bounce
                mail.isOpen = number < 3
                _ = try ledger.insert(mail)
            }
            let places = { (mails: [Incoming]) in mails.map(\.place) }

            #expect(places(try ledger.incoming(kinds: [], open: nil, limit: 3)) == ["4", "3", "2"])
            #expect(places(try ledger.incoming(kinds: [.reply], open: nil, limit: 9)) == ["2"])
            #expect(places(try ledger.incoming(kinds: [], open: true, limit: 9)) == ["2", "1"])
            #expect(
                places(try ledger.incoming(kinds: [.bounce], open: false, limit: 9)) == ["4", "3"])
        },
        within("a mailbox is remembered by numbers where it has them, else by places") { ledger in
            let position = MailboxMemory.Position(validity: .max, uid: .max)

            try ledger.remember(nil, of: "box")
            _ = try ledger.insert(Arrived.mail(1))
            try ledger.remember(.init(validity: 1, uid: 7), of: "imap")
            try ledger.remember(position, of: "imap")

            for _ in 1...2 { try ledger.remember(place: "5", of: "box") }
            try ledger.remember(place: "6", of: "moved")

            #expect(try ledger.memory(of: "box") == MailboxMemory(places: ["1", "5"]))
            #expect(try ledger.memory(of: "moved") == MailboxMemory(places: ["6"]))
            #expect(try ledger.memory(of: "imap") == MailboxMemory(position: position))
            #expect(try ledger.memory(of: "other") == MailboxMemory())
        },
        within("the key of the tags is kept, and the stamp of an answer") { ledger in
            let world = try Gathering(ledger)
            let invitation = try ledger.insert(
                Invitation(
                    registration: world.registration, calendarUID: "u1", tagged: true,
                    madeAt: Sample.now))
            let key = [UInt8](0..<32)
            let stamps = [1, 2].map { CalendarStamp(sequence: $0, at: Sample.minutes($0)) }

            let none = try ledger.tagKey()
            try ledger.insert(tagKey: key, at: Sample.now)
            for stamp in stamps { try ledger.set(stamp, of: invitation) }

            #expect(none == nil)
            #expect(try ledger.tagKey() == key)
            #expect(try ledger.calendarStamp(of: invitation) == stamps[1])
            #expect(try ledger.calendarStamp(of: Invitation.ID(99)) == nil)
            #expect(try ledger.invitation(calendarUID: "u1")?.tagged == true)
            #expect(try ledger.invitation(calendarUID: "u2") == nil)
        },
        within("an address is held back once, with its reason, until it is let go") { ledger in
            _ = try Gathering(ledger)
            let address = EmailAddress(stored: "Ada@example.org")
            var suppression = Suppression(
                address: address, cause: .dead, words: "550 “no”", at: Sample.now,
                actor: Sample.officer)
            suppression.id = try ledger.insert(suppression)
            for day in [15_000, 15_001, 15_000] {
                try ledger.insert(bounceDay: Day(daysSince1970: day), of: address)
            }

            let held = try ledger.suppression(of: EmailAddress(stored: "ada@EXAMPLE.org"))
            let days = try ledger.bounceDays(of: address)
            try ledger.removeSuppression(of: address)

            #expect(held == suppression)
            #expect(days.map(\.daysSince1970) == [15_000, 15_001])
            #expect(try ledger.suppressions() == [])
            #expect(try ledger.bounceDays(of: address) == [])
        },
        within("what somebody does not want is kept by stream, and of whoever is one with them") {
            ledger in
            let world = try Gathering(ledger)
            let optOuts = [MailStream.letters, nil].map {
                OptOut(
                    person: world.person, stream: $0, cause: .request, at: Sample.now,
                    actor: Sample.officer)
            }

            for optOut in optOuts + optOuts { try ledger.insert(optOut) }
            let all = try ledger.optOuts(of: world.person)
            try ledger.removeOptOuts(of: world.person, stream: nil)

            #expect(Set(all.map(\.stream)) == [.letters, nil])
            #expect(try ledger.optOuts() == [optOuts[0]])
            #expect(try ledger.optOuts(of: Person.ID(99)) == [])
        },
    ]
}

private enum Arrived {
    static func mail(_ number: UInt8) -> Incoming {
        Incoming(
            mailbox: "box", place: "\(number)", digest: [number, 255], readAt: Sample.now,
            kind: .bounce, outcome: "Что-то", isOpen: true, sender: "“A” <a@example.org>",
            senderKey: "a@example.org", subject: "Тема", header: "from: a", words: "550 no")
    }
}
