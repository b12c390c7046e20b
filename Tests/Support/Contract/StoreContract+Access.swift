import Convene
import FoundationEssentials
import Testing

extension StoreContract {
    static let access: [StoreContract] = [
        within("an account comes back whole, by number and by name, and is changed") { ledger in
            let event = try ledger.insert(try Sample.event())
            var account = Account(
                name: "aru", email: EmailAddress(stored: "aru@example.org"), role: .focalPoint,
                scope: .init(events: [event], country: Country(code: "KZ")),
                createdAt: Sample.now, passwordHash: "lock", codeSecret: [1, 0, 255])

            account.id = try ledger.insert(account)

            #expect(try ledger.account(account.id) == account)
            #expect(try ledger.account(named: "aru") == account)
            #expect(try ledger.account(named: "Aru") == nil)
            account.role = .viewer
            account.scope = .init()
            account.codeSecret = nil
            account.disabledAt = Sample.now
            try ledger.update(account)
            #expect(try ledger.accounts() == [account])
        },
        within("what went wrong at an account's door is kept") { ledger in
            let id = try ledger.insert(
                Account(name: "aru", role: .admin, createdAt: Sample.now))
            let tries = SignInTries(failures: 5, lockedUntil: Sample.now, lastStep: 43_000_000)

            try ledger.set(tries, of: id)

            #expect(try ledger.tries(of: id) == tries)
        },
        within("a token is found by its hash, and ended") { ledger in
            let account = try ledger.insert(
                Account(name: "aru", role: .admin, createdAt: Sample.now))
            var token = AccessToken(
                account: account, label: "tests", scopes: [.read, .attendance],
                createdAt: Sample.now, expiresAt: Sample.now)

            token.id = try ledger.insert(token, hash: [1, 2, 3])

            #expect(try ledger.token(hash: [1, 2, 3]) == token)
            #expect(try ledger.token(hash: [1, 2, 4]) == nil)
            token.revokedAt = Sample.now
            try ledger.update(token)
            #expect(try ledger.tokens(of: account) == [token])
            #expect(try ledger.token(token.id) == token)
        },
        within("a browser's session is seen again, and ends alone or with all of its account") {
            ledger in
            let account = try ledger.insert(
                Account(name: "aru", role: .admin, createdAt: Sample.now))
            var session = WebSession(account: account, madeAt: Sample.now, seenAt: Sample.now)
            for hash in 1...3 { try ledger.insert(session, hash: [UInt8(hash)]) }

            session.seenAt = Sample.now.addingTimeInterval(600)
            try ledger.set(seenAt: session.seenAt, ofSession: [1])

            #expect(try ledger.session(hash: [1]) == session)
            try ledger.removeSession(hash: [2])
            #expect(try ledger.session(hash: [2]) == nil)
            try ledger.removeSessions(notSeenSince: session.seenAt)
            #expect(try ledger.session(hash: [3]) == nil)
            try ledger.removeSessions(of: account)
            #expect(try ledger.session(hash: [1]) == nil)
        },
        within("what is of an event says of which") { ledger in
            let gathering = try Gathering(ledger)
            let question = try ledger.insert(
                Question(event: gathering.event, number: 1, kind: .text, wording: "?"))

            for subject in [
                AuditEntry.Subject.event(gathering.event),
                .registration(gathering.registration), .question(question),
            ] {
                #expect(try ledger.event(of: subject) == gathering.event)
            }
            #expect(try ledger.event(of: .register) == nil)
            #expect(try ledger.event(of: .session(.init(99))) == nil)
        },
    ]
}
