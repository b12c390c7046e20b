/// A numbered recommendation or decision of an event, with its follow-up.
package struct Outcome: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Outcome>

    package var id: ID
    package var event: Event.ID
    /// Its number among the outcomes of the event, from 1.
    package var number: Int
    package var wording: String
    /// By when it is to be followed up.
    package var due: Term?
    /// Who is to see to it, in the words of the meeting; empty when nobody was named.
    package var responsible: String
    /// What became of it so far.
    package var followUp: String
    package var done: Tick?

    package init(
        id: ID = ID(0), event: Event.ID, number: Int, wording: String, due: Term? = nil,
        responsible: String = "", followUp: String = "", done: Tick? = nil
    ) {
        self.id = id
        self.event = event
        self.number = number
        self.wording = wording
        self.due = due
        self.responsible = responsible
        self.followUp = followUp
        self.done = done
    }

    /// Whether it was not done by this day although its term had ended.
    package func isOverdue(on day: Day) -> Bool {
        guard let due else { return false }
        return due.last < day && !done.holds(on: day)
    }
}
