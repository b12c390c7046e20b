import Convene
import Testing

@testable import ConveneLetters

@Suite struct TextPlateTests {
    private static let mark = String(SheetText.mark(0))

    /// Texts with marks, links and line ends in all sorts of places.
    @Test(arguments: [
        "", "\n", "One line", "One line\nand the next\n", "Dear \(mark),\n\ncome to \(mark)\n",
        "\(mark)", "\(mark)\n\(mark)\r\nend", "a \r\n b\t\n\(mark) \nlast blank ",
        "Answer: \(Letter.linkMark)\nor stay\n", "\r\r\n\n\r\(mark)\r", "Ёлка \(mark) = 3\n.\n",
        String(repeating: "long ", count: 60) + mark + String(repeating: " é", count: 60) + "\nx\n",
    ])
    func `a text from a plate is the same as one that is encoded whole (BOX-5, MSG-10)`(
        _ text: String
    ) throws {
        let sheet = SheetText(text)
        for fields in [[], ["Olena Example"], ["Олена"], [""]] {
            let whole = try MailText.bytes(sheet.octets(with: fields), link: Sample.link)

            let plated = try TextPlate(sheet).text(fields: fields, link: Sample.link)

            #expect(plated.quotedPrintable == QuotedPrintable.encoded(whole))
            #expect(plated.base64 == Base64Lines.encoded(whole))
            let isShorter =
                QuotedPrintable.encoded(whole).count <= Base64Lines.length(of: whole.count)
            #expect(plated.isQuotedPrintable == isShorter)
        }
    }

    @Test func `a text with a place for the link is not written without one`() throws {
        let plate = try TextPlate(SheetText("Answer: \(Letter.linkMark)\n"))

        #expect(throws: LetterFault.linkMissing) { try plate.text(fields: [], link: nil) }
    }

    @Test func `a plate lays a text out in lines as the text itself would be (ICS-15)`() throws {
        let text =
            "SUMMARY:" + String(repeating: "Training ", count: 12) + "\r\nUID:\(Self.mark)\r\n"
        let fields = [String(repeating: "é", count: 70)]
        let whole = try MailText.bytes(SheetText(text).octets(with: fields), link: nil)

        let plated = try TextPlate(SheetText(text), layout: CalendarText.folded)
            .text(fields: fields, link: nil)

        #expect(plated.base64 == Base64Lines.encoded(CalendarText.folded(whole)))
    }
}
