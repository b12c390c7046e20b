import Convene
import ConveneSheets
import Foundation
import Testing

/// What holds for every list, tried on many that chance made.
@Suite struct SheetReaderPropertyTests {
    @Test func `what RFC 4180 writes is read back equal (CSV-4)`() throws {
        var chance = Chance(seed: 4180)
        for _ in 0..<2_000 {
            let table = RandomTable(&chance)

            let sheet = try SheetReader().read(text: table.text)

            try #require(sheet.headings == table.headings, "\(table.text)")
            try #require(sheet.rows.map(\.cells) == table.rows, "\(table.text)")
            try #require(sheet.faults.isEmpty, "\(table.text)")
        }
    }

    @Test(arguments: ["nominations-kyiv.csv", "country-action-plan.csv"])
    func `a damaged list is read or refused, and nothing else`(name: String) throws {
        var chance = Chance(seed: 2_500)
        let file = FileManager.default.contents(atPath: SheetReader.path(of: name))
        let sound = Array(try #require(file))
        for _ in 0..<2_500 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &chance) { damage(&bytes, &chance) }

            let sheet = try read(bytes)

            let lines = sheet.map { $0.rows.map(\.line) } ?? []
            try #require(lines == lines.sorted())
            try #require(lines.allSatisfy { $0 > 1 && $0 <= bytes.count })
            try #require(
                sheet?.rows.allSatisfy { $0.cells.count == sheet?.headings.count } != false)
        }
    }

    /// Nothing when it was refused; what is not a refusal goes on to fail the test.
    private func read(_ bytes: [UInt8]) throws -> Sheet? {
        do {
            return try SheetReader().read(bytes: bytes, file: "list.csv")
        } catch is Problem {
            return nil
        }
    }

    private func damage(_ bytes: inout [UInt8], _ chance: inout Chance) {
        guard let place = bytes.indices.randomElement(using: &chance) else { return }
        let usual: [UInt8] = Array("\",;\t|\r\n' =".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x00, 0xFF]
        let byte = usual.randomElement(using: &chance) ?? 0
        switch Int.random(in: 0...4, using: &chance) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(byte, at: place)
        case 2: bytes[place] = byte
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: 0)
        }
    }
}
