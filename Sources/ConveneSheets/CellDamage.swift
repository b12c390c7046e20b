/// What a spreadsheet program may have done to a cell before it was saved (CSV-5).
enum CellDamage {
    /// What is wrong with the text of a cell, if anything.
    ///
    /// - Parameter isText: Whether the file says that the cell is text, so that an equals sign at its
    ///   beginning and a number with an exponent are what somebody wrote.
    static func kind(of text: String, isText: Bool) -> Record.Flaw.Kind? {
        let bytes = text.utf8
        if bytes.count > SheetLimit.characters, text.unicodeScalars.count > SheetLimit.characters {
            return .tooLong
        }
        guard let first = bytes.first else { return nil }
        switch first {
        case UInt8(ascii: "#"): return isError(text) ? .error : nil
        case UInt8(ascii: "="): return isText || bytes.count == 1 ? nil : .formula
        case 0x30...0x39: return !isText && isShortened(bytes) ? .shortened : nil
        default: return nil
        }
    }

    /// Whether a cell of these bytes needs to be looked at; of most, the first byte says that it
    /// doesn't.
    static func isPossible(in bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 0 else { return false }
        return bytes[0] == UInt8(ascii: "#") || mayBegin(bytes[0])
            || bytes.count > SheetLimit.characters
    }

    /// Whether a formula or a number can begin with this byte.
    static func mayBegin(_ byte: UInt8) -> Bool {
        byte == .equals || byte >= 0x30 && byte <= 0x39
    }

    /// The content of a cell that is `="00123"`, which keeps a spreadsheet program from counting.
    static func unwrapped(_ text: String) -> String? {
        guard text.utf8.first == .equals, text.utf8.count > 3, text.hasPrefix("=\""),
            text.hasSuffix("\"")
        else { return nil }
        let content = text.dropFirst(2).dropLast()
        return content.contains("\"") ? nil : String(content)
    }

    /// Errors as Excel writes them in English, Russian, Ukrainian, French, German and Spanish, and
    /// the hashes of a column that was too narrow.
    private static let errors: Set<String> = [
        "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DIV/0!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#Н/Д", "#ИМЯ?", "#ПУСТО!", "#ЧИСЛО!", "#ССЫЛКА!", "#ЗНАЧ!", "#ДЕЛ/0!",
        "#ІМ'Я?", "#ПОСИЛАННЯ!", "#ЗНАЧЕННЯ!", "#ДІЛ/0!", "#NOM?", "#NUL!", "#NOMBRE!", "#VALEUR!",
        "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#N/D", "#¡REF!", "#¡VALOR!", "#¿NOMBRE?", "#¡DIV/0!",
    ]

    private static func isError(_ text: String) -> Bool {
        errors.contains(text) || text.utf8.count > 2 && text.utf8.allSatisfy { $0 == 0x23 }
    }

    /// Whether this is a number such as `1.23E+11`, of which digits are lost.
    private static func isShortened(_ bytes: String.UTF8View) -> Bool {
        let rest = bytes.drop { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2C }
        let exponent = rest.dropFirst(2)
        return rest.starts(with: "E+".utf8) && (1...3).contains(exponent.count)
            && exponent.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}
