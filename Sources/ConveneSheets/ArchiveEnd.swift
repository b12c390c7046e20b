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
        where number(bytes, at: start, length: 4) == 0x0605_4B50 {
            most = max(most ?? 0, entries(bytes, at: start))
        }
        return most
    }

    private static let recordLength = 22
    private static let locatorLength = 20

    private static func entries(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        let short = number(bytes, at: start + 10, length: 2) ?? 0
        let locator = start - locatorLength
        guard number(bytes, at: locator, length: 4) == 0x0706_4B50 else { return short }
        // A locator that leads nowhere is an archive that lies: more entries than any may have.
        guard let record = number(bytes, at: locator + 8, length: 8),
            number(bytes, at: record, length: 4) == 0x0606_4B50,
            let long = number(bytes, at: record + 32, length: 8)
        else { return Int.max }
        return max(short == Int(UInt16.max) ? 0 : short, long)
    }

    /// An unsigned number in little-endian order; nothing outside the file or beyond an `Int`.
    private static func number(
        _ bytes: UnsafeRawBufferPointer, at start: Int, length: Int
    ) -> Int? {
        guard start >= 0, start <= bytes.count - length else { return nil }
        let number = (0..<length).reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64(bytes[start + $1])
        }
        return Int(exactly: number)
    }
}
