/// The short name by which people call a programme or an event: `kyiv-2011-training`.
///
/// 1 to 60 lower-case letters of any script, digits, dots, hyphens and underscores, beginning with
/// a letter or a digit; capitals are taken as small letters.
package struct Code: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// - Throws: `value.invalid`.
    package init(_ written: String) throws(Problem) {
        let text = written.lowercased()
        let allowed = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType == .decimal
                || "-_.".unicodeScalars.contains($0)
        }
        guard (1...60).contains(text.count), allowed, let first = text.unicodeScalars.first,
            !"-_.".unicodeScalars.contains(first)
        else { throw .codeInvalid(written) }
        self.text = text
    }

    /// The code that the register holds: it was checked when it was written.
    package init(stored text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: Code, right: Code) -> Bool { left.text < right.text }
}

extension Problem {
    static func codeInvalid(_ written: String) -> Problem {
        Problem(
            .valueInvalid,
            "\(written.excerpt) can't be a code: use 1 to 60 letters, digits, hyphens, dots or"
                + " underscores, beginning with a letter or a digit, for example kyiv-2011-training."
        )
    }
}
