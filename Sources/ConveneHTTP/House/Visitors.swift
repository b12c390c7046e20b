import Synchronization

/// How often each address may come: a bucket of tokens for each, refilled evenly, full at first.
///
/// At most 10,000 addresses are remembered; when there are more, those whose buckets are full again
/// are forgotten, and then the rest, too.
final class Visitors: Sendable {
    private let perMinute: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    private struct Bucket {
        var tokens: Double
        var at: ContinuousClock.Instant
    }

    /// - Parameter perMinute: how often an address may come within a minute; 0 sets no limit.
    init(perMinute: Int) { self.perMinute = Double(perMinute) }

    /// Lets an address in, or says in how many seconds it may come again.
    func admit(_ address: String, at now: ContinuousClock.Instant) -> Int? {
        guard perMinute > 0 else { return nil }
        return buckets.withLock { buckets in
            if buckets.count >= Self.most { forget(&buckets, at: now) }
            var bucket = buckets[address] ?? Bucket(tokens: perMinute, at: now)
            bucket.tokens = tokens(in: bucket, at: now)
            bucket.at = now
            defer { buckets[address] = bucket }
            guard bucket.tokens >= 1 else {
                return max(1, Int(((1 - bucket.tokens) * 60 / perMinute).rounded(.up)))
            }
            bucket.tokens -= 1
            return nil
        }
    }

    /// In how many seconds an address that has used up its turns may come again; nothing where it has
    /// any left. Asking takes none.
    func wait(_ address: String, at now: ContinuousClock.Instant) -> Int? {
        guard perMinute > 0 else { return nil }
        return buckets.withLock { buckets in
            guard let bucket = buckets[address] else { return nil }
            let tokens = tokens(in: bucket, at: now)
            return tokens >= 1 ? nil : max(1, Int(((1 - tokens) * 60 / perMinute).rounded(.up)))
        }
    }

    private func tokens(in bucket: Bucket, at now: ContinuousClock.Instant) -> Double {
        min(perMinute, bucket.tokens + (now - bucket.at).inSeconds * perMinute / 60)
    }

    private func forget(_ buckets: inout [String: Bucket], at now: ContinuousClock.Instant) {
        buckets = buckets.filter { tokens(in: $0.value, at: now) < perMinute }
        if buckets.count >= Self.most { buckets = [:] }
    }

    private static let most = 10_000
}
