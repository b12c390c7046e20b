package import struct FoundationEssentials.Date

/// The book of lists that were imported.
package protocol ImportLedger {
    func insert(_ batch: ImportBatch) throws -> ImportBatch.ID
    func insert(_ entry: ImportBatch.Entry, of batch: ImportBatch.ID) throws
    /// The batch that brought in exactly this list, unless it was undone.
    func batch(list: ImportBatch.List, event: Event.ID?, digest: [UInt8]) throws -> ImportBatch?
    func batch(_ id: ImportBatch.ID) throws -> ImportBatch?
    /// All lists, the newest first.
    func batches() throws -> [ImportBatch]
    /// What each line of a list became, by line.
    func entries(of batch: ImportBatch.ID) throws -> [ImportBatch.Entry]
    /// Marks a list as undone.
    func close(_ batch: ImportBatch.ID, undoneAt: Date, by actor: Actor) throws
    /// Takes a registration out, with its history and with mail that has not left.
    func remove(_ registration: Registration.ID) throws
    /// Takes out somebody who has no registration.
    func remove(_ person: Person.ID) throws
    /// Takes out a programme that has no events, activities and stages.
    func remove(_ programme: Programme.ID) throws
    /// Takes out an event that has no registrations, outcomes and activities, with its sessions; lists
    /// that came in for it and were undone forget it.
    func remove(_ event: Event.ID) throws
    /// Takes out an activity that no event carries out, with its steps.
    func remove(_ activity: Activity.ID) throws
    /// Takes a mark out of the log.
    func remove(_ mark: AttendanceMark.Place) throws
    /// What was said of the columns of lists with these headings: headings to fields.
    func columns(of layout: ListLayout) throws -> [String: String]
    func remember(_ columns: [String: String], of layout: ListLayout) throws
}
