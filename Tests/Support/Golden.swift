import Foundation
package import Testing

/// Compares a text with the one recorded in `Golden/` beside the tests that ask.
///
/// With `RECORD_GOLDEN=1` in the environment it is recorded instead, and the test fails, so that a
/// recording never passes for a run.
package func expectGolden(
    _ text: String, _ name: String, beside test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden")
        .appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("Golden/\(name) was recorded.", sourceLocation: sourceLocation)
        return
    }
    guard let recorded = try? String(decoding: Data(contentsOf: file), as: UTF8.self) else {
        Issue.record(
            "Golden/\(name) is not there: RECORD_GOLDEN=1 records it.",
            sourceLocation: sourceLocation)
        return
    }
    #expect(text == recorded, "Golden/\(name)", sourceLocation: sourceLocation)
}
