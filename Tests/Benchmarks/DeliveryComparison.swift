import Foundation

/// What is queued, delivered with every claim, start and result committed, beside plain libcurl that
/// sends the same bytes from memory to the same server by as many threads.
struct DeliveryComparison {
    let bench: Bench

    func findings() async throws -> [Finding] {
        [
            try await finding(
                "deliver to a relay of 20 ms, 8 lines", .relay(milliseconds: 20), mails: 480,
                connections: 8, .atLeast(0.9)),
            try await finding(
                "deliver to a sink, 4 lines", .sink, mails: 2000, connections: 4, .atLeast(0.35)),
            try await finding(
                "deliver to Postfix, 4 lines", .postfix(folder: bench.path("postfix")),
                mails: 1000, connections: 4, .atLeast(0.85)),
        ] + (try await backlog())
    }

    private func finding(
        _ name: String, _ kind: MailSink.Kind, mails: Int, connections: Int,
        _ target: Finding.Target
    ) async throws -> Finding {
        do {
            let queued = try await queue(mails)
            // The bytes that the baseline is to send.
            let folder = bench.path("mail-\(mails)")
            _ = try bench.part(
                .deliver, [try bench.copy(of: queued, as: "done.db"), "file:\(folder)", "4"])
            let sink = try MailSink(kind)
            defer { sink.stop() }
            let lines = "\(connections)"
            let turns = try await Turns(
                bench.rounds, warmUp: true,
                ours: {
                    let register = try bench.copy(of: queued, as: "ours.db")
                    return try bench.part(.deliver, [register, sink.url, lines])
                },
                baseline: {
                    try bench.part(.send, [sink.url, BenchOffice.sender, folder, lines])
                })
            return Finding(name: name, rates: turns, of: "mails", target: target)
        } catch let missing as Missing {
            return Finding(name: name, missing: missing.reason)
        }
    }

    /// A hundred thousand mails wait: when the first leaves, what two thousand of them cost in
    /// memory, and how long each takes, beside a queue of a tenth of that. Either register is larger
    /// than the 16 MB of pages that a connection keeps at most.
    private func backlog() async throws -> [Finding] {
        let sink = try MailSink()
        defer { sink.stop() }
        var (small, large): ([Measurement], [Measurement]) = ([], [])
        let (few, many) = (try await queue(10_000), try await queue(100_000))
        for _ in 0..<min(3, bench.rounds) {
            small.append(
                try bench.part(.backlog, [try bench.copy(of: few, as: "few.db"), sink.url]))
            large.append(
                try bench.part(.backlog, [try bench.copy(of: many, as: "many.db"), sink.url]))
        }
        let peak = { (rounds: [Measurement]) in rounds.map { Double($0.peak ?? 0) }.median }
        let each = { (rounds: [Measurement]) in rounds.map { $0.then ?? .nan }.median }
        return [
            Finding(
                name: "of 100,000 queued, the first leaves", value: large.map(\.seconds).median,
                unit: "s", places: 3, target: .atMost(1)),
            Finding(
                name: "  memory, to that for 10,000 queued", value: peak(large) / peak(small),
                unit: "times", places: 2, target: .atMost(1.25)),
            Finding(
                name: "  time a mail, to that for 10,000 queued", value: each(large) / each(small),
                unit: "times", places: 2, target: .atMost(1.3)),
        ]
    }

    /// A register with so many invitations in its outbox.
    private func queue(_ mails: Int) async throws -> String {
        try await bench.keeping("queued-\(mails).db") { path in
            try await BenchOffice(path).found()
            let list = bench.path("invited.csv")
            try Nominees.list(mails).write(toFile: list, atomically: true, encoding: .utf8)
            _ = try bench.part(.list, [path, list])
            _ = try bench.part(.queue, [path])
        }
    }
}
