extension Sheet {
    /// What kind of file a list came from, and how it was read.
    package enum Source: Sendable, Equatable {
        /// Delimited text; no separator when the list has one column.
        case text(Encoding, separator: Character?)
        /// The sheet of a workbook that has this name.
        case workbook(sheet: String)
    }

    /// How a text writes its characters as bytes.
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case windows1251 = "Windows-1251"
        case windows1252 = "Windows-1252"

        /// Whether the file itself can't say so: it was concluded from what the letters make of the
        /// words, and somebody should look at the preview (CSV-1).
        package var isGuess: Bool { self == .windows1251 || self == .windows1252 }
    }

    /// Decides whether a text is a heading that means something to whoever asked for the list.
    package typealias HeadingSense = @Sendable (_ heading: String) -> Bool
}

extension Sheet.Source {
    /// In a few words, for the preview: `UTF-8, commas` or `Excel workbook, sheet “Участники”`.
    package var text: String {
        switch self {
        case .text(let encoding, let separator):
            "\(encoding.rawValue), \(Self.name(of: separator))"
        case .workbook(let sheet): "Excel workbook, sheet \(sheet.excerpt)"
        }
    }

    private static func name(of separator: Character?) -> String {
        switch separator {
        case ",": "commas"
        case ";": "semicolons"
        case "\t": "tabs"
        case "|": "bars"
        case let other?: "\(other) between the cells"
        case nil: "one column"
        }
    }
}
