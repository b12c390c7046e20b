package import struct FoundationEssentials.Date

/// One list that was imported: what came in by it can be looked up, and undone.
package struct ImportBatch: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<ImportBatch>

    package var id: ID
    package var list: List
    package var event: Event.ID?
    package var file: String
    /// SHA-256 of what was read, so that the same list is known again.
    package var digest: [UInt8]
    package var rows: Int
    package var at: Date
    package var actor: Actor
    package var undoneAt: Date?

    package init(
        id: ID = ID(0), list: List, event: Event.ID? = nil, file: String, digest: [UInt8],
        rows: Int, at: Date, actor: Actor, undoneAt: Date? = nil
    ) {
        self.id = id
        self.list = list
        self.event = event
        self.file = file
        self.digest = digest
        self.rows = rows
        self.at = at
        self.actor = actor
        self.undoneAt = undoneAt
    }

    package enum List: String, Sendable, CaseIterable {
        case programmes, events, people, nominees, registrations, attendance, plan
    }

    /// What one line of the list became.
    package struct Entry: Sendable, Equatable {
        package var line: Int
        package var subject: AuditEntry.Subject
        /// Whether the line made it, rather than finding it in the register.
        package var made: Bool
        /// What it changed; nothing for people.
        package var change: ImportChange?

        package init(
            line: Int, subject: AuditEntry.Subject, made: Bool, change: ImportChange? = nil
        ) {
            self.line = line
            self.subject = subject
            self.made = made
            self.change = change
        }
    }
}
