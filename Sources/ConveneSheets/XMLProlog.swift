/// What stands before the root element of an XML document.
enum XMLProlog {
    /// Whether there is nothing but a declaration of UTF-8, comments and instructions.
    ///
    /// A document type can stand nowhere else. Spreadsheet programs write neither comments nor
    /// instructions, so a root that is far off is no root.
    static func isPlain(_ head: ArraySlice<UInt8>) -> Bool {
        var rest = head
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        guard !rest.contains(0), declaresUTF8(rest) else { return false }
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            if rest.starts(with: "<?".utf8) {
                guard let next = after("?>", in: rest) else { return false }
                rest = next
            } else if rest.starts(with: "<!--".utf8) {
                guard let next = after("-->", in: rest.dropFirst(4)) else { return false }
                rest = next
            } else {
                return rest.first == UInt8(ascii: "<")
                    && rest.dropFirst().first != UInt8(ascii: "!")
            }
        }
    }

    /// Another encoding could hide a document type from this look.
    private static func declaresUTF8(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "<?xml".utf8), let end = after("?>", in: text) else { return true }
        let declaration = String(decoding: text[..<end.startIndex], as: UTF8.self).lowercased()
        guard let name = declaration.firstRange(of: "encoding")?.upperBound else { return true }
        let value = declaration[name...].drop { " =\"'\t\r\n".contains($0) }
        return ["utf-8", "utf8", "us-ascii"].contains(String(value.prefix { !"\"'".contains($0) }))
    }

    private static func after(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let mark = Array(mark.utf8)
        var rest = text
        while let first = mark.first, let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: mark) { return rest.dropFirst(mark.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
