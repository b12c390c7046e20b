import Convene
import Testing

@Suite struct SheetTextTests {
    private static let first = String(SheetText.mark(0))
    private static let second = String(SheetText.mark(1))

    @Test(
        arguments: [
            ("", ["a"], ""), ("no mark", ["a"], "no mark"), ("\(first)", ["a"], "a"),
            ("\(second)\(first)\(second)", ["a", "é"], "éaé"),
            ("Dear \(first),\n\u{301}\(second)!", ["Айгуль", "中"], "Dear Айгуль,\n\u{301}中!"),
            ("a \(SheetText.mark(2)) b", ["x", "y"], "a  b"),
            ("\u{F0000}\u{F0040}\u{F1010}\(first)", ["x"], "\u{F0000}\u{F0040}\u{F1010}x"),
            // What is filled in is not looked through for marks.
            ("\(first)", ["\(second)", "b"], "\(second)"),
        ] as [(String, [String], String)])
    func `the marks of a sheet are filled in, and nothing else is`(
        marked: String, fields: [String], text: String
    ) {
        let sheet = SheetText(marked)

        #expect(Array(sheet.filled(with: fields).utf8) == Array(text.utf8))
        #expect(sheet.count(with: fields) == text.utf8.count)
    }

    @Test func `a sheet of one letter alone is its text, whatever it holds`() {
        let text = "From an earlier version: \(Self.first)"

        #expect(SheetText(text).filled(with: []) == text)
    }

    @Test func `a sheet knows which fields it has a place for`() {
        #expect(SheetText("\(Self.second) \(SheetText.mark(47)) \(Self.second)").fields == [1, 47])
        #expect(SheetText("nothing \u{F0000}").fields.isEmpty)
    }

    @Test func `sheets whose texts differ in anything differ in their octets`() {
        func sheet(_ plain: String, _ html: String, _ calendar: String?) -> Letter.Sheet {
            Letter.Sheet(
                plain: SheetText(plain), html: SheetText(html),
                calendar: calendar.map { .init(method: .request, text: SheetText($0)) })
        }

        let octets = [
            sheet("a", "b", nil), sheet("ab", "", nil), sheet("", "ab", nil), sheet("a", "b", ""),
            sheet("a", "", "b"), sheet("1:a", "b", nil),
        ].map(\.octets)

        #expect(Set(octets).count == octets.count)
    }
}
