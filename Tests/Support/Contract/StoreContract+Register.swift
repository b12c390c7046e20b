import Convene
import Testing

extension StoreContract {
    static let register: [StoreContract] = [
        StoreContract("a register has no card until it is founded, and then the one it was given") {
            store in
            let founded = RegisterCard(uid: "5f", createdAt: Sample.now, rehearsal: true)
            let held = RegisterCard(
                uid: "5f", createdAt: Sample.now, rehearsal: true, mailHeld: "535 refused")

            let before = try await store.read { try $0.card() }
            try await store.write { try $0.insert(founded) }
            let after = try await store.read { try $0.card() }
            try await store.write { try $0.update(held) }

            #expect(before == nil)
            #expect(after == founded)
            #expect(try await store.read { try $0.card() } == held)
        },
        StoreContract("a transaction that throws has written nothing, and throws on") { store in
            await #expect(throws: Stumble.self) {
                try await store.write { ledger in
                    _ = try ledger.insert(try Sample.event())
                    _ = try ledger.insertSample(try Sample.person("Ada", "Sample"))
                    throw Stumble()
                }
            }

            let (events, people) = try await store.read { ledger in
                (try ledger.events(of: nil), try ledger.countPersons(country: nil))
            }
            #expect(events == [])
            #expect(people == 0)
        },
        StoreContract("a thread that waits writes as others do, whole or not at all") { store in
            try store.writeWaiting { _ = try $0.insert(try Sample.event("kept")) }
            #expect(throws: Stumble.self) {
                try store.writeWaiting { ledger in
                    _ = try ledger.insert(try Sample.event("lost"))
                    throw Stumble()
                }
            }

            #expect(try await store.read { try $0.events(of: nil).map(\.code.text) } == ["kept"])
        },
        StoreContract("after a refusal within a transaction, the transaction goes on") { store in
            try await store.write { ledger in
                _ = try ledger.insert(try Sample.event("first"))
                #expect(throws: Problem.self) { try ledger.insert(try Sample.event("first")) }
                _ = try ledger.insert(try Sample.event("second"))
            }

            #expect(try await store.read { try $0.events(of: nil).count } == 2)
        },
        within("an audit entry comes back whole, with its place in the chain") { ledger in
            for number in UInt8(1)...3 {
                try ledger.append(
                    at: Sample.minutes(Int(number)), actor: Sample.officer, act: .moveUp,
                    subject: .registration(Registration.ID(Int64(number))),
                    details: "{\"é\": \"\(number)\n\"}", detailsDigest: [number, 0],
                    digest: [0, number])
            }

            let entries = try ledger.auditEntries(after: nil, limit: 2)
            let rest = try ledger.auditEntries(after: entries.last?.entry.id, limit: 9)
            #expect(entries.map(\.digest) == [[0, 1], [0, 2]])
            #expect(entries.first?.detailsDigest == [1, 0])
            #expect(entries.first?.entry.details == "{\"é\": \"1\n\"}")
            #expect(entries.first?.entry.at == Sample.minutes(1))
            #expect(entries.first?.entry.actor == Sample.officer)
            #expect(entries.first?.entry.act == .moveUp)
            #expect(rest.map(\.entry.subject) == [.registration(Registration.ID(3))])
            #expect(try ledger.lastDigest() == [0, 3])
        },
        within("the latest audit entries come newest first, of one subject or of all") { ledger in
            for number in [1, 2, 1] as [Int64] {
                try ledger.append(
                    at: Sample.now, actor: .system, act: .edit,
                    subject: .person(Person.ID(number)), details: "", detailsDigest: [],
                    digest: [])
            }

            let all = try ledger.latestAuditEntries(of: nil, limit: 2)
            let ofOne = try ledger.latestAuditEntries(of: .person(Person.ID(1)), limit: 9)
            #expect(all.map(\.subject.number) == [1, 2])
            #expect(ofOne.map(\.id.rawValue) == [3, 1])
        },
        within("a list is known again by what was read, for the same event") { ledger in
            var batch = ImportBatch(
                list: .nominees, file: "Список.csv", digest: [1, 2, 255], rows: 2, at: Sample.now,
                actor: Sample.officer)

            batch.id = try ledger.insert(batch)
            try ledger.insert(
                .init(line: 2, subject: .person(Person.ID(1)), made: true), of: batch.id)
            try ledger.insert(
                .init(line: 2, subject: .registration(Registration.ID(1)), made: false),
                of: batch.id)

            let event = Event.ID(1)
            #expect(try ledger.batch(list: .nominees, event: nil, digest: batch.digest) == batch)
            #expect(try ledger.batch(list: .people, event: nil, digest: batch.digest) == nil)
            #expect(try ledger.batch(list: .nominees, event: nil, digest: [1, 2]) == nil)
            #expect(try ledger.batch(list: .nominees, event: event, digest: batch.digest) == nil)
        },
    ]
}

private struct Stumble: Error {}
