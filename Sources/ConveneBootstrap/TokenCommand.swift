import Convene
import Foundation

/// Where a token of OAuth 2.0 comes from: tokens live for an hour, and whoever hands them out has a
/// program for it.
enum TokenCommand {
    /// The token that the settings name, or what their command prints: it runs anew each time.
    ///
    /// - Parameter section: the settings that it stands in: `mail`, `mailbox`.
    /// - Throws: `setting.invalid` when the command prints none.
    static func token(_ token: String?, or command: String?, in section: String) throws -> String? {
        if let token { return token }
        guard let command else { return nil }
        let (text, status) = try run(command)
        guard status == 0, !text.isEmpty else {
            throw Problem(
                .settingInvalid,
                "\(section).token-command printed no token and ended with \(status): try it in a"
                    + " shell.")
        }
        return text
    }

    private static func run(_ command: String) throws -> (text: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return (text, process.terminationStatus)
    }
}
