/// The desk at which the audit is read and checked.
package struct AuditBook: Sendable {
    let office: Office
    let actor: Actor

    /// The latest entries, newest first, of one subject or of all.
    package func latest(of subject: AuditEntry.Subject? = nil, limit: Int) async throws
        -> [AuditEntry]
    {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.audit)
            return try inquiry.ledger.latestAuditEntries(of: subject, limit: limit)
        }
    }

    /// Walks the whole chain of digests.
    ///
    /// - Returns: how many entries there are.
    /// - Throws: `audit.broken` with the first entry that does not fit.
    package func verify() async throws -> Int {
        try await office.read(as: actor) { inquiry in
            try inquiry.require(.audit)
            var previous: [UInt8] = []
            var count = 0
            var last: AuditEntry.ID?
            while case let page = try inquiry.ledger.auditEntries(after: last, limit: 1000),
                !page.isEmpty
            {
                for sealed in page {
                    try check(sealed, after: previous)
                    previous = sealed.digest
                    last = sealed.entry.id
                }
                count += page.count
            }
            return count
        }
    }

    private func check(_ sealed: SealedAuditEntry, after previous: [UInt8]) throws {
        let entry = sealed.entry
        // Details may have been blanked for somebody's sake; otherwise they must be those signed.
        let details =
            entry.details.isEmpty
            ? sealed.detailsDigest : office.digest(Array(entry.details.utf8))
        let digest = AuditChain.digest(
            after: previous, at: entry.at, actor: entry.actor, act: entry.act,
            subject: entry.subject, detailsDigest: details, by: office.digest)
        guard digest == sealed.digest else {
            throw Problem(
                .auditBroken,
                "The audit was changed by something else than Convene: entry \(entry.id.rawValue)"
                    + " does not fit the one before it. Compare it with a backup.")
        }
    }
}

extension Office {
    package func auditBook(_ actor: Actor) -> AuditBook { AuditBook(office: self, actor: actor) }
}
