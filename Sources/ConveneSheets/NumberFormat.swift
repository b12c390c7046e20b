/// What a number in a cell stands for, as far as its format says (ECMA-376 part 1, 18.8.30, 18.8.31).
enum NumberFormat: Equatable {
    case plain
    /// With zeros in front up to so many digits, as identifiers and postal codes have them.
    case padded(digits: Int)
    case date, dateTime, time
    /// Hours that may be more than a day.
    case duration

    /// - Parameter id: The number of a format that every spreadsheet program knows. 27 to 36 and 50
    ///   to 58 are the dates of eastern Asia.
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 27...31, 36, 50...54, 57, 58: .date
            case 22: .dateTime
            case 18...21, 32...35, 45, 47, 55, 56: .time
            case 46: .duration
            default: .plain
            }
    }

    /// - Parameter code: Such as `dd.mm.yyyy` or `[$-419]d mmmm yyyy;@`.
    init(code: String) {
        let letters = Self.letters(code)
        if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
            self = .padded(digits: min(letters.count, 20))
        } else if letters.contains("[") {
            self = .duration
        } else {
            // A general format has letters too, and so has one that is written in words.
            let isGeneral = letters.starts(with: "general")
            let hasDay = letters.contains { "yd".contains($0) }
            let hasHour = letters.contains { "hs".contains($0) }
            let hasMonth = letters.contains("m")
            self =
                switch (hasDay || hasMonth && !hasHour, hasHour) {
                case _ where isGeneral: .plain
                case (true, true): .dateTime
                case (true, false): .date
                case (false, true): .time
                case (false, false): .plain
                }
        }
    }

    /// The first section of a code in small letters, without what is text, colour or language; `[`
    /// stands for hours, minutes or seconds that go on counting.
    private static func letters(_ code: String) -> [Character] {
        var letters: [Character] = []
        var rest = Substring(code.prefix(255).lowercased())
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) {
                    letters.append("[")
                }
            default: letters.append(character)
            }
        }
        return letters
    }
}
