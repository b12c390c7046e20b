/// The book of action plans.
package protocol PlanLedger {
    func activity(_ id: Activity.ID) throws -> Activity?
    /// The activities of these programmes, or all, by programme's code, year and number.
    func activities(of programmes: [Programme.ID]?) throws -> [Activity]
    /// The activities with this year and number, one at most of each programme.
    func activities(year: Int, number: Int) throws -> [Activity]
    func insert(_ activity: Activity) throws -> Activity.ID
    /// Writes the activity whole, its steps included.
    func update(_ activity: Activity) throws

    /// The events that carry an activity out, by first day, then term, then code.
    func events(carryingOut activity: Activity.ID) throws -> [Event]
    /// The activities that an event carries out, by programme's code, year and number.
    func activities(carriedOutBy event: Event.ID) throws -> [Activity]
    /// Writes down that an event carries out an activity; once more changes nothing.
    func link(_ activity: Activity.ID, to event: Event.ID) throws
    func unlink(_ activity: Activity.ID, from event: Event.ID) throws
}

/// The book of what meetings recommended.
package protocol OutcomeLedger {
    /// The outcomes of these events, or all, in the order of the events and of their numbers.
    func outcomes(of events: [Event.ID]?) throws -> [Outcome]
    func insert(_ outcome: Outcome) throws -> Outcome.ID
    func update(_ outcome: Outcome) throws
}
