package import struct FoundationEssentials.Date

/// What somebody needs at an event, and that they agree to our keeping what they say.
package struct Needs: Sendable, Equatable {
    package var dietary: String
    /// What lets them take part as others do: a ramp, an interpreter of sign language.
    package var access: String
    /// Whether they want a letter for their visa.
    package var visaLetter: Bool
    /// When they agreed; nothing where they did not.
    package var consentAt: Date?

    package init(
        dietary: String = "", access: String = "", visaLetter: Bool = false,
        consentAt: Date? = nil
    ) {
        self.dietary = dietary
        self.access = access
        self.visaLetter = visaLetter
        self.consentAt = consentAt
    }
}

/// What somebody says of themselves when they register or answer.
package struct Particulars: Sendable, Equatable {
    package var dietary: String
    package var access: String
    package var visaLetter: Bool
    package var consents: Bool
    /// The values of each question's field, as they were filled in.
    package var answers: [Question.ID: [String]]

    package init(
        dietary: String = "", access: String = "", visaLetter: Bool = false,
        consents: Bool = false, answers: [Question.ID: [String]] = [:]
    ) {
        self.dietary = dietary
        self.access = access
        self.visaLetter = visaLetter
        self.consents = consents
        self.answers = answers
    }
}
