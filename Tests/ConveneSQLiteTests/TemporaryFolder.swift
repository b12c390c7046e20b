import Foundation

/// A folder for the files of one test; it goes when the test has ended.
final class TemporaryFolder: Sendable {
    private let url = FileManager.default.temporaryDirectory
        .appending(path: "convene-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }
}
