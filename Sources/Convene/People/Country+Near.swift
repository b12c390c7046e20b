extension Country {
    /// Up to three usual names that differ from this one by a slip of the pen, one letter in four,
    /// or that it is a part of.
    static func namesNear(_ key: String) -> [String] {
        let written = Array(key.utf8)
        let limit = min(max(written.count / 4, 1), 3)
        guard (3...40).contains(written.count) else { return [] }
        var nearest: [Country: (distance: Int, length: Int, name: String)] = [:]
        for (known, entry) in Names.usual.entries {
            let isPart = written.count > 3 && known.contains(key)
            let distance = isPart ? limit : distance(written, Array(known.utf8), limit: limit)
            guard distance <= limit else { continue }
            let former = nearest[entry.country]
            if former.map({ (distance, entry.name.count, entry.name) < $0 }) ?? true {
                nearest[entry.country] = (distance, entry.name.count, entry.name)
            }
        }
        return nearest.values.sorted { $0 < $1 }.prefix(3).map(\.name)
    }

    /// How many letters must be changed, put in or left out to make one of the other (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let changed = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
