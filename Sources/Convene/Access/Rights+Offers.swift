extension Rights {
    /// Whether the act may be done to some subject of this kind: what pages offer.
    package func offer(_ act: AuditEntry.Act, on kind: AuditEntry.Subject.Kind) -> Bool {
        guard let role, role != .admin else { return true }
        return kind.roles(for: act).contains(role)
    }
}
