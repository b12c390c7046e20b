/// What the cells of CSV and TSV have in common.
enum SheetCell {
    /// The value as a spreadsheet reads it: a share is a number there, not a percentage.
    static func text(_ value: Value) -> String {
        if case .ratio(let ratio) = value { return ratio.flatMap(Decimals.share) ?? "" }
        return value.reading
    }

    /// The text with each control character replaced, except those that may stay.
    static func withoutControls(
        _ text: String, keeping kept: String = "", replacedBy sign: Unicode.Scalar = "\u{FFFD}"
    ) -> String {
        let kept = kept.unicodeScalars
        func mayStay(_ scalar: Unicode.Scalar) -> Bool {
            !(scalar.isControl || scalar.breaksLine) || kept.contains(scalar)
        }
        guard !text.unicodeScalars.allSatisfy(mayStay) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { mayStay($0) ? $0 : sign }))
    }
}

extension Unicode.Scalar {
    /// Whether it is one of Unicode's own line breaks, at which some readers end a line.
    fileprivate var breaksLine: Bool { value == 0x2028 || value == 0x2029 }
}
