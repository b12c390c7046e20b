import GRDB

extension SQLiteStore {
    /// Writes what is in the log beside the file into the file and empties the log, so that nothing
    /// is left there of what was forgotten.
    ///
    /// Where somebody else reads at this moment, the log is emptied by a later command.
    package func emptyLog() async throws {
        do {
            try await database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return
        }
    }
}
