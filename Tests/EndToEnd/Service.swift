import Foundation
import Testing

/// `convened` in a shell's folder, at a port of its own, and clients before it.
final class Service: Sendable {
    let shell: Shell
    let port: Int
    private let pid: Int32

    /// Starts it, and waits until it says where to look.
    init(in shell: Shell, _ settings: String = "") async throws {
        self.shell = shell
        try await shell.must(
            """
            rm -f service.out
            CONVENE_HTTP_ADDRESS=127.0.0.1:0 CONVENE_HTTP_FORMS_PER_MINUTE=0 \(settings) \
                convened >service.out 2>service.err & echo $! >service.pid
            for _ in {1..300}; do grep -q 'service is at' service.out && exit 0; sleep 0.1; done
            cat service.err >&2; exit 1
            """)
        let words = try shell.text(shell.path("service.out"))
        let match = try #require(words.firstMatch(of: /127\.0\.0\.1:(\d+)\//))
        port = try #require(Int(match.1))
        let text = try shell.text(shell.path("service.pid"))
        pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    deinit { kill(pid, SIGKILL) }

    var log: String { (try? shell.text(shell.path("service.err"))) ?? "" }

    func signal(_ number: Int32) { kill(pid, number) }

    /// Whether it has ended within so many seconds.
    func ends(within seconds: Int) async throws -> Bool {
        let outcome = try await shell.run(
            "for _ in {1..\(seconds * 10)}; do kill -0 \(pid) 2>/dev/null || exit 0; sleep 0.1; done; exit 1"
        )
        return outcome.code == 0
    }

    /// What curl gets of a path: the status and the body.
    func get(_ path: String) async throws -> (status: String, body: String) {
        let outcome = try await shell.run(
            "curl -s -o page.html -w '%{http_code}' http://127.0.0.1:\(port)\(path); echo; cat page.html"
        )
        let parts = outcome.output.split(separator: "\n", maxSplits: 1)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
    }

    /// A function of bash that registers a guest by the form, and prints the status that it got.
    var registering: String {
        """
        guest() {
            curl -s -o /dev/null -w '%{http_code}\\n' -b convene-form=\(Self.seal) \
                --data-urlencode seal=\(Self.seal) --data-urlencode given=Guest \
                --data-urlencode family=N$1 --data-urlencode email=guest$1@example.net \
                --data-urlencode gender=undisclosed --data-urlencode country=KZ \
                --data-urlencode consent=yes \
                http://127.0.0.1:\(port)/events/kyiv/register
        }
        """
    }

    private static let seal = "00112233445566778899aabbccddeeff"
}
