import ArgumentParser
import BenchmarkBaseline
import BenchmarkHello
import Foundation

/// One side of a comparison, in the process that is measured; not for people to call.
struct Part: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "part", abstract: "Measures one side of a comparison.", shouldDisplay: false)

    @Argument var kind: Kind
    @Argument var arguments: [String] = []

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case list, read, replay, figures, query, register, mail, queue, deliver, backlog, send,
            relay
        case script, hello
    }

    func run() async throws {
        var measurement = try await measure()
        measurement.peak = try Self.peak()
        print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
    }

    private func measure() async throws -> Measurement {
        switch kind {
        case .list: try await BenchOffice(try text(0)).enterList(try text(1))
        case .read: try ReadingComparison.read(try text(0))
        case .figures: try await BenchOffice(try text(0)).countFigures(arguments.dropFirst().first)
        case .register: try await BenchOffice(try text(0)).register(try number(1))
        case .mail: try await BenchOffice(try text(0), mailURL: try text(1)).inviteAll()
        case .queue: try await BenchOffice(try text(0)).queueAll()
        case .deliver:
            try await BenchOffice(try text(0), mailURL: try text(1), connections: try text(2))
                .deliverAll()
        case .backlog: try await BenchOffice(try text(0), mailURL: try text(1)).deliverSome()
        case .relay: try relay(try number(0), try number(1))
        case .hello: try await hello()
        case .replay: try measured(baseline_replay(try text(0), try text(1), try number(2)))
        case .query: try measured(baseline_query(try text(0), try text(1)))
        case .script: try measured(baseline_execute(try text(0), try text(1)))
        case .send:
            try measured(baseline_send(try text(0), try text(1), try text(2), Int32(try number(3))))
        }
    }

    private func relay(_ port: Int, _ milliseconds: Int) throws -> Measurement {
        guard baseline_relay(Int32(port), milliseconds) == 0 else {
            throw Missing(reason: "the relay can't listen")
        }
        return Measurement(seconds: 0)
    }

    private func hello() async throws -> Measurement {
        try await Hello.serve()
        return Measurement(seconds: 0)
    }

    private func text(_ index: Int) throws -> String {
        guard index < arguments.count else { throw ValidationError("\(kind) needs more.") }
        return arguments[index]
    }

    private func number(_ index: Int) throws -> Int {
        guard let number = Int(try text(index)) else { throw ValidationError("Not a number.") }
        return number
    }

    private func measured(_ result: baseline_result) throws -> Measurement {
        let fault = withUnsafeBytes(of: result.fault) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard fault.isEmpty else { throw Missing(reason: fault) }
        return Measurement(seconds: result.seconds, count: result.count)
    }

    /// The highest resident set of this process so far, in bytes (`VmHWM` of proc(5)).
    private static func peak() throws -> Int? {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 }
    }
}
