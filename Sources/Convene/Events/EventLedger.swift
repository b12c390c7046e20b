package import struct FoundationEssentials.Date

/// The book of events and their sessions.
package protocol EventLedger {
    func event(_ id: Event.ID) throws -> Event?
    func event(code: Code) throws -> Event?
    /// The events of these programmes, or all, by first day, then term, then code.
    func events(of programmes: [Programme.ID]?) throws -> [Event]
    func insert(_ event: Event) throws -> Event.ID
    func update(_ event: Event) throws
    /// Writes down a change of status with its reason.
    func insert(_ change: EventStatusChange) throws
    func statusChanges(of event: Event.ID) throws -> [EventStatusChange]

    /// The rules by which an event reminds those who have not answered.
    func reminders(of event: Event.ID) throws -> [EventReminder]
    /// Writes the rules of an event anew.
    func set(_ reminders: [EventReminder], of event: Event.ID) throws
    /// The rules of an event, or of all, that are planned or open.
    func openReminders(of event: Event.ID?) throws -> [EventReminder]
    func markDone(_ reminder: EventReminder, at: Date) throws

    /// The sessions of an event in the order of their numbers.
    func sessions(of event: Event.ID) throws -> [Session]
    func insert(_ session: Session) throws -> Session.ID
    /// Writes all sessions of one event anew, numbers included, in one go.
    func update(_ sessions: [Session]) throws
    /// Removes a session that nobody has been marked at.
    func remove(_ session: Session.ID) throws

    /// Who organises the event, in the order in which they were named.
    func participations(in event: Event.ID) throws -> [Participation]
    /// Writes the organisations of an event anew.
    func set(_ participations: [Participation], of event: Event.ID) throws
}

/// One change of an event's status.
package struct EventStatusChange: Sendable, Equatable {
    package var event: Event.ID
    package var status: Event.Status
    package var at: Date
    package var actor: Actor
    package var reason: String

    package init(
        event: Event.ID, status: Event.Status, at: Date, actor: Actor, reason: String
    ) {
        self.event = event
        self.status = status
        self.at = at
        self.actor = actor
        self.reason = reason
    }
}
