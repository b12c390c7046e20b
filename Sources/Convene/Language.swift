/// A language by its ISO 639 code, in lower case: `ru`, `kk`.
package struct Language: Hashable, Sendable {
    package let code: String

    /// The language with this code of two or three letters, or nothing when it can't be one.
    package init?(_ text: String) {
        let code = text.lowercased()
        guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (97...122).contains($0) })
        else { return nil }
        self.code = code
    }

    private init(known code: String) { self.code = code }

    package static let english = Language(known: "en")
    package static let russian = Language(known: "ru")
    package static let french = Language(known: "fr")

    /// The languages in which everything that a person reads is written.
    package static let complete = [english, russian, french]
}
