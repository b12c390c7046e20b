import Convene
import Foundation

extension Premises {
    /// Makes tonight's verified copy of the register in a folder, `convene-2011-09-01.db`, and removes
    /// the oldest of those that are more than are kept. A second time on the same day does nothing.
    ///
    /// - Returns: the name of the copy, or nothing where there was one.
    /// - Throws: as ``backUp(to:progress:)``.
    package func backUpNightly(to folder: String, keeping copies: Int) async throws -> String? {
        let name = "convene-\(Zone.utc.day(at: office.clock()).text).db"
        let file = "\(folder)/\(name)"
        guard !FileManager.default.fileExists(atPath: file) else { return nil }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Problem(.fileUnwritable, "The folder \(folder) can't be made: \(error)")
        }
        try await apart { try backUp(to: file) { _, _ in } }
        for old in Self.copies(in: folder).dropLast(copies) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(old)")
        }
        return name
    }

    /// Carries out what takes long on a thread of its own, for there are as few of the others as
    /// there are processors.
    private func apart(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    /// The nightly copies in a folder, the oldest first.
    private static func copies(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            name.hasPrefix("convene-") && name.hasSuffix(".db")
                && Day(String(name.dropFirst(8).dropLast(3))) != nil
        }.sorted()
    }
}
