import Convene
import ConveneTestSupport

extension RefusalCase {
    static let registrations = [
        RefusalCase(.registrationUnknown) { world in
            try await world.event()
            try await world.person(.ada)
            try await world.move(.ada, to: .confirmed)
        },
        RefusalCase(.registrationExists) { world in
            try await world.event()
            for _ in 1...2 { try await world.register(.ada) }
        },
        RefusalCase(.registrationStanding) { world in
            try await world.event()
            try await world.register(.ada)
            try await world.move(.ada, to: .invited)
        },
        RefusalCase(.attendanceNotConfirmed) { world in
            try await world.event()
            try await world.nominate(.ada)
            try await world.mark(.ada, sessions: [1])
        },
        RefusalCase(.attendanceNobody) { world in
            try await world.event()
            _ = try await world.attendance.mark(.present, nil, at: .kyiv, sessions: .all)
        },
        RefusalCase(.attendanceSession) { world in
            try await world.event()
            _ = try await world.attendance.mark(.present, nil, at: .kyiv, sessions: .only)
        },
        RefusalCase(.headCountInvalid) { world in
            try await world.event()
            _ = try await world.attendance.count(
                -1, country: nil, gender: nil, at: .kyiv, session: .numbers([1]))
        },
        RefusalCase(.certificateUnknown) { world in
            _ = try await world.office.certificateDesk.verify(number: "K7Q2-M9XA")
        },
        RefusalCase(.linkUnknown) { _ = try await $0.post.optOut(token: "wrong") },
        RefusalCase(.attachmentInvalid) { _ in
            _ = try AttachedFile(
                name: "programme.pdf", bytes: [UInt8](repeating: 0, count: 6_000_000))
        },
        RefusalCase(.invitationUnknown) { world in
            try await world.event()
            try await world.nominate(.ada)
            _ = try await world.invitations.answer(.accepted, from: .ada, to: .kyiv, by: .letter)
        },
    ]

    static let plans = [
        RefusalCase(.planProgramme) { world in
            for code in ["one", "two"] { try await world.plan(of: Code(code)) }
            _ = try await world.plans.enter(.reading("year,number,title\n2021,1,New\n"))
        },
        RefusalCase(.activityUnknown) { _ = try await $0.plans.file(ActivityMention("2024-1")) },
        RefusalCase(.activityAmbiguous) { world in
            for code in ["one", "two"] { try await world.plan(of: Code(code)) }
            _ = try await world.plans.file(.microscience)
        },
        RefusalCase(.activitySteps) { world in
            try await world.plan()
            _ = try await world.plans.tick(.microscience, .unsaid)
        },
        RefusalCase(.activityDropped) { world in
            try await world.plan()
            _ = try await world.plans.set(dropped: true, .microscience, reason: "no kits")
            _ = try await world.plans.tick(.microscience, .all)
        },
        RefusalCase(.stepUnknown) { world in
            try await world.plan()
            _ = try await world.plans.tick(.microscience, .numbers([1, 4]))
        },
        RefusalCase(.reasonMissing) { world in
            try await world.plan()
            _ = try await world.plans.untick(.microscience, .all, reason: " ")
        },
        RefusalCase(.outcomeUnknown) { world in
            try await world.event()
            _ = try await world.outcomes.close([OutcomeMention("kyiv-2011/1")])
        },
        RefusalCase(.outcomeAmbiguous) { world in
            for code in [Code.kyiv, .baku] {
                try await world.event(code)
                _ = try await world.outcomes.add("Meet again", to: code)
            }
            _ = try await world.outcomes.close([OutcomeMention("1")])
        },
    ]

    static let mail = [
        RefusalCase(.messageUnknown) { _ = try await $0.post.file(Message.ID(9)) },
        RefusalCase(.messageState) { world in
            try await world.event()
            try await world.nominate(.ada)
            try await world.invite()
            try await world.deliver()
            _ = try await world.post.cancel(.these([Message.ID(1)]))
        },
        RefusalCase(.mailNotSet) { world in
            try await world.event()
            try await world.nominate(.ada)
            try await World(
                beside: world.store, letterhead: nil, clock: world.clock, chance: .seeded(1)
            ).invite()
        },
        RefusalCase(.incomingUnknown) { _ = try await $0.inTray.file(Incoming.ID(9)) },
        RefusalCase(.suppressionUnknown) { world in
            try await world.post.unsuppress(EmailAddress(stored: "ada@example.org"))
        },
        RefusalCase(.mailHeld) { world in
            try await world.office.frontDoor(world.officer).noteRestored(from: "copy.db")
            try await world.deliver()
        },
    ]

    static let register = [
        RefusalCase(.registerExists) { world in
            _ = try await world.office.frontDoor(world.officer).found(rehearsal: false)
        },
        RefusalCase(.registerMissing) { world in
            _ = try await world.office.frontDoor(world.officer).card()
        },
        RefusalCase(.auditBroken) { world in
            let (now, actor) = (world.clock.now, world.officer)
            try await world.office.store.write { ledger in
                try ledger.append(
                    at: now, actor: actor, act: .remove, subject: .register, details: "{}",
                    detailsDigest: [1], digest: [2])
            }
            _ = try await world.audit.verify()
        },
    ]
}
