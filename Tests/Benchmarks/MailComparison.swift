import Foundation

/// A thousand invitations composed, queued and delivered over four connections, beside plain libcurl
/// that sends the same bytes by four threads to the same server.
struct MailComparison {
    let bench: Bench

    private static let people = 1000

    func findings() async throws -> [Finding] {
        bench.remove("empty.db")
        bench.remove("list.db")
        try await BenchOffice(bench.path("empty.db")).found()
        let list = bench.path("invited.csv")
        try Nominees.list(Self.people).write(toFile: list, atomically: true, encoding: .utf8)
        let nominated = try bench.copy(of: bench.path("empty.db"), as: "list.db")
        _ = try bench.part(.list, [nominated, list])
        // The bytes that the baseline is to send.
        let folder = bench.path("mail")
        _ = try bench.part(.mail, [try bench.copy(of: nominated, as: "done.db"), "file:\(folder)"])
        let sink = try MailSink()
        defer { sink.stop() }
        let turns = try await Turns(
            bench.rounds,
            ours: {
                let register = try bench.copy(of: nominated, as: "ours.db")
                return try bench.part(.mail, [register, sink.url])
            },
            baseline: { try bench.part(.send, [sink.url, BenchOffice.sender, folder, "4"]) })
        guard turns.rounds.allSatisfy({ $0.ours.count == $0.baseline.count }) else {
            throw Missing(reason: "both sides did not send equally many mails")
        }
        return [
            Finding(name: "invite and send", rates: turns, of: "mails", target: .atLeast(0.25))
        ]
    }
}
