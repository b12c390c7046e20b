/// The finding of the delimiter of a list that does not name it (CSV-3).
///
/// Each of the first 50 records votes: the delimiter wins that gives the most of them the same
/// number of columns, if equal the one that gives more columns. It must stand among the headings,
/// which are the first record or, below a title, where most records agree on three columns or more;
/// otherwise the list has one column, and every row with a comma would be a fault.
struct DelimiterVote {
    private static let voters = 50

    /// How often each of the usual delimiters stands in a record, outside quotes.
    private typealias Ballot = [Int]

    private let bytes: [UInt8]
    private var position: Int

    private init(bytes: [UInt8], start: Int) {
        self.bytes = bytes
        self.position = start
    }

    static func winner(in bytes: [UInt8], from start: Int) -> Delimiter {
        var vote = DelimiterVote(bytes: bytes, start: start)
        var ballots: [Ballot] = []
        while ballots.count < voters, let ballot = vote.nextBallot() { ballots.append(ballot) }

        var winner = (delimiter: Delimiter.none, support: (0, 0))
        for (index, delimiter) in Delimiter.usual.enumerated() {
            let support = support(for: ballots.map { $0[index] })
            let isInFirst = ballots.first?[index] ?? 0 > 0
            guard isInFirst || support.0 * 2 > ballots.count && support.0 > 1 && support.1 > 1
            else { continue }
            if support > winner.support { winner = (delimiter, support) }
        }
        return winner.delimiter
    }

    /// The records that agree on a number of columns above one, and that number.
    private static func support(for counts: [Int]) -> (Int, Int) {
        let records = counts.filter { $0 > 0 }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return records.map { ($0.value, $0.key) }.max { $0 < $1 } ?? (0, 0)
    }

    /// The ballot of the next record that is not blank; of one whose quote never closes, what stands
    /// before that quote.
    private mutating func nextBallot() -> Ballot? {
        while position < bytes.count {
            var ballot = Ballot(repeating: 0, count: Delimiter.usual.count)
            if !isBlankRecord(&ballot) { return ballot }
        }
        return nil
    }

    /// Goes to the end of a record and fills its ballot; says whether it was blank.
    private mutating func isBlankRecord(_ ballot: inout Ballot) -> Bool {
        var isBlank = true
        var isCellStart = true
        var isQuoted = false
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case .quote where isQuoted:
                // Of a doubled quote, the second is passed over with the first.
                let isDoubled = position < bytes.count && bytes[position] == .quote
                if isDoubled { position += 1 } else { isQuoted = false }
            case .quote where isCellStart: isQuoted = true
            case _ where isQuoted: continue
            case .lineFeed, .carriageReturn: return isBlank
            case .space: continue
            default: break
            }
            isBlank = false
            isCellStart = Self.count(byte, in: &ballot)
        }
        return isBlank
    }

    private static func count(_ byte: UInt8, in ballot: inout Ballot) -> Bool {
        guard let index = Delimiter.usual.firstIndex(where: { $0.byte == byte }) else {
            return false
        }
        ballot[index] += 1
        return true
    }
}
