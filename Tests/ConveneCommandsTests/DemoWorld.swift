import ConveneCases
import Foundation

@testable import ConveneCommands

/// The register that `convene demo` leaves, made once for all tests that only read it.
struct DemoWorld: Sendable {
    let session: TerminalSession

    static func shared() async throws -> DemoWorld { try await made.value }

    private static let made = Task { try await DemoWorld() }

    private init() async throws {
        session = try TerminalSession(now: nil)
        for list in Cases.lists {
            try Data(list.bytes).write(to: session.folder.appending(path: list.name))
        }
        var now = ""
        for step in DemoScript.steps {
            now = step.now ?? now
            let outcome = await session.run(lists(in: step.command), setting: ["CONVENE_NOW": now])
            guard outcome.code == 0 else { throw Failure(command: step.command, outcome: outcome) }
        }
    }

    /// Runs a command after the demo's last day.
    func run(_ line: String) async -> Outcome {
        await session.run(line, setting: ["CONVENE_NOW": "2011-10-10T09:00:00Z"])
    }

    /// The command with its lists where they are; the tests stay out of the working directory,
    /// which is one for all.
    private func lists(in command: String) -> String {
        Cases.lists.reduce(command) { line, list in
            line.replacing(list.name, with: session.folder.appending(path: list.name).path)
        }
    }

    struct Failure: Error {
        let command: String
        let outcome: Outcome
    }
}
