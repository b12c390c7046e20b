import Foundation
import Testing

/// Compares a text with the one recorded in `Golden/` beside the tests.
///
/// With `RECORD_GOLDEN=1` in the environment it is recorded instead, and the test fails, so that a
/// recording never passes for a run.
func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        .appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("Golden/\(name) was recorded.", sourceLocation: sourceLocation)
        return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == recorded, "Golden/\(name)", sourceLocation: sourceLocation)
}
