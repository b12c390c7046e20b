/// What keeps a spreadsheet from running text as a formula (CSV-11, CWE-1236).
///
/// An apostrophe is put before a sign with which a formula begins, at the beginning of a cell, and
/// within it after a separator, a quote or a line break, where a spreadsheet that expects another
/// separator would begin a cell. Text that is guarded already is guarded once more, so that taking
/// one apostrophe away from each such place gives back exactly what was written.
enum FormulaGuard {
    /// The text with its guards. A plain number such as −5 in ASCII needs none.
    static func guarding(_ text: String) -> String {
        guard needsLook(text), !isPlainNumber(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var guarded = String.UnicodeScalarView()
        for index in scalars.indices {
            if isDangerous(scalars, at: index) { guarded.append("'") }
            guarded.append(scalars[index])
        }
        return String(guarded)
    }

    /// Whether a formula, or a guarded one, begins here.
    private static func isDangerous(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let opens = index == 0 || isSeparator(scalars[index - 1])
        guard opens, let first = scalars[index...].first(where: { $0 != "'" }) else { return false }
        return isSign(first) || index == 0 && isBlank(first)
    }

    private static func needsLook(_ text: String) -> Bool {
        text.unicodeScalars.contains { isSign($0) || isBlank($0) }
    }

    private static func isPlainNumber(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "-")
            && text.wholeMatch(of: /-[0-9]+([.,][0-9]+)?/) != nil
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\r" || scalar == "\n"
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "\"": true
        default: isBlank(scalar)
        }
    }
}
