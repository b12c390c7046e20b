import Convene
import GRDB

import struct FoundationEssentials.Date

extension SQLiteLedger: QuestionLedger {
    func questions(of event: Event.ID) throws -> [Question] {
        try all(
            """
            SELECT id, event_id, number, kind, wording, choices, required FROM question
            WHERE event_id = ? ORDER BY number
            """, [event.rawValue], Question.init)
    }

    func insert(_ question: Question) throws -> Question.ID {
        Question.ID(
            try add(
                """
                INSERT INTO question (event_id, number, kind, wording, choices, required)
                VALUES (?, ?, ?, ?, ?, ?)
                """, question.arguments))
    }

    func update(_ question: Question) throws {
        try run(
            """
            UPDATE question SET event_id = ?, number = ?, kind = ?, wording = ?, choices = ?,
                required = ?
            WHERE id = ?
            """, question.arguments + [question.id.rawValue])
    }

    func remove(_ question: Question.ID) throws {
        try run("DELETE FROM question_answer WHERE question_id = ?", [question.rawValue])
        try run("DELETE FROM question WHERE id = ?", [question.rawValue])
    }

    func countAnswers(to question: Question.ID) throws -> Int {
        try count(
            "SELECT count(*) FROM question_answer WHERE question_id = ?", [question.rawValue])
    }

    func answers(of registration: Registration.ID) throws -> [Question.ID: String] {
        let answers: [(Question.ID, String)] = try all(
            "SELECT question_id, value FROM question_answer WHERE registration_id = ?",
            [registration.rawValue]
        ) { ($0.id(at: 0), $0[1]) }
        return Dictionary(uniqueKeysWithValues: answers)
    }

    func answers(of registrations: [Registration.ID]) throws -> [Registration.ID: [Question.ID:
        String]]
    {
        let answers: [(Registration.ID, Question.ID, String)] = try all(
            """
            SELECT registration_id, question_id, value FROM question_answer
            WHERE registration_id IN (SELECT value FROM json_each(?))
            """, [registrations.json()]
        ) { ($0.id(at: 0), $0.id(at: 1), $0[2]) }
        return answers.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1] = $1.2 }
    }

    func set(
        _ value: String?, to question: Question.ID, of registration: Registration.ID, at: Date
    ) throws {
        guard let value, !value.isEmpty else {
            return try run(
                "DELETE FROM question_answer WHERE registration_id = ? AND question_id = ?",
                [registration.rawValue, question.rawValue])
        }
        try run(
            """
            INSERT INTO question_answer (registration_id, question_id, value, at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (registration_id, question_id)
                DO UPDATE SET value = excluded.value, at = excluded.at
            """, [registration.rawValue, question.rawValue, value, at.milliseconds])
    }

    func moveSaid(from registration: Registration.ID, to other: Registration.ID) throws {
        for table in ["question_answer", "guest_needs"] {
            try run(
                "UPDATE OR IGNORE \(table) SET registration_id = ? WHERE registration_id = ?",
                [other.rawValue, registration.rawValue])
        }
    }

    func needs(of registration: Registration.ID) throws -> Needs? {
        try first(
            """
            SELECT dietary, access, visa_letter, consent_at FROM guest_needs
            WHERE registration_id = ?
            """, [registration.rawValue]
        ) { Needs($0, from: 0) }
    }

    func needs(of registrations: [Registration.ID]) throws -> [Registration.ID: Needs] {
        let needs: [(Registration.ID, Needs)] = try all(
            """
            SELECT registration_id, dietary, access, visa_letter, consent_at FROM guest_needs
            WHERE registration_id IN (SELECT value FROM json_each(?))
            """, [registrations.json()]
        ) { ($0.id(at: 0), Needs($0, from: 1)) }
        return Dictionary(uniqueKeysWithValues: needs)
    }

    func hasNeeds(at event: Event.ID) throws -> Bool {
        try count(
            """
            SELECT EXISTS (
                SELECT 1 FROM registration r JOIN guest_needs n ON n.registration_id = r.id
                WHERE r.event_id = ?)
            """, [event.rawValue]) > 0
    }

    func set(_ needs: Needs, of registration: Registration.ID, at: Date) throws {
        try run(
            """
            INSERT INTO guest_needs (registration_id, dietary, access, visa_letter, consent_at, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (registration_id) DO UPDATE SET dietary = excluded.dietary,
                access = excluded.access, visa_letter = excluded.visa_letter,
                consent_at = excluded.consent_at, at = excluded.at
            """,
            [
                registration.rawValue, needs.dietary, needs.access, needs.visaLetter,
                needs.consentAt?.milliseconds, at.milliseconds,
            ])
    }
}

extension Question {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: row.id(at: 0), event: row.id(at: 1), number: row[2], kind: try row.value(at: 3),
            wording: row[4], choices: (row[5] as String).split(separator: "\n").map(String.init),
            isRequired: row[6])
    }

    fileprivate var arguments: StatementArguments {
        [
            event.rawValue, number, kind.rawValue, wording, choices.joined(separator: "\n"),
            isRequired,
        ]
    }
}

extension Needs {
    fileprivate init(_ row: Row, from index: Int) {
        self.init(
            dietary: row[index], access: row[index + 1], visaLetter: row[index + 2],
            consentAt: row.instantIfSet(at: index + 3))
    }
}
