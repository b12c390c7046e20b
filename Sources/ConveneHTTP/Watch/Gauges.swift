import Synchronization

/// What the service counts of itself, in the text format of Prometheus (version 0.0.4).
package final class Gauges: Sendable {
    private let state = Mutex(State())

    private struct State {
        var running = 0
        var requests: [Request: Int] = [:]
        var durations: [String: Histogram] = [:]
        var tallies: [String: Double] = [:]
    }

    private struct Request: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (left: Request, right: Request) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private struct Histogram {
        var buckets = [Int](repeating: 0, count: Gauges.bounds.count)
        var count = 0
        var sum = 0.0
    }

    /// A request has come in.
    func begin() { state.withLock { $0.running += 1 } }

    /// A request was answered. Routes are patterns, so there are few of them; methods that nobody
    /// knows are one.
    func end(_ method: String, _ route: String, _ status: Int, _ duration: Duration) {
        let method = Self.methods.contains(method) ? method : "other"
        let seconds = duration.inSeconds
        state.withLock { state in
            state.running -= 1
            state.requests[Request(method: method, route: route, status: status), default: 0] += 1
            var histogram = state.durations[route] ?? Histogram()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
                histogram.buckets[index] += 1
            }
            histogram.count += 1
            histogram.sum += seconds
            state.durations[route] = histogram
        }
    }

    /// Adds to a sum of something, such as `convene_mails_total`.
    package func add(_ number: Int, to name: String) {
        state.withLock { $0.tallies[name, default: 0] += Double(number) }
    }

    /// Says how much there is of something now.
    package func set(_ name: String, to number: Double) {
        state.withLock { $0.tallies[name] = number }
    }

    /// All of it as text.
    var text: String {
        let state = state.withLock { $0 }
        var lines = ["# TYPE convene_requests_running gauge"]
        lines.append("convene_requests_running \(state.running)")
        lines.append("# TYPE convene_requests_total counter")
        for (request, count) in state.requests.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "convene_requests_total{method=\"\(request.method)\",route=\"\(request.route)\","
                    + "status=\"\(request.status)\"} \(count)")
        }
        lines.append("# TYPE convene_request_seconds histogram")
        for (route, histogram) in state.durations.sorted(by: { $0.key < $1.key }) {
            lines += Self.lines(of: histogram, route)
        }
        for (name, number) in state.tallies.sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) \(name.hasSuffix("_total") ? "counter" : "gauge")")
            lines.append("\(name) \(number)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of histogram: Histogram, _ route: String) -> [String] {
        let name = "convene_request_seconds"
        return zip(bounds, histogram.buckets).map { bound, count in
            "\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)"
        } + [
            "\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(histogram.count)",
            "\(name)_sum{route=\"\(route)\"} \(histogram.sum)",
            "\(name)_count{route=\"\(route)\"} \(histogram.count)",
        ]
    }

    private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
