package import ConveneSQLite
import Foundation

/// A folder for a register on disk, which goes when the test does.
package final class WorldFolder: Sendable {
    private let folder: URL

    package init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "convene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Makes the register of this folder.
    package func create() throws -> SQLiteStore { try SQLiteStore.create(at: path) }

    /// Opens it once more, as another process would.
    package func open() throws -> SQLiteStore { try SQLiteStore.open(at: path) }

    private var path: String { folder.appending(path: "register.db").path }
}
