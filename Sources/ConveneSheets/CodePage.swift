import Convene

/// A single-byte encoding of Windows, in which spreadsheet programs save CSV (CSV-1).
struct CodePage {
    let encoding: Sheet.Encoding
    /// The characters of the bytes from 0x80 on; a space for a byte that has none.
    private let upper: [Unicode.Scalar]

    static let cyrillic = CodePage(
        .windows1251,
        """
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
        """)

    static let western = CodePage(
        .windows1252,
        """
        € ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
        """)

    private init(_ encoding: Sheet.Encoding, _ upper: String) {
        self.encoding = encoding
        self.upper = Array(upper.unicodeScalars)
    }

    /// What a byte stands for; nothing when the page has nothing there.
    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let scalar = upper[Int(byte) - 0x80]
        return scalar == " " ? nil : scalar
    }

    /// The text in UTF-8.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        let characters = (0...0xFF).map { byte in
            Array(String(scalar(UInt8(byte)) ?? "\u{FFFD}").utf8)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text += characters[Int(byte)] }
        }
        return text
    }
}
