/// The part of society that somebody speaks for at an event.
package enum StakeholderGroup: String, Sendable, CaseIterable {
    case ministry, museum, media, union, academia, ngo
    case privateSector = "private"
    case un, other
}
