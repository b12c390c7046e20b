import Convene
import Testing

extension StoreContract {
    static let mail: [StoreContract] = [
        within("letters that share a sheet say each what is its own") { ledger in
            let world = try Gathering(ledger)
            let sheet = Letter.Sheet(
                plain: SheetText("To \(SheetText.mark(0)),\n\(SheetText.mark(2))\n"),
                html: SheetText("<p>\(SheetText.mark(1))</p>"),
                calendar: .init(method: .cancel, text: SheetText("UID:\(SheetText.mark(2))\r\n")))
            let letters = [["A&B", "A&amp;B", "1"], ["", "", ""], ["Ада", "Ада", "2\u{F0010}"]].map
            {
                Letter(language: .russian, subject: "Тема", sheet: sheet, fields: $0)
            }

            let messages = try letters.enumerated().map { revision, letter in
                try ledger.insert(
                    Post.message(world, revision: revision),
                    content: MessageContent(letter: letter, automatic: false, secret: nil),
                    digest: Post.digest)
            }

            #expect(try messages.map { try ledger.content(of: $0)?.letter } == letters)
            #expect(letters[0].plain == "To A&B,\n1\n" && letters[0].html == "<p>A&amp;B</p>")
            #expect(letters[2].calendar?.text == "UID:2\u{F0010}\r\n")
        },
        within("a message comes back whole with what it says; its secret is forgotten alone") {
            ledger in
            let world = try Gathering(ledger)
            var message = try Post.message(world)
            message.registration = world.registration
            message.expiresAt = Sample.minutes(60)
            message.endedAt = Sample.minutes(61)
            message.reply = "250 2.0.0 “ok”"
            var content = Post.content
            content.letter = Letter(
                language: .russian, subject: "Тема", plain: "a\r\nb", html: "<p>é</p>",
                calendar: .init(method: .request, text: "BEGIN:VCALENDAR\r\n"))
            content.secret = "s3cret"

            message.id = try ledger.insert(message, content: content, digest: Post.digest)
            let before = try ledger.content(of: message.id)
            try ledger.forgetSecret(of: message.id)

            #expect(before == content)
            content.secret = nil
            #expect(try ledger.content(of: message.id) == content)
            #expect(try ledger.message(message.id) == message)
            #expect(
                try ledger.message(.letter, revision: 0, to: world.person, for: world.event)
                    == message)
            #expect(
                try ledger.message(.thanks, revision: 0, to: world.person, for: world.event) == nil)
        },
        within("what takes a message's place has its word and its files; some it has reached") {
            ledger in
            let world = try Gathering(ledger)
            var content = Post.content
            content.letter.sheet.note = "Возьмите пальто."
            var file = try AttachedFile(name: "a.pdf", bytes: [1, 2])
            file.id = try ledger.keep(
                file, digest: [UInt8](repeating: 7, count: 32), at: Sample.now)
            content.letter.attachments = [file]
            var (first, second) = (try Post.message(world), try Post.message(world, revision: 1))
            first.id = try ledger.insert(first, content: content, digest: Post.digest)
            second.id = try ledger.insert(second, content: Post.content, digest: Post.digest)

            try ledger.attachFiles(of: first.id, to: second.id)

            let origin = MessageOrigin(note: "Возьмите пальто.", automatic: true)
            #expect(try ledger.origin(of: first.id) == origin)
            #expect(try ledger.origin(of: Message.ID(99)) == nil)
            #expect(try ledger.content(of: first.id) == content)
            #expect(try ledger.content(of: second.id)?.letter.attachments == [file])
            #expect(try ledger.peopleReached(about: world.event).isEmpty)
            second.state = .sent
            try ledger.update(second, lease: nil)
            #expect(try ledger.peopleReached(about: world.event) == [world.person])
        },
        within("a due message has what it says, how its event and its registration stand") {
            ledger in
            let world = try Gathering(ledger)
            let status = try ledger.event(world.event)?.status
            let standing = try ledger.registration(world.registration)?.standing
            var message = try Post.message(world)
            message.registration = world.registration
            message.dueAt = Sample.minutes(1)
            message.id = try ledger.insert(message, content: Post.content, digest: Post.digest)
            let alone = try ledger.insert(
                try Post.message(world, revision: 1), content: Post.content, digest: Post.digest)

            let due = try ledger.dueMessages(at: Sample.minutes(99), event: nil, limit: 9)

            let registered = due.first { $0.message.id == message.id }
            #expect(registered?.message == message)
            #expect(registered?.content == (try ledger.content(of: message.id)))
            #expect(registered?.content == Post.content)
            #expect(registered?.bearings.event == status)
            #expect(registered?.bearings.standing == standing)
            #expect(registered?.bearings.hasAnswered == false)
            #expect(due.first { $0.message.id == alone }?.bearings.standing == nil)
        },
        within("a due message says whether its person may have opted out, and loses its text") {
            ledger in
            let world = try Gathering(ledger)
            var message = try Post.message(world)
            message.state = .queued
            _ = try ledger.insert(message, content: Post.content, digest: Post.digest)
            let due = { try ledger.dueMessages(at: Sample.minutes(99), event: nil, limit: 9) }
            let before = try due()

            try ledger.insert(
                OptOut(
                    person: world.person, stream: .letters, cause: .request,
                    at: Sample.minutes(1), actor: Sample.officer))
            _ = try ledger.forgetTexts(about: world.event, in: [.queued])

            #expect(before.map(\.mayHaveOptedOut) == [false])
            #expect(try due().map(\.mayHaveOptedOut) == [true])
            #expect(try due().map(\.content) == [nil])
        },
        within("messages are listed latest first and counted by state") { ledger in
            let world = try Gathering(ledger)
            for (revision, state) in [Message.State.queued, .sent, .held, .sent].enumerated() {
                var message = try Post.message(world, revision: revision)
                message.state = state
                _ = try ledger.insert(message, content: Post.content, digest: Post.digest)
            }

            let sent = try ledger.messages(for: world.event, states: [.sent], limit: 9)

            #expect(sent.map(\.revision) == [3, 1])
            #expect(try ledger.messages(for: nil, states: [], limit: 2).map(\.revision) == [3, 2])
            #expect(try ledger.messages(for: Event.ID(99), states: [], limit: 2) == [])
            #expect(try ledger.countMessages(for: nil) == [.queued: 1, .sent: 2, .held: 1])
            #expect(try ledger.countMessages(for: Event.ID(99)) == [:])
            #expect(try ledger.lastRevision(.letter, to: world.person, for: world.event) == 3)
            #expect(try ledger.lastRevision(.thanks, to: world.person, for: world.event) == nil)
        },
        within("what is due longest goes first; what is not due yet says when it will be") {
            ledger in
            let world = try Gathering(ledger)
            for (revision, (minute, state)) in [
                (2, .queued), (1, .retry), (9, .queued), (1, .held), (5, .retry),
            ].enumerated()
                as EnumeratedSequence<[(Int, Message.State)]>
            {
                var message = try Post.message(world, revision: revision)
                message.dueAt = Sample.minutes(minute)
                message.state = state
                _ = try ledger.insert(message, content: Post.content, digest: Post.digest)
            }
            let now = Sample.minutes(2)

            let due = try ledger.dueMessages(at: now, event: nil, limit: 9)

            #expect(due.map(\.message.revision) == [1, 0])
            #expect(try ledger.dueMessages(at: now, event: world.event, limit: 1).count == 1)
            #expect(try ledger.dueMessages(at: now, event: Event.ID(99), limit: 9) == [])
            #expect(try ledger.nextDue(after: now, event: nil) == Sample.minutes(5))
            #expect(try ledger.nextDue(after: now, event: world.event) == Sample.minutes(5))
            #expect(try ledger.nextDue(after: Sample.minutes(9), event: nil) == nil)
        },
        within("a claimed message is its attempt's until another begins; sent it is for good") {
            ledger in
            let world = try Gathering(ledger)
            var message = try Post.message(world)
            message.id = try ledger.insert(message, content: Post.content, digest: Post.digest)
            let attempts = (1...2).map {
                MessageAttempt(
                    message: message.id, number: $0, sender: "a", startedAt: Sample.minutes($0))
            }

            try ledger.claim(attempts[0], until: Sample.minutes(20))
            let first = try ledger.startData(of: attempts[0], at: Sample.minutes(3))
            try ledger.claim(attempts[1], until: Sample.minutes(40))
            let late = try ledger.startData(of: attempts[0], at: Sample.minutes(4))
            let lease = try ledger.sendingMessages().first?.lease
            let taken = try ledger.markSent(attempts[0], at: Sample.minutes(5), reply: "OK")
            let again = try ledger.markSent(attempts[1], at: Sample.minutes(6), reply: "OK")

            #expect((first, late) == (true, false))
            #expect((taken, again) == (true, false))
            #expect(lease == Lease(owner: "a", until: Sample.minutes(40)))
            let kept = try ledger.message(message.id)
            #expect(kept?.state == .sent)
            #expect(kept?.attempts == 2)
            #expect(kept?.endedAt == Sample.minutes(5))
            #expect(
                try ledger.attempts(of: message.id).map(\.dataStartedAt)
                    == [Sample.minutes(3), nil])
            #expect(try ledger.sendingMessages().isEmpty)
        },
        within("what is claimed is counted as long as it may start, or has started of late") {
            ledger in
            let world = try Gathering(ledger)
            for revision in 0...1 {
                let id = try ledger.insert(
                    try Post.message(world, revision: revision), content: Post.content,
                    digest: Post.digest)
                let attempt = MessageAttempt(
                    message: id, number: 1, sender: "a", startedAt: Sample.minutes(0))
                try ledger.claim(attempt, until: Sample.minutes(20))
                if revision == 1 { _ = try ledger.startData(of: attempt, at: Sample.minutes(5)) }
            }
            let count = { (now: Int, start: Int, end: Int) in
                try ledger.countClaimed(
                    at: Sample.minutes(now), orStartedAfter: Sample.minutes(start),
                    by: Sample.minutes(end))
            }

            #expect(try count(20, 0, 5) == 2)
            #expect(try count(20, 0, 4) == 1)
            #expect(try count(21, 0, 5) == 1)
            #expect(try count(21, 5, 9) == 0)
        },
        within("a message that is being sent has a lease and its last attempt, until it ends") {
            ledger in
            let world = try Gathering(ledger)
            var message = try Post.message(world)
            message.id = try ledger.insert(message, content: Post.content, digest: Post.digest)
            let lease = Lease(owner: "a", until: Sample.minutes(10))
            var attempts = (1...2).map {
                MessageAttempt(
                    message: message.id, number: $0, sender: "a", startedAt: Sample.minutes($0))
            }
            message.state = .sending
            message.attempts = 2
            message.attemptsBefore = 1

            try ledger.update(message, lease: lease)
            for attempt in attempts { try ledger.insert(attempt) }
            attempts[1].dataStartedAt = Sample.minutes(3)
            attempts[1].endedAt = Sample.minutes(4)
            attempts[1].delivery = Delivery(
                outcome: .refusedUs, code: 535, enhanced: "5.7.8", reply: "no")
            try ledger.update(attempts[1])
            let sending = try ledger.sendingMessages()
            message.state = .retry
            message.dueAt = Sample.minutes(20)
            message.reply = "no"
            try ledger.update(message, lease: nil)

            #expect(sending.map(\.lease) == [lease])
            #expect(sending.map(\.attempt) == [attempts[1]])
            #expect(sending.first?.message.state == .sending)
            #expect(try ledger.attempts(of: message.id) == attempts)
            #expect(try ledger.sendingMessages().isEmpty)
            #expect(try ledger.message(message.id) == message)
        },
    ]
}

/// What the messages of these promises have in common.
private enum Post {
    static func message(_ world: Gathering, revision: Int = 0) throws -> Message {
        Message(
            event: world.event, person: world.person, registration: nil, purpose: .letter,
            revision: revision, address: try EmailAddress("Ada@example.org"),
            headerID: "\(revision)@example.org", language: .russian, subject: "Тема",
            madeAt: Sample.now, dueAt: Sample.now)
    }

    static let content = MessageContent(
        letter: Letter(language: .russian, subject: "Тема", plain: "a\r\nb", html: "<p>é</p>"),
        automatic: true, secret: nil)

    /// Good enough to tell a few texts apart.
    static func digest(_ octets: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        for (index, octet) in octets.enumerated() {
            digest[index % 32] = digest[index % 32] &* 31 &+ octet
        }
        return digest
    }
}
