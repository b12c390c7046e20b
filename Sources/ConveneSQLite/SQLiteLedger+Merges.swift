import Convene
import GRDB

import struct FoundationEssentials.Date

extension SQLiteLedger: MergeLedger {
    func mergedInto(_ person: Person.ID) throws -> Person.ID? {
        try first("SELECT merged_into FROM person WHERE id = ?", [person.rawValue]) {
            $0.idIfSet(at: 0)
        } ?? nil
    }

    func merged(into person: Person.ID) throws -> [Person.ID] {
        try all("SELECT id FROM person WHERE merged_into = ? ORDER BY id", [person.rawValue]) {
            $0.id(at: 0)
        }
    }

    func set(_ person: Person.ID, mergedInto other: Person.ID?) throws {
        try run(
            "UPDATE person SET merged_into = ? WHERE id = ?", [other?.rawValue, person.rawValue])
    }

    func mergedInto(_ organisation: Organisation.ID) throws -> Organisation.ID? {
        try first("SELECT merged_into FROM organisation WHERE id = ?", [organisation.rawValue]) {
            $0.idIfSet(at: 0)
        } ?? nil
    }

    func merged(into organisation: Organisation.ID) throws -> [Organisation.ID] {
        try all(
            "SELECT id FROM organisation WHERE merged_into = ? ORDER BY id",
            [organisation.rawValue]
        ) { $0.id(at: 0) }
    }

    func set(_ organisation: Organisation.ID, mergedInto other: Organisation.ID?) throws {
        try run(
            "UPDATE organisation SET merged_into = ? WHERE id = ?",
            [other?.rawValue, organisation.rawValue])
    }

    func insert(_ merge: PersonMerge, at: Date, actor: Actor) throws {
        try insertMerge(
            "person", kept: merge.before.id.rawValue, gone: merge.gone.id.rawValue,
            record: MergeRecord.text(of: PersonMergeRecord(merge)), at: at, actor: actor)
    }

    func insert(_ merge: OrganisationMerge, at: Date, actor: Actor) throws {
        try insertMerge(
            "organisation", kept: merge.before.id.rawValue, gone: merge.gone.id.rawValue,
            record: MergeRecord.text(of: OrganisationMergeRecord(merge)), at: at, actor: actor)
    }

    func merge(of person: Person.ID) throws -> PersonMerge? {
        try record(of: "person", person.rawValue).map {
            try MergeRecord.value(PersonMergeRecord.self, in: $0).merge
        }
    }

    func merge(of organisation: Organisation.ID) throws -> OrganisationMerge? {
        try record(of: "organisation", organisation.rawValue).map {
            try MergeRecord.value(OrganisationMergeRecord.self, in: $0).merge
        }
    }

    func undoMerge(of person: Person.ID, at: Date) throws {
        try endMerge("person", person.rawValue, at: at)
    }

    func undoMerge(of organisation: Organisation.ID, at: Date) throws {
        try endMerge("organisation", organisation.rawValue, at: at)
    }

    private func insertMerge(
        _ subject: String, kept: Int64, gone: Int64, record: String, at: Date, actor: Actor
    ) throws {
        try run(
            """
            INSERT INTO merge (subject, kept_id, gone_id, at, actor_id, record)
            VALUES (?, ?, ?, ?, ?, ?)
            """, [subject, kept, gone, at.milliseconds, try number(of: actor), record])
    }

    private func record(of subject: String, _ gone: Int64) throws -> String? {
        try first(
            """
            SELECT record FROM merge WHERE subject = ? AND gone_id = ? AND undone_at IS NULL
            ORDER BY id DESC LIMIT 1
            """, [subject, gone]
        ) { $0[0] }
    }

    private func endMerge(_ subject: String, _ gone: Int64, at: Date) throws {
        try run(
            """
            UPDATE merge SET undone_at = ? WHERE subject = ? AND gone_id = ? AND undone_at IS NULL
            """, [at.milliseconds, subject, gone])
    }
}

extension SQLiteLedger {
    func insertNotSame(_ first: Person.ID, _ second: Person.ID, at: Date, actor: Actor) throws {
        try insertNotSame("person", first.rawValue, second.rawValue, at: at, actor: actor)
    }

    func insertNotSame(
        _ first: Organisation.ID, _ second: Organisation.ID, at: Date, actor: Actor
    ) throws {
        try insertNotSame("organisation", first.rawValue, second.rawValue, at: at, actor: actor)
    }

    func peopleToldApart() throws -> Set<UnorderedPair<Person.ID>> {
        Set(
            try all("SELECT first_id, second_id FROM not_same WHERE subject = 'person'") {
                UnorderedPair($0.id(at: 0), $0.id(at: 1))
            })
    }

    func organisationsToldApart() throws -> Set<UnorderedPair<Organisation.ID>> {
        Set(
            try all("SELECT first_id, second_id FROM not_same WHERE subject = 'organisation'") {
                UnorderedPair($0.id(at: 0), $0.id(at: 1))
            })
    }

    private func insertNotSame(
        _ subject: String, _ first: Int64, _ second: Int64, at: Date, actor: Actor
    ) throws {
        try run(
            """
            INSERT INTO not_same (subject, first_id, second_id, at, actor_id)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                subject, min(first, second), max(first, second), at.milliseconds,
                try number(of: actor),
            ])
    }
}
