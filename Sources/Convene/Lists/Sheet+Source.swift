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
        case windows1250 = "Windows-1250"
        case windows1251 = "Windows-1251"
        case windows1252 = "Windows-1252"
        case windows1254 = "Windows-1254"
        case koi8r = "KOI8-R"
        case iso88591 = "ISO-8859-1"
        case iso88592 = "ISO-8859-2"
        case iso88595 = "ISO-8859-5"
        case iso88599 = "ISO-8859-9"
        case macCyrillic = "Mac-Cyrillic"

        /// As it is written in a command: `windows-1251`.
        package var name: String { rawValue.lowercased() }

        /// Reads a name as people write it: `windows-1251`, `Windows 1251` or `cp1251`.
        package init?(name: String) {
            let key = Self.key(name.lowercased().replacing("cp", with: "windows"))
            guard let encoding = Self.allCases.first(where: { Self.key($0.name) == key }) else {
                return nil
            }
            self = encoding
        }

        private static func key(_ name: String) -> String {
            name.filter { $0.isLetter || $0.isNumber }
        }
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
