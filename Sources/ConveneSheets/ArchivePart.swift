import CZip
import Convene

/// One entry of an archive on its way out, unpacked piece by piece and counted.
final class ArchivePart {
    private let entry: OpaquePointer
    private let archive: Archive
    /// How much may yet come: what the archive says, which it is held to.
    private var rest: Int

    /// - Parameter size: The size that the archive gives for the unpacked entry.
    init(_ entry: OpaquePointer, size: Int, of archive: Archive) {
        self.entry = entry
        self.archive = archive
        rest = size
    }

    deinit { zip_fclose(entry) }

    var file: String { archive.file }

    /// Fills the buffer as far as there is something left, and says how far that was.
    ///
    /// - Throws: `list.unreadable` when the entry is damaged, its check sum is wrong, or it unpacks
    ///   to more than a list needs.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var filled = 0
        while filled < buffer.count, let start = buffer.baseAddress {
            let count = zip_fread(entry, start + filled, UInt64(buffer.count - filled))
            guard count >= 0 else { throw Problem.listDamaged(file) }
            guard count > 0 else { break }
            filled += Int(count)
        }
        try count(filled)
        return filled
    }

    private func count(_ bytes: Int) throws {
        rest -= bytes
        guard rest >= 0 else { throw Problem.listDamaged(file) }
        try archive.spend(bytes)
    }
}
