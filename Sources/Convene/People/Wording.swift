/// What people write for one of a few things, in several languages.
enum Wording {
    /// The meaning of each wording, by the wording as `NameKey.search` makes it.
    ///
    /// The wordings of one row are parted by semicolons.
    static func meanings<Meaning>(of rows: [(Meaning, String)]) -> [String: Meaning] {
        var meanings: [String: Meaning] = [:]
        for (meaning, wordings) in rows {
            for wording in wordings.split(separator: ";") {
                meanings[NameKey.search(String(wording))] = meaning
            }
        }
        return meanings
    }
}
