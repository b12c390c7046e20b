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
}
