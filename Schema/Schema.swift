/// The statements that make and upgrade a register, embedded in the binary, one text a version.
///
/// A migration that has shipped is never edited; the next change is the next file.
package enum Schema {
    /// The migrations of the SQLite engine in their order; the first makes an empty register.
    package static let sqlite: [(name: String, sql: String)] = [
        ("v001", text(PackageResources.v001_register_sql)),
        ("v002", text(PackageResources.v002_once_sql)),
        ("v003", text(PackageResources.v003_lists_sql)),
        ("v004", text(PackageResources.v004_plans_sql)),
        ("v005", text(PackageResources.v005_post_sql)),
        ("v006", text(PackageResources.v006_letters_sql)),
        ("v007", text(PackageResources.v007_pace_sql)),
        ("v008", text(PackageResources.v008_import_changes_sql)),
        ("v009", text(PackageResources.v009_questions_sql)),
        ("v010", text(PackageResources.v010_access_sql)),
        ("v011", text(PackageResources.v011_once_sql)),
        ("v012", text(PackageResources.v012_webhooks_sql)),
        ("v013", text(PackageResources.v013_codes_sql)),
        ("v014", text(PackageResources.v014_sheets_sql)),
        ("v015", text(PackageResources.v015_notes_sql)),
        ("v016", text(PackageResources.v016_outbox_sql)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
