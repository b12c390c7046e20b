/// How wide each column of a table is, and which of them have room.
///
/// On a terminal, columns that are there where there is room are left out first, then text is cut,
/// the widest first, and in need to a few letters. A number is never cut: half a number is another
/// one. What still doesn't fit runs over, and the terminal breaks the line.
struct TableLayout {
    /// The columns that are shown, as indices into the report's.
    private(set) var shown: [Int]
    /// One width for each column that is shown.
    private(set) var widths: [Int]
    /// How wide the bars are; 0 for none.
    let barWidth: Int
    /// Whether the columns fit with as much text as one can read.
    let isRoomy: Bool

    static let gap = 2
    private static let leastText = 12
    private static let barestText = 6
    private static let leastHeading = 6

    init(_ columns: [Column], headings: [String], cells: [[String]], bars: Bool, on screen: Screen)
    {
        let sizes = columns.indices.map { index in
            Size(columns[index], heading: headings[index], cells: cells.map { $0[index] })
        }
        let reserve = bars ? Bars.leastWidth + Self.gap : 0
        shown = Array(columns.indices)
        while let limit = screen.limit, Self.width(shown.map { sizes[$0].least }) > limit - reserve,
            let next = Self.firstToGo(columns, among: shown)
        {
            shown.removeAll { $0 == next }
        }
        let fitted = shown.map { sizes[$0] }
        let room = screen.limit.map { limit in
            let least = Self.width(fitted.map(\.least))
            return least > limit - reserve ? limit : limit - reserve
        }
        isRoomy = Self.width(fitted.map(\.least)) <= screen.limit ?? .max
        widths = Self.narrowed(fitted, to: room)
        barWidth = bars ? Self.barWidth(beside: Self.width(widths), on: screen) : 0
    }

    /// Of all columns with the gaps between them.
    var width: Int { Self.width(widths) }

    private static func width(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + gap * max(0, widths.count - 1)
    }

    /// The column with the highest rank among those that need not be there.
    private static func firstToGo(_ columns: [Column], among shown: [Int]) -> Int? {
        let ranks: [(index: Int, rank: Int)] = shown.compactMap { index in
            guard case .whereRoom(let rank) = columns[index].place else { return nil }
            return (index, rank)
        }
        return ranks.max { $0.rank < $1.rank }?.index
    }

    private static func narrowed(_ sizes: [Size], to room: Int?) -> [Int] {
        var widths = sizes.map(\.full)
        guard let room else { return widths }
        // Down to a few letters only where that makes the table fit.
        let barest = sizes.map(\.barest)
        let least =
            width(sizes.map(\.least)) > room && width(barest) <= room
            ? barest : sizes.map(\.least)
        while width(widths) > room,
            let widest = widths.indices.filter({ widths[$0] > least[$0] })
                .max(by: { widths[$0] < widths[$1] })
        {
            widths[widest] -= 1
        }
        return widths
    }

    private static func barWidth(beside table: Int, on screen: Screen) -> Int {
        guard let limit = screen.limit else { return Bars.usualWidth }
        let room = limit - table - gap
        return room >= Bars.leastWidth ? min(room, 60) : 0
    }

    /// How wide a column would be, and how narrow it may become.
    private struct Size {
        var full: Int
        var least: Int
        var barest: Int

        init(_ column: Column, heading: String, cells: [String]) {
            let heading = DisplayWidth.of(heading)
            let widest = cells.reduce(0) { max($0, DisplayWidth.of($1)) }
            full = max(heading, widest)
            least =
                switch column.alignment {
                case .leading: min(full, leastText)
                case .trailing:
                    max(widest, column.isNamedByData ? min(heading, leastHeading) : heading)
                }
            barest = column.alignment == .leading ? min(full, barestText) : least
        }
    }
}
