import Foundation

/// The interpreter that the tests borrow: its parsers of mail are not ours.
enum Python {
    /// What the tests need and the machine has not. To pass over it would be to test nothing.
    struct Missing: Error, CustomStringConvertible {
        let module: String

        var description: String { "python3 has no module \(module): run Config/setup." }
    }

    /// Runs a script that lies beside the tests.
    ///
    /// - Throws: ``Missing`` where the machine lacks the module that it needs.
    static func run(_ arguments: [String], needing module: String) throws
        -> (status: Int32, output: String)
    {
        guard try run(["-c", "import \(module)"]).status == 0 else { throw Missing(module: module) }
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: arguments[0]).path
        return try run([script] + arguments.dropFirst())
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
