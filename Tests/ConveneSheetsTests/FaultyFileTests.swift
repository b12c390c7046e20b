import Convene
import ConveneSheets
import Foundation
import Testing

/// Files that are refused, or read with faults, each with a sentence, within little memory.
@Suite struct FaultyFileTests {
    @Test(arguments: FaultyFile.all)
    func `a faulty file is answered with a sentence`(file: FaultyFile) throws {
        let bytes = file.bytes()

        let sentence = try Self.sentence(bytes, file)

        #expect(sentence?.contains(file.sentence) == true, "\(sentence ?? "It was read.")")
        #expect(sentence?.contains("Optional(") == false)
        #expect(sentence?.hasSuffix(".") == true)
    }

    @Test func `there are enough of them, and none stands twice`() {
        let names = Set(FaultyFile.all.map(\.name))

        #expect(names.count >= 60)
        #expect(names.count == FaultyFile.all.count)
    }

    /// In a process of its own, so that nothing else stands in its memory.
    @Test func `none of them needs more than 400 MB`() async {
        await #expect(processExitsWith: .success) {
            for file in FaultyFile.all {
                let bytes = file.bytes()
                // What is small needs no memory to speak of, and the largest is the slowest.
                if (100_000..<15_000_000).contains(bytes.count) {
                    _ = try Self.sentence(bytes, file)
                }
            }
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let peak = try #require(line.flatMap { Int($0.filter(\.isNumber)) })
            try #require(peak < 400_000, "\(peak) kB")
        }
    }

    /// What is said of it; what is no refusal goes on to fail the test.
    private static func sentence(_ bytes: [UInt8], _ file: FaultyFile) throws -> String? {
        do {
            let sheet = try SheetReader().read(bytes: bytes, file: "list.xlsx", sheet: file.sheet)
            return sheet.faults.first?.message
        } catch let problem as Problem {
            return problem.message
        }
    }
}
