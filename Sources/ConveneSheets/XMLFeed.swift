import Convene
import Foundation

/// The bytes of a part, as the XML parser asks for them.
final class XMLFeed: InputStream {
    private let part: ArchivePart
    /// What was unpacked to look at what stands before the root element, and is still to be given.
    private var head: ArraySlice<UInt8>
    private var isEnded = false
    /// The parser of Foundation stops the process at a name that is not UTF-8.
    private var flow = UTF8Flow()
    /// Why it ended early.
    private(set) var reason: (any Error)?

    /// - Throws: `list.unreadable` when the part has a document type or is not in UTF-8.
    init(_ part: ArchivePart) throws {
        self.part = part
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = try bytes.withUnsafeMutableBytes { try part.read(into: $0) }
        head = bytes[..<count]
        super.init(data: Data())
        guard XMLProlog.isPlain(head) else { throw Problem.listNotPlainXML(part.file) }
    }

    var file: String { part.file }

    /// Gives nothing more.
    func stop() { isEnded = true }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { !isEnded }
    override var streamStatus: Stream.Status { isEnded ? .atEnd : .open }
    override var streamError: (any Error)? { nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard !isEnded, maxLength > 0 else { return 0 }
        do {
            let count = try fill(UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
            isEnded = count < maxLength
            guard flow.takes(UnsafeBufferPointer(start: buffer, count: count)),
                !isEnded || flow.isWhole
            else { throw Problem.listDamaged(part.file) }
            return count
        } catch {
            reason = error
            isEnded = true
            return 0
        }
    }

    private func fill(_ space: UnsafeMutableRawBufferPointer) throws -> Int {
        let given = min(head.count, space.count)
        space.copyBytes(from: head.prefix(given))
        head = head.dropFirst(given)
        let rest = UnsafeMutableRawBufferPointer(rebasing: space[given...])
        return try given + (rest.isEmpty ? 0 : part.read(into: rest))
    }
}
