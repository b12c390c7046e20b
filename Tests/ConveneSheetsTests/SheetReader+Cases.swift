import Convene
import ConveneSheets

extension SheetReader {
    /// Reads a text as if it were the content of `list.csv`.
    func read(text: String) throws -> Sheet {
        try read(bytes: Array(text.utf8), file: "list.csv")
    }

    /// The cells of the rows of a text.
    func rows(_ text: String) throws -> [[String]] {
        try read(text: text).rows.map(\.cells)
    }

    /// What a text is refused with.
    func refusal(_ bytes: [UInt8]) -> Problem? {
        do {
            _ = try read(bytes: bytes, file: "list.csv")
            return nil
        } catch {
            return error as? Problem
        }
    }

    func refusal(text: String) -> Problem? { refusal(Array(text.utf8)) }

    /// The path of one of the lists in `Cases`.
    static func path(of name: String, source: String = #filePath) -> String {
        source.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/Cases/" + name
    }
}
