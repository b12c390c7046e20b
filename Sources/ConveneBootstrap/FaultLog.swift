package import Foundation

/// Where a fault of ours is written down in full, since the terminal shows one sentence only.
package struct FaultLog: Sendable {
    package let path: String

    /// Beside the register.
    package init(database: String) { path = database + ".log" }

    /// Adds the fault; a log that can't be written changes nothing for whoever had the fault.
    package func write(_ fault: any Error, command: [String], at now: Date) {
        let line =
            "\(now.formatted(.iso8601)) \(command.prefix(2).joined(separator: " ")): "
            + String(reflecting: fault) + "\n"
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        defer { try? file.close() }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data(line.utf8))
    }
}
