import Convene

/// What a letter speaks of that is the same for everybody who gets it in one language: nothing in
/// it is about the person, so nothing about one person can get into the letter of another.
struct LetterMatter: Equatable, Sendable {
    let purpose: Message.Purpose
    let language: Language
    let role: Role
    let event: Event
    let sessions: [Session]
    let organisers: [Participation]
    let programme: Programme?
    let note: String
    /// Whether there is an invitation to answer, by a link of the person's own.
    let isAnswerable: Bool

    init(_ occasion: Occasion, in language: Language) {
        purpose = occasion.purpose
        self.language = language
        role = occasion.role
        event = occasion.event
        sessions = occasion.sessions
        organisers = occasion.organisers
        programme = occasion.programme
        note = occasion.note
        isAnswerable = occasion.invitation != nil
    }
}
