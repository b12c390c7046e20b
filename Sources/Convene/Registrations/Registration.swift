package import struct FoundationEssentials.Date

/// A person at an event, in a role.
///
/// It keeps the country, gender, organisation and group as they were when it was made, so that old
/// figures don't move when a person does.
package struct Registration: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Registration>

    package var id: ID
    package var event: Event.ID
    package var person: Person.ID
    package var role: Role
    package var standing: Standing
    package var country: Country?
    package var gender: Gender
    package var organisation: Organisation.ID?
    package var stakeholder: StakeholderGroup?
    /// Since when it stands on the waiting list, which is served oldest first.
    package var waitingSince: Date?
    /// An invitation has been sent.
    package var invited: Bool
    /// Confirmed, with a present mark at a counting session at least.
    package var attended: Bool
    /// Attended, and the completion rule is met.
    package var completed: Bool

    package init(
        id: ID = ID(0), event: Event.ID, person: Person.ID, role: Role = .participant,
        standing: Standing, country: Country? = nil, gender: Gender = .undisclosed,
        organisation: Organisation.ID? = nil, stakeholder: StakeholderGroup? = nil,
        waitingSince: Date? = nil, invited: Bool = false, attended: Bool = false,
        completed: Bool = false
    ) {
        self.id = id
        self.event = event
        self.person = person
        self.role = role
        self.standing = standing
        self.country = country
        self.gender = gender
        self.organisation = organisation
        self.stakeholder = stakeholder
        self.waitingSince = waitingSince
        self.invited = invited
        self.attended = attended
        self.completed = completed
    }
}
