package import Convene
import Synchronization

extension Chance {
    /// Bytes that look random and are the same on every run, by SplitMix64.
    package static func seeded(_ seed: UInt64) -> Chance {
        let state = SplitMix(seed)
        return Chance { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: state.next()) } }
    }

    /// The same, but for the four bytes that make a fraction, which are always this one: 0 gives
    /// the shortest wait that jitter can make, 255 the longest.
    package static func jitter(_ byte: UInt8) -> Chance {
        let others = Chance.seeded(2011)
        return Chance { count in
            count == 4 ? [UInt8](repeating: byte, count: count) : others.bytes(count)
        }
    }
}

private final class SplitMix: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed) }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
