package import struct FoundationEssentials.Date

/// The book of merges: what was made one, and who was told apart.
package protocol MergeLedger {
    /// Whom somebody was merged into, if they were.
    func mergedInto(_ person: Person.ID) throws -> Person.ID?
    /// Those who were merged into somebody.
    func merged(into person: Person.ID) throws -> [Person.ID]
    func set(_ person: Person.ID, mergedInto other: Person.ID?) throws
    func mergedInto(_ organisation: Organisation.ID) throws -> Organisation.ID?
    func merged(into organisation: Organisation.ID) throws -> [Organisation.ID]
    func set(_ organisation: Organisation.ID, mergedInto other: Organisation.ID?) throws

    /// Writes down a merge with all that undoing it needs.
    func insert(_ merge: PersonMerge, at: Date, actor: Actor) throws
    func insert(_ merge: OrganisationMerge, at: Date, actor: Actor) throws
    /// The merge that took somebody away and was not undone.
    func merge(of person: Person.ID) throws -> PersonMerge?
    func merge(of organisation: Organisation.ID) throws -> OrganisationMerge?
    func undoMerge(of person: Person.ID, at: Date) throws
    func undoMerge(of organisation: Organisation.ID, at: Date) throws

    /// Puts a registration back under its number, with its history.
    func restore(_ registration: Registration, _ changes: [StandingChange]) throws
    /// Whether anybody was ever marked in a registration.
    func isMarked(_ registration: Registration.ID) throws -> Bool
    func trail(of invitation: Invitation.ID) throws -> InvitationTrail
    /// Has answers and links belong to this invitation.
    func move(_ trail: InvitationTrail, to invitation: Invitation.ID) throws
    /// What came about a registration.
    func incoming(about registration: Registration.ID) throws -> [Incoming.ID]
    /// Has what came belong to this registration.
    func move(_ incoming: [Incoming.ID], to registration: Registration.ID) throws
    func remove(_ invitation: Invitation.ID) throws
    /// Puts an invitation back under its number.
    func restore(_ invitation: Invitation) throws
    /// The mails about a registration that are to leave: `queued`, `retry` or `held`.
    func waitingMessages(about registration: Registration.ID) throws
        -> [Message.ID: Message.State]
    /// Whose the messages to somebody are.
    func messageOwners(of person: Person.ID) throws -> [PersonMerge.MessageOwner]
    func set(_ owner: PersonMerge.MessageOwner) throws

    /// Everything that names an organisation.
    func references(to organisation: Organisation.ID) throws -> OrganisationReferences
    /// Puts one organisation in the place of another in these; what names both is kept once.
    func move(
        _ references: OrganisationReferences, from: Organisation.ID, to: Organisation.ID) throws
    /// Puts back what ``move(_:from:to:)`` changed, where it is still so.
    ///
    /// - Parameter own: what the one who stayed had before.
    func moveBack(
        _ references: OrganisationReferences, to: Organisation.ID, from: Organisation.ID,
        besides own: OrganisationReferences) throws

    /// Remembers that two are not one; once is enough.
    func insertNotSame(_ first: Person.ID, _ second: Person.ID, at: Date, actor: Actor) throws
    func insertNotSame(
        _ first: Organisation.ID, _ second: Organisation.ID, at: Date, actor: Actor) throws
    func peopleToldApart() throws -> Set<UnorderedPair<Person.ID>>
    func organisationsToldApart() throws -> Set<UnorderedPair<Organisation.ID>>

    /// The keys for matching that several people have, of a country or of all.
    func sharedMatchKeys(country: Country?) throws -> [String]
    /// Those of whom only an initial and the family name are known.
    func personsByInitial(country: Country?) throws -> [PersonCandidate]
}

/// Two of a kind, in whichever order.
package struct UnorderedPair<Element: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let first: Element
    package let second: Element

    package init(_ one: Element, _ other: Element) {
        first = min(one, other)
        second = max(one, other)
    }
}
