/// The size up to which a list is read; what is larger is refused with a sentence.
enum SheetLimit {
    /// The bytes of a file: 256 MB.
    static let bytes = 256 << 20
    /// The rows below the headings.
    static let rows = 1_000_000
    /// The headings.
    static let columns = 1_000
    /// The characters of a cell, counted as Unicode scalars.
    static let characters = 100_000
    /// The cells of all rows together, which bounds a list that is long and wide.
    static let cells = 10_000_000
    /// The bytes of all cells together as UTF-8: in a workbook many cells may share one text.
    static let text = 512 << 20

    // Workbooks.
    /// The files within the archive.
    static let entries = 10_000
    /// What the parts that are read may unpack to, all together: 1 GB.
    static let unpacked = 1 << 30
    /// How many times larger than its packed form a part may be, once it is large at all. The sheets
    /// of real lists reach 30.
    static let ratio = 150
    /// Below this a part may be packed as tightly as it likes: 8 MB.
    static let smallPart = 8 << 20
    /// The sheets.
    static let sheets = 500
    /// The ranges of merged cells.
    static let merges = 100_000
}
