import Testing

@testable import ConveneReports

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("Aigul", 5), ("Айгуль", 6), ("Zoë", 3), ("Zoe\u{308}", 3), ("山田 花子", 9),
        ("ｱｲ", 2), ("ＡＢ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("مرحبا", 5),
        ("שָׁלוֹם", 4), ("é\u{200D}", 1), ("👩‍👩‍👧", 2), ("🇰🇿", 2), ("❤️", 2), ("–…█▏", 4),
        ("สวัสดี", 4), ("1\u{20E3}", 1),
    ])
    func `a text is as wide as a terminal shows it (UAX 11)`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("Айгуль", 6, "Айгуль"), ("Айгуль", 4, "Айг…"), ("山田花子", 4, "山…"),
        ("山田花子", 5, "山田…"), ("Zoe\u{308}s", 4, "Zoe\u{308}s"), ("abc", 1, "…"),
    ])
    func `a text is cut to columns, not to characters`(text: String, width: Int, cut: String) {
        #expect(text.cut(to: width) == cut)
        #expect(DisplayWidth.of(text.cut(to: width)) <= width)
    }

    @Test func `text is padded at the side where it isn't aligned`() {
        #expect("山".padded(to: 4, .leading) == "山  ")
        #expect("12".padded(to: 4, .trailing) == "  12")
        #expect("long".padded(to: 2, .leading) == "long")
    }

    @Test(arguments: [
        ("\u{1B}[31mred\u{7}", "␛[31mred␇"), ("a\nb\tc\u{7F}", "a␊b␉c␡"),
        ("\u{9B}2J", "\u{FFFD}2J"), ("\u{202E}gnp", "\u{FFFD}gnp"), ("a\u{2028}b", "a\u{FFFD}b"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("Айгуль", "Айгуль"),
    ])
    func `what drives a terminal is replaced by what is seen`(text: String, displayed: String) {
        #expect(text.displayed == displayed)
    }
}
