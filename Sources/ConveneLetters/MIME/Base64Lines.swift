import FoundationEssentials

/// The base64 encoding of RFC 2045 §6.8, in lines of 76 characters.
enum Base64Lines {
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        Array(
            Data(bytes).base64EncodedData(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ]))
    }

    /// How long that many octets come out.
    static func length(of count: Int) -> Int {
        let characters = (count + 2) / 3 * 4
        return characters + max(0, characters - 1) / 76 * 2
    }
}
