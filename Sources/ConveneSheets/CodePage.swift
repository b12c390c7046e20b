import Convene

/// A single-byte encoding, in which spreadsheet programs and older systems save CSV (CSV-1).
struct CodePage {
    let encoding: Sheet.Encoding
    /// The characters of the bytes from 0x80 on; a space for a byte that has none.
    private let upper: [Unicode.Scalar]

    private init(_ encoding: Sheet.Encoding, _ upper: String) {
        self.encoding = encoding
        let scalars = Array(upper.unicodeScalars)
        // The ISO pages have control characters below 0xA0, which stand in no list.
        self.upper = Array(repeating: " ", count: 0x80 - scalars.count) + scalars
    }

    /// The page of an encoding; nothing for UTF-8 and UTF-16.
    init?(of encoding: Sheet.Encoding) {
        switch encoding {
        case .utf8, .utf16: return nil
        case .windows1250: self = .centralEuropean
        case .windows1251: self = .cyrillic
        case .windows1252: self = .western
        case .windows1254: self = .turkish
        case .koi8r: self = .koi8r
        case .iso88591: self = .iso88591
        case .iso88592: self = .iso88592
        case .iso88595: self = .iso88595
        case .iso88599: self = .iso88599
        case .macCyrillic: self = .macCyrillic
        }
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

/// The pages, as the Unicode Consortium and RFC 1489 tabulate them.
extension CodePage {
    static let centralEuropean = CodePage(
        .windows1250,
        """
        € ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
        """)

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

    static let turkish = CodePage(
        .windows1254,
        """
        € ‚ƒ„…†‡ˆ‰Š‹Œ    ‘’“”•–—˜™š›œ  Ÿ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ
        """)

    private static let koi8r = CodePage(
        .koi8r,
        """
        ─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
        юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
        """)

    private static let iso88591 = CodePage(
        .iso88591,
        """
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
        """)

    private static let iso88592 = CodePage(
        .iso88592,
        """
        \u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
        """)

    private static let iso88595 = CodePage(
        .iso88595,
        """
        \u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ
        """)

    private static let iso88599 = CodePage(
        .iso88599,
        """
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ
        """)

    private static let macCyrillic = CodePage(
        .macCyrillic,
        """
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ\
        јЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€
        """)
}
