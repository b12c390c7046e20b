import Convene

/// The last figures that were counted in a transaction, and the state of the register then.
struct FigureMemory {
    let query: FigureQuery
    let rows: [FigureCount]
    /// How many rows this connection had changed by then; after another change they don't hold.
    let changes: Int

    /// The participations of a question that differs only in asking by fewer dimensions, without
    /// people; nothing when these can't be added up from what was counted.
    func coarser(_ other: FigureQuery) -> [FigureCount]? {
        var same = query
        same.by = other.by
        // By session, the same registration stands in several rows.
        let kept = other.by.compactMap { query.by.firstIndex(of: $0) }
        guard same == other, kept.count == other.by.count, !query.by.contains(.session) else {
            return nil
        }
        return added(kept)
    }

    private func added(_ kept: [Int]) -> [FigureCount] {
        var sums: [[String?]: Measures] = kept.isEmpty ? [[]: Measures()] : [:]
        for row in rows { sums[kept.map { row.keys[$0] }, default: Measures()] += row.measures }
        return sums.map { FigureCount(keys: $0, measures: $1) }
    }
}
