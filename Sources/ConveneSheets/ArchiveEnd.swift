/// The record at the end of a ZIP archive, looked at before libzip makes room for the entries that
/// it announces (APPNOTE.TXT 4.3.14 to 4.3.16).
enum ArchiveEnd {
    /// The most entries that any such record announces, or nothing when there is none.
    ///
    /// A comment may hold what looks like another record, and programs differ in which they believe.
    static func entries(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let longest = recordLength + Int(UInt16.max)
        guard bytes.count >= recordLength else { return nil }
        var most: Int?
        for start in max(0, bytes.count - longest)...(bytes.count - recordLength)
        where bytes[start] == 0x50 && number(bytes, at: start, UInt32.self) == 0x0605_4B50 {
            most = max(most ?? 0, entries(bytes, at: start))
        }
        return most
    }

    private static let recordLength = 22
    private static let locatorLength = 20

    private static func entries(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        let short = number(bytes, at: start + 10, UInt16.self) ?? 0
        let locator = start - locatorLength
        guard number(bytes, at: locator, UInt32.self) == 0x0706_4B50 else { return short }
        // A locator that leads nowhere is an archive that lies: more entries than any may have.
        guard let record = number(bytes, at: locator + 8, UInt64.self),
            number(bytes, at: record, UInt32.self) == 0x0606_4B50,
            let long = number(bytes, at: record + 32, UInt64.self)
        else { return Int.max }
        return max(short == Int(UInt16.max) ? 0 : short, long)
    }

    /// An unsigned number in little-endian order; nothing outside the file or beyond an `Int`.
    private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, at start: Int, _ type: Number.Type
    ) -> Int? {
        guard start >= 0, start <= bytes.count - MemoryLayout<Number>.size else { return nil }
        return Int(
            exactly: Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: type)))
    }
}
