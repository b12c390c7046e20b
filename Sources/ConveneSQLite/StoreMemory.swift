import Convene
import Synchronization

/// What a store has learnt of its books that stays true whatever is written or taken back, so that it
/// is asked once for all transactions.
final class StoreMemory: Sendable {
    private let known = Mutex(Known())

    private struct Known {
        var tagKey: [UInt8]?
        var sheets: [(digest: [UInt8], sheet: Letter.Sheet)] = []
    }

    /// The key of the office's tags; there is only ever one.
    ///
    /// - Parameter read: looks it up among what is committed.
    func tagKey(_ read: () throws -> [UInt8]?) rethrows -> [UInt8]? {
        if let key = known.withLock(\.tagKey) { return key }
        let key = try read()
        known.withLock { $0.tagKey = key }
        return key
    }

    /// The sheet with this digest, which no other has. The outbox asks for the same few again and
    /// again.
    func sheet(_ digest: [UInt8], _ read: () throws -> Letter.Sheet) rethrows -> Letter.Sheet {
        if let known = known.withLock({ $0.sheets.last { $0.digest == digest } }) {
            return known.sheet
        }
        let sheet = try read()
        known.withLock { known in
            if known.sheets.count == Self.room { known.sheets.removeFirst() }
            known.sheets.append((digest, sheet))
        }
        return sheet
    }

    private static let room = 32
}
