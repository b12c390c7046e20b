import Foundation
import Testing

@testable import ConveneReports

@Suite struct JSONTextTests {
    @Test func `a list is an object with one array and its count`() throws {
        let json = Report.people.render(as: .json)

        try expectGolden(json, "people.json")
    }

    @Test func `a card is an object, and its lists are arrays in it`() throws {
        let json = Card.event.render(as: .json)

        try expectGolden(json, "event.json")
    }

    @Test func `an empty list is an empty array`() {
        let json = Report.texts([]).render(as: .json)

        #expect(json == "{\n  \"texts\": [],\n  \"count\": 0\n}\n")
    }

    @Test func `another reader reads what was written (RFC 8259)`() throws {
        let texts = hostileTexts + ["\u{0}\u{1F}\u{7F}\u{9B}\u{2028}", "\u{E0041}", "\\ / \"", "🏳️‍🌈"]
        let json = Report.texts(texts).render(as: .json)

        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let records = try #require(read?["texts"] as? [[String: String]])
        #expect(records.map { $0["text"].map { Array($0.utf8) } } == texts.map { Array($0.utf8) })
        #expect(read?["count"] as? Int == texts.count)
    }

    @Test func `text at a terminal can't drive it, and other scripts stay readable`() {
        let json = Report.texts(["\u{1B}[2J\u{202E}", "Айгуль"]).render(as: .json)

        #expect(json.contains(#""\u001b[2J\u202e""#))
        #expect(json.contains(#""Айгуль""#))
    }

    @Test(arguments: [
        (1.0, "1.0"), (0, "0.0"), (0.5, "0.5"), (2.0 / 3, "0.6667"), (0.99996, "1.0"),
        (0.0001, "0.0001"), (0.00004, "0.0"), (-0.25, "-0.25"), (12.05, "12.05"),
        (.nan, "null"), (.infinity, "null"), (1e300, "null"),
    ])
    func `a share has four decimals at most and one at least`(share: Double, written: String) {
        let json = JSONText(.list([.ratio(share)])).text

        #expect(json == "[\(written)]\n")
    }
}
