import Convene
import Foundation

/// The bytes of a part, as the XML parser asks for them.
final class XMLFeed: InputStream {
    private let part: ArchivePart
    /// What was unpacked to look at what stands before the root element, and is still to be given.
    private var head: ArraySlice<UInt8>
    private var isEnded = false
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

    /// Gives nothing more.
    func stop() { isEnded = true }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { !isEnded }
    override var streamStatus: Stream.Status { isEnded ? .atEnd : .open }
    override var streamError: (any Error)? { nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard !isEnded, maxLength > 0 else { return 0 }
        let space = UnsafeMutableRawBufferPointer(start: buffer, count: maxLength)
        let given = min(head.count, maxLength)
        space.copyBytes(from: head.prefix(given))
        head = head.dropFirst(given)
        guard given < maxLength else { return given }
        do {
            let count = try part.read(
                into: UnsafeMutableRawBufferPointer(rebasing: space[given...]))
            if given + count < maxLength { isEnded = true }
            return given + count
        } catch {
            reason = error
            isEnded = true
            return 0
        }
    }
}
