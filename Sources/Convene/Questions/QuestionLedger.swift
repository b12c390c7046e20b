package import struct FoundationEssentials.Date

/// The book of questions, of what was said to them, and of what people need.
package protocol QuestionLedger {
    /// The questions of an event in the order of their numbers.
    func questions(of event: Event.ID) throws -> [Question]
    func insert(_ question: Question) throws -> Question.ID
    func update(_ question: Question) throws
    /// Removes a question with what was said to it.
    func remove(_ question: Question.ID) throws
    func countAnswers(to question: Question.ID) throws -> Int

    /// The answers of a registration, by question.
    func answers(of registration: Registration.ID) throws -> [Question.ID: String]
    /// The answers of all registrations of an event.
    func answers(of registrations: [Registration.ID]) throws -> [Registration.ID: [Question.ID:
        String]]
    /// Keeps an answer, in place of an earlier one; nothing takes it out.
    func set(
        _ value: String?, to question: Question.ID, of registration: Registration.ID, at: Date)
        throws

    /// Gives what was said with one registration to another, where nothing was said with that.
    func moveSaid(from registration: Registration.ID, to other: Registration.ID) throws

    func needs(of registration: Registration.ID) throws -> Needs?
    func needs(of registrations: [Registration.ID]) throws -> [Registration.ID: Needs]
    /// Whether any registration of an event has needs with it.
    func hasNeeds(at event: Event.ID) throws -> Bool
    func set(_ needs: Needs, of registration: Registration.ID, at: Date) throws
}
