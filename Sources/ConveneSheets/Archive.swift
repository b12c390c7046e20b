import CZip
import Convene

/// The archive that a workbook is, opened by libzip from memory.
///
/// What an archive says of itself is not believed: how many entries it has is looked at before
/// libzip makes room for them, and a part is held to the size that is given for it while it is
/// unpacked.
final class Archive {
    /// The file's name, for the sentences.
    let file: String
    private let handle: OpaquePointer
    /// The places of the entries by their names in small letters: names of parts have no case.
    private let places: [String: UInt64]
    /// How many bytes may yet be unpacked.
    private var budget = SheetLimit.unpacked

    /// - Parameter bytes: The whole file; they have to outlive the archive.
    /// - Throws: `list.unreadable`.
    init(_ bytes: UnsafeRawBufferPointer, file: String) throws {
        guard let count = ArchiveEnd.entries(bytes) else { throw Problem.listDamaged(file) }
        guard count <= SheetLimit.entries else { throw Problem.listUnpacksTooLarge(file) }
        var fault = zip_error_t()
        guard
            let source = zip_source_buffer_create(
                bytes.baseAddress, UInt64(bytes.count), 0, &fault)
        else { throw Problem.listDamaged(file) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
            zip_source_free(source)
            throw Problem.listDamaged(file)
        }
        guard let places = Self.places(handle) else {
            zip_discard(handle)
            throw Problem.listDamaged(file)
        }
        self.file = file
        self.handle = handle
        self.places = places
    }

    deinit { zip_discard(handle) }

    func has(_ name: String) -> Bool { places[name.lowercased()] != nil }

    func hasPart(in folder: String) -> Bool { places.keys.contains { $0.hasPrefix(folder) } }

    /// Opens an entry for reading from its beginning.
    ///
    /// - Throws: `list.unreadable` when it is missing, protected by a password, or packed in a way
    ///   that no spreadsheet program uses.
    func part(_ name: String) throws -> ArchivePart {
        guard let place = places[name.lowercased()] else { throw Problem.listDamaged(file) }
        var facts = zip_stat_t()
        guard zip_stat_index(handle, place, 0, &facts) == 0 else { throw Problem.listDamaged(file) }
        guard facts.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw Problem.listProtected(file)
        }
        let size = Int(clamping: facts.size)
        let most = Int(clamping: facts.comp_size).multipliedReportingOverflow(by: SheetLimit.ratio)
        guard size <= SheetLimit.smallPart || most.overflow || size <= most.partialValue else {
            throw Problem.listUnpacksTooLarge(file)
        }
        let methods = [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)]
        guard methods.contains(facts.comp_method), let entry = zip_fopen_index(handle, place, 0)
        else { throw Problem.listDamaged(file) }
        return ArchivePart(entry, size: size, of: self)
    }

    /// Counts bytes that were unpacked.
    func spend(_ count: Int) throws {
        budget -= count
        guard budget >= 0 else { throw Problem.listUnpacksTooLarge(file) }
    }

    /// Nothing when two entries have one name: programs differ in which of the two they read.
    private static func places(_ handle: OpaquePointer) -> [String: UInt64]? {
        var places: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
            guard let name = zip_get_name(handle, index, 0) else { return nil }
            let key = String(cString: name).lowercased()
            guard places.updateValue(index, forKey: key) == nil else { return nil }
        }
        return places
    }
}
