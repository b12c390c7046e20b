/// The book of registrations and the history of their standing.
package protocol RegistrationLedger {
    func registration(_ id: Registration.ID) throws -> Registration?
    func registration(of person: Person.ID, at event: Event.ID) throws -> Registration?
    /// The registrations of an event with these standings (all if empty), by family name.
    func registrations(at event: Event.ID, standings: [Standing]) throws -> [Registration]
    /// Those of an event's registrations that are chosen, by family name.
    func registrations(at event: Event.ID, _ choice: RegistrationChoice) throws -> [Registration]
    /// The registrations of one person, oldest first.
    func registrations(of person: Person.ID) throws -> [Registration]
    func countRegistrations(at event: Event.ID) throws -> [Standing: Int]
    /// How many confirmed registrations in these roles there are.
    func confirmed(at event: Event.ID, roles: [Role]) throws -> Int
    /// Who has waited longest, among these roles.
    func firstWaiting(at event: Event.ID, roles: [Role]) throws -> Registration?
    func insert(_ registration: Registration) throws -> Registration.ID
    func update(_ registration: Registration) throws
    /// Sets the standing and since when somebody waits, and nothing else is written anew.
    func update(standingOf registration: Registration) throws
    /// Sets `invited`, and nothing else is written anew.
    func markInvited(_ registration: Registration.ID) throws
    func insert(_ change: StandingChange, of registration: Registration.ID) throws
    /// The history of a registration's standing, oldest first.
    func standingChanges(of registration: Registration.ID) throws -> [StandingChange]
}
