/// How far apart two spellings are, in halves of a letter.
///
/// It is the edit distance in which what people confuse costs less than what they don't: о and а, э
/// and и, г and х. A given name with another first vowel is another name.
enum SpellingDistance {
    /// The distance, or nothing where it is more than the limit.
    static func between(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
        guard first != second else { return 0 }
        guard abs(first.count - second.count) <= limit else { return nil }
        var beforeThat: [Int] = []
        var previous = [0]
        for sound in second {
            previous.append(previous[previous.count - 1] + cost(ofLosing: sound))
        }
        for (row, sound) in first.enumerated() {
            let lost = cost(ofLosing: sound)
            var current = [previous[0] + lost]
            current.reserveCapacity(second.count + 1)
            for (column, other) in second.enumerated() {
                let change = cost(of: sound, for: other, first: row == 0 && column == 0)
                var least = min(
                    previous[column] + change, previous[column + 1] + lost,
                    current[column] + cost(ofLosing: other))
                // Two letters typed the wrong way round.
                if row > 0, column > 0, sound == second[column - 1], other == first[row - 1] {
                    least = min(least, beforeThat[column - 1] + 2)
                }
                current.append(least)
            }
            if current.allSatisfy({ $0 > limit }) { return nil }
            (beforeThat, previous) = (previous, current)
        }
        return previous[second.count] <= limit ? previous[second.count] : nil
    }

    private static func cost(ofLosing sound: UInt8) -> Int {
        if sound == UInt8(ascii: "i") || sound == UInt8(ascii: "h") { return 1 }
        return isVowel(sound) ? 2 : 4
    }

    private static func cost(of sound: UInt8, for other: UInt8, first: Bool) -> Int {
        if sound == other { return 0 }
        let near = confused.contains { $0.contains(sound) && $0.contains(other) }
        switch (isVowel(sound), isVowel(other)) {
        // The Belarusian ў is written u and v.
        case (true, false), (false, true):
            return !first && [sound, other].allSatisfy("uv".utf8.contains) ? 1 : 4
        case (true, true): return near && (!first || rounded(sound, other)) ? 1 : 2
        case (false, false): return near ? 1 : voiced(sound, other) ? 2 : 4
        }
    }

    private static func isVowel(_ sound: UInt8) -> Bool { vowels.contains(sound) }

    /// О and а, о and у, which change places at a name's beginning too: Алим is Olim in Tashkent.
    private static func rounded(_ sound: UInt8, _ other: UInt8) -> Bool {
        sound == UInt8(ascii: "o") || other == UInt8(ascii: "o")
    }

    private static func voiced(_ sound: UInt8, _ other: UInt8) -> Bool {
        pairs.contains { $0.contains(sound) && $0.contains(other) }
    }

    private static let vowels = Array("aeiou".utf8)
    private static let confused = [
        "ao", "ae", "oe", "ou", "ei", "iu", "ghk", "sSQzJ", "cCJ", "ck", "vf",
    ]
    .map { Array($0.utf8) }
    private static let pairs = ["bp", "dt", "cs", "cz", "CS"].map { Array($0.utf8) }
}
