import struct FoundationEssentials.Date

extension Deed {
    /// Keeps what somebody said of themselves with their registration.
    ///
    /// - Throws: `consent.missing`, `answer.missing`, `answer.invalid`, `value.invalid`.
    func keep(_ particulars: Particulars, of registration: Registration) throws {
        guard particulars.consents else {
            throw Problem.consentMissing
        }
        let before = try ledger.needs(of: registration.id)
        let needs = try Needs(particulars, consentAt: before?.consentAt ?? now)
        if needs != before { try ledger.set(needs, of: registration.id, at: now) }
        for question in try ledger.questions(of: registration.event) {
            let value = try question.reading(particulars.answers[question.id] ?? [])
            try ledger.set(value, to: question.id, of: registration.id, at: now)
        }
        // What was said stays out of the audit.
        try log(.tellNeeds, .registration(registration.id))
    }
}

extension Needs {
    /// - Throws: `value.invalid`.
    fileprivate init(_ particulars: Particulars, consentAt: Date) throws(Problem) {
        self.init(
            dietary: particulars.dietary.trimmed, access: particulars.access.trimmed,
            visaLetter: particulars.visaLetter, consentAt: consentAt)
        guard dietary.utf8.count <= 2000, access.utf8.count <= 2000 else {
            throw Problem(.valueInvalid, "What somebody needs is said in at most 2000 letters.")
        }
    }
}

extension Inquiry {
    /// What somebody has said to an event's questions.
    func answers(of registration: Registration) throws -> [QuestionAnswer] {
        let values = try ledger.answers(of: registration.id)
        return try ledger.questions(of: registration.event).compactMap { question in
            values[question.id].map { QuestionAnswer(question: question, value: $0) }
        }
    }
}
