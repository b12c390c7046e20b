import Convene
import ConveneSheets
import Foundation
import Testing

/// Damaged files of every kind are read or refused, and nothing else: no crash, no end of waiting.
///
/// There are 100,000 of them; `CONVENE_MUTATIONS=1000000` tries so many.
@Suite struct MutationTests {
    private static let count =
        ProcessInfo.processInfo.environment["CONVENE_MUTATIONS"].flatMap { Int($0) } ?? 100_000
    /// Each a chance of its own, so that they can be tried side by side.
    private static let portions = 0..<4

    /// Small files, so that many can be tried: what is wrong with a list shows in three rows.
    private static let seeds: [[UInt8]] = {
        let text = "№;Имя;Страна\n1;Айгуль;\"Казах\"\"стан\"\n2;'=Eva;SE\n;Total;2\n"
        let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let cyrillic: [UInt8] = [0xC8, 0xEC, 0xFF, 0x3B, 0xCF, 0xEE, 0xEB, 0x0A]
        let rows = [["№", "Name", "Country"], ["1", "Ada", "SE"], ["2", "Eva", "SE"], ["Total"]]
        let book = WorkbookFile(
            WorkbookFile.rows(rows) + "<row r=\"9\"><c t=\"s\" s=\"1\"><v>0</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>", strings: ["<t>x</t>"],
            formats: ["dd.mm.yyyy"])
        return [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + wide, wide,
            cyrillic + cyrillic + cyrillic, book.bytes,
            (try? SheetWriter().bytes([
                .init(name: "x", headings: ["a", "b"], rows: [[.text("c"), .number(1)]])
            ])) ?? [],
        ]
    }()

    @Test(arguments: portions)
    func `a damaged file is read or refused`(portion: Int) throws {
        var chance = Chance(seed: UInt64(13 + 2 * portion))
        for number in 0..<Self.count / Self.portions.count {
            var bytes = Self.seeds[number % Self.seeds.count]
            for _ in 0..<Int.random(in: 1...4, using: &chance) { Self.damage(&bytes, &chance) }

            let sheet = try read(bytes, sheet: number % 11 == 0 ? "1" : nil)

            guard let sheet else { continue }
            let lines = sheet.rows.map(\.line)
            try #require(lines == lines.sorted(), "mutation \(number)")
            try #require(
                sheet.rows.allSatisfy { $0.cells.count == sheet.headings.count },
                "mutation \(number)")
        }
    }

    /// The parts of a workbook damaged one by one, so that the check sums hold and the XML is seen.
    @Test func `a workbook with a damaged part is read or refused`() throws {
        var chance = Chance(seed: 14)
        let sound = FaultyFile.sound.entries
        for number in 0..<Self.count / 4 {
            var entries = sound
            let place = Int.random(in: entries.indices, using: &chance)
            var part = entries[place].packed
            for _ in 0..<Int.random(in: 1...3, using: &chance) { Self.damage(&part, &chance) }
            entries[place] = ArchiveFile.Entry(entries[place].name, part)

            let sheet = try read(ArchiveFile(entries).bytes, sheet: nil)

            let rows = sheet?.rows ?? []
            try #require(
                rows.allSatisfy { $0.cells.count == sheet?.headings.count }, "mutation \(number)")
        }
    }

    /// Nothing when it was refused; what is not a refusal goes on to fail the test.
    private func read(_ bytes: [UInt8], sheet: String?) throws -> Sheet? {
        do {
            return try SheetReader(sense: { $0 == "Name" || $0 == "Имя" })
                .read(bytes: bytes, file: "list", sheet: sheet)
        } catch is Problem {
            return nil
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ chance: inout Chance) {
        guard let place = bytes.indices.randomElement(using: &chance) else { return }
        let usual: [UInt8] =
            Array("\",;\t|\r\n' =<>&/:09AZ".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x00, 0xFF, 0x7F]
        let byte = usual.randomElement(using: &chance) ?? 0
        switch Int.random(in: 0...6, using: &chance) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(byte, at: place)
        case 2: bytes[place] = byte
        case 3: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &chance)
        case 4: bytes.removeSubrange(place...)
        case 5: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
        default: bytes.removeSubrange(place..<min(place + 20, bytes.count))
        }
    }
}
