import CZip
import Convene

/// An archive on its way out, put together by libzip in memory.
struct ArchiveWriter: ~Copyable {
    private let handle: OpaquePointer
    private let source: OpaquePointer
    /// The contents of the entries: libzip reads them when the archive is closed.
    private var contents: [UnsafeMutableRawBufferPointer] = []
    private var isClosed = false

    /// - Throws: `file.unwritable`.
    init() throws {
        var fault = zip_error_t()
        guard let source = zip_source_buffer_create(nil, 0, 0, &fault) else {
            throw Problem.workbookUnwritable(reason: Self.text(&fault))
        }
        guard let handle = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &fault) else {
            zip_source_free(source)
            throw Problem.workbookUnwritable(reason: Self.text(&fault))
        }
        // What is written stands in the source, which closing the archive would let go.
        zip_source_keep(source)
        self.handle = handle
        self.source = source
    }

    deinit {
        if !isClosed { zip_discard(handle) }
        zip_source_free(source)
        for content in contents { content.deallocate() }
    }

    /// - Throws: `file.unwritable`.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        let content = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        content.copyBytes(from: bytes)
        contents.append(content)
        guard let entry = zip_source_buffer(handle, content.baseAddress, UInt64(bytes.count), 0)
        else { throw problem }
        let index = zip_file_add(handle, name, entry, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(entry)
            throw problem
        }
        // 1 January 1980, the first day that an archive knows: the same pages give the same bytes.
        zip_file_set_dostime(handle, UInt64(index), 0, 0x21, 0)
    }

    /// The bytes of the archive.
    ///
    /// - Throws: `file.unwritable`.
    consuming func finished() throws -> [UInt8] {
        guard zip_close(handle) == 0 else { throw problem }
        isClosed = true
        var facts = zip_stat_t()
        guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else {
            throw Problem.workbookUnwritable(reason: "its bytes are lost")
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(facts.size))
        let count = zip_source_read(source, &bytes, UInt64(bytes.count))
        guard count == bytes.count else {
            throw Problem.workbookUnwritable(reason: "its bytes are lost")
        }
        return bytes
    }

    private var problem: Problem {
        .workbookUnwritable(reason: String(cString: zip_strerror(handle)))
    }

    private static func text(_ fault: inout zip_error_t) -> String {
        String(cString: zip_error_strerror(&fault))
    }
}
