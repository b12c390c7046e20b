/// The book of lists that were imported.
package protocol ImportLedger {
    func insert(_ batch: ImportBatch) throws -> ImportBatch.ID
    func insert(_ entry: ImportBatch.Entry, of batch: ImportBatch.ID) throws
    /// The batch that brought in exactly this list, unless it was undone.
    func batch(list: ImportBatch.List, event: Event.ID?, digest: [UInt8]) throws -> ImportBatch?
}
