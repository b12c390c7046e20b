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
    /// The day by which an answer is asked for, until it is past.
    let deadline: Day?
    /// What an officer wrote in place of the template.
    let text: LetterText?
    /// Whether the dates that people were invited to are no more.
    let datesGone: Bool
    /// Whether the letter leads to a page of the person's own.
    let hasLink: Bool

    init(_ occasion: Occasion, in language: Language) {
        purpose = occasion.purpose
        self.language = language
        role = occasion.role
        event = occasion.event
        sessions = occasion.sessions
        organisers = occasion.organisers
        programme = occasion.programme
        note = occasion.note
        deadline = occasion.event.answerBy.flatMap { day in
            day < occasion.event.zone.day(at: occasion.now) ? nil : day
        }
        text = occasion.text
        datesGone = occasion.datesGone
        // As the outbox does: a cancellation has an invitation, and no secret to lead to it.
        hasLink =
            occasion.certificate != nil
            || occasion.purpose.isAnswered && occasion.invitation != nil
    }
}
