import Foundation

/// The name of a person in one script, as they write it.
///
/// Nothing is ever re-capitalised or transcribed: quotation marks, hyphens, apostrophes (`O‘rinova`)
/// and capitals stay. Blanks around and within are made single, the text is in Unicode's form C.
package struct PersonName: Hashable, Sendable {
    package let given: String
    package let family: String
    /// The name from the father's, as in `Маратовна`; empty where there is none.
    package let patronymic: String

    /// Reads a name from its parts; a dash alone stands for nothing.
    ///
    /// - Throws: `name.invalid` when given and family name are both empty, when a part has no
    ///   letter, more than 200 characters, a line break, or a character that can't be seen.
    package init(given: String, family: String, patronymic: String = "") throws(Problem) {
        self.given = try PersonName.part(given)
        self.family = try PersonName.part(family)
        self.patronymic = try PersonName.part(patronymic)
        guard !self.given.isEmpty || !self.family.isEmpty else { throw .nameMissing }
    }

    /// The name that the register holds: it was checked when it was written.
    package init(stored given: String, family: String, patronymic: String) {
        self.given = given
        self.family = family
        self.patronymic = patronymic
    }

    /// The name as it is spoken: `Aigul Seitova`.
    package var full: String { joined([given, family]) }

    /// The name as it stands in an official list: `SEITOVA Aigul`.
    package var formal: String { joined([family.uppercased(), given]) }

    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func part(_ written: String) throws(Problem) -> String {
        let trimmed = written.withoutBlanksAround
        guard !trimmed.unicodeScalars.contains(where: \.harmsName) else {
            throw .nameInvalid(trimmed, "has a line break or a character that can't be seen in it")
        }
        guard !trimmed.unicodeScalars.contains("\u{FFFD}") else {
            throw .nameInvalid(trimmed, "was damaged when its list was read in another encoding")
        }
        let single = trimmed.withSingleBlanks
        let isASCII = single.utf8.allSatisfy { $0 < 128 }
        let name = isASCII ? single : single.precomposedStringWithCanonicalMapping
        guard name.unicodeScalars.count <= 200 else {
            throw .nameInvalid(name, "is longer than 200 characters")
        }
        if ["-", "–", "—"].contains(name) { return "" }
        guard name.isEmpty || name.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
            throw .nameInvalid(name, "has no letter in it")
        }
        return name
    }
}

extension PersonName {
    /// The alphabet that a name is written in.
    package enum Script: String, Sendable, CaseIterable {
        case latin, cyrillic
        /// Any other, or several that none has most letters of.
        case other
    }

    /// The script of most letters, for one letter of another slips in from another keyboard.
    package var script: Script {
        var latin = 0
        var cyrillic = 0
        var others = 0
        for scalar in (given + family).unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case ..<0x250, 0x1E00...0x1EFF: latin += 1
            case 0x2B0..<0x300: break
            case 0x400...0x52F, 0x1C80...0x1C8F: cyrillic += 1
            default: others += 1
            }
        }
        if latin > cyrillic + others { return .latin }
        return cyrillic > latin + others ? .cyrillic : .other
    }
}

extension String {
    fileprivate var withSingleBlanks: String {
        let words = unicodeScalars.split(whereSeparator: \.isBlank)
        return words.count == 1 ? self : words.map { String($0) }.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Whether this may not stand in a name. The joiners of Arabic script are unseen, but spell.
    fileprivate var harmsName: Bool {
        isUnseen && value != 0x200C && value != 0x200D && value != 0x9
    }
}

extension Problem {
    static let nameMissing = Problem(
        .nameInvalid, "There is no name: write the given name, the family name or both.")

    static func nameInvalid(_ name: String, _ reason: String) -> Problem {
        Problem(
            .nameInvalid,
            "The name \(name.excerpt) \(reason): write it in letters, on one line.")
    }
}
