import Convene
import ConveneSQLite
import FoundationEssentials

extension Premises {
    /// Copies the register while it is in use, and verifies the copy.
    ///
    /// - Parameter progress: told how many hundredths are done.
    /// - Throws: `file.exists`, `file.unwritable`, `register.full`.
    package func backUp(
        to file: String, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
    ) throws {
        try store.backup(to: file) { share in progress(Int(share * 100), 100) }
    }

    /// Puts a verified copy in the register's place, and holds its outbox (BOX-7).
    ///
    /// - Throws: `register.missing`, `register.foreign`, `register.corrupt`, `register.exists`
    ///   where one is there and `replacing` is not said.
    package static func restore(from file: String, to settings: Settings, replacing: Bool)
        async throws
    {
        if !replacing, FileManager.default.fileExists(atPath: settings.database) {
            throw Problem(
                .registerExists,
                "\(settings.database) is there already, and was left as it is: --replace puts the copy"
                    + " in its place.")
        }
        // Held from the first moment: whatever ends this process, the copy sends nothing by itself.
        try SQLiteStore.restore(
            from: file, to: settings.database, replacing: replacing, holding: FrontDoor.restored)
        let premises = try await open(settings)
        try await premises.office.frontDoor(premises.actor).noteRestored(from: file)
    }
}
