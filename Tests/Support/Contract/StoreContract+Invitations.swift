import Convene
import Testing

extension StoreContract {
    static let invitations: [StoreContract] = [
        within("an invitation comes back whole, by its number, registration and link") { ledger in
            let world = try Gathering(ledger)
            var invitation = Invitation(
                registration: world.registration, calendarUID: "u1", madeAt: Sample.now)
            invitation.id = try ledger.insert(invitation)
            try ledger.insert(linkHash: [0, 255], of: invitation.id, at: Sample.now)
            let bare = try ledger.invitation(invitation.id)
            let original = invitation
            invitation.sequence = 3
            invitation.sentAt = Sample.minutes(1)
            invitation.answer = .tentative
            invitation.answeredAt = Sample.minutes(2)
            invitation.cancelledAt = Sample.minutes(3)

            try ledger.update(invitation)

            #expect(bare == original)
            #expect(try ledger.invitation(invitation.id) == invitation)
            #expect(try ledger.invitation(of: world.registration) == invitation)
            #expect(try ledger.invitation(linkHash: [0, 255]) == invitation)
            #expect(try ledger.invitation(linkHash: [0]) == nil)
            #expect(try ledger.invitations(to: world.event) == [world.registration: invitation])
        },
        within("the revisions of an event's entries rise, and of no other") { ledger in
            let world = try Gathering(ledger)
            let other = try ledger.insert(try Sample.event("other"))
            let elsewhere = try ledger.insert(
                Registration(event: other, person: world.person, standing: .invited))
            for (number, registration) in [world.registration, elsewhere].enumerated() {
                _ = try ledger.insert(
                    Invitation(
                        registration: registration, calendarUID: "u\(number)", sequence: 4,
                        madeAt: Sample.now))
            }

            try ledger.raiseRevisions(of: world.event)

            #expect(try ledger.invitation(of: world.registration)?.sequence == 5)
            #expect(try ledger.invitation(of: elsewhere)?.sequence == 4)
        },
        within("all answers are kept, oldest first") { ledger in
            let world = try Gathering(ledger)
            let invitation = try ledger.insert(
                Invitation(
                    registration: world.registration, calendarUID: "u1", madeAt: Sample.now))
            let answers = [Invitation.Answer.accepted, .declined].map {
                InvitationAnswer(
                    invitation: invitation, answer: $0, channel: .telephone, at: Sample.now,
                    actor: Sample.officer, note: "“да”")
            }

            for answer in answers { try ledger.insert(answer) }

            #expect(try ledger.answers(to: invitation) == answers)
        },
    ]
}
