/// What is known of the way of an invitation, or of the last mail that followed it.
package enum InvitationDelivery: String, Sendable, CaseIterable {
    /// Its mail has not left yet, or it is not known whether it has.
    case waiting
    /// A server has taken it, and it has not come back.
    case sent
    /// It was refused, it came back, or nothing is sent to the address.
    case notDelivered = "not-delivered"
}

extension InvitationDelivery {
    /// - Returns: nothing for a mail that was taken back or came too late, which says nothing of the
    ///   address.
    fileprivate init?(_ state: Message.State) {
        switch state {
        case .queued, .sending, .retry, .unknown, .held: self = .waiting
        case .sent: self = .sent
        case .failed, .suppressed: self = .notDelivered
        case .cancelled, .expired: return nil
        }
    }
}

extension Inquiry {
    /// What became of the last mail about each invitation to an event, by person.
    func deliveries(ofInvitationsTo event: Event) throws -> [Person.ID: InvitationDelivery] {
        var deliveries: [Person.ID: InvitationDelivery] = [:]
        for message in try ledger.messages(for: event.id, states: [], limit: .max)
        where [.invitation, .reminder, .change].contains(message.purpose) {
            guard deliveries[message.person] == nil else { continue }
            deliveries[message.person] = InvitationDelivery(message.state)
        }
        return deliveries
    }
}
