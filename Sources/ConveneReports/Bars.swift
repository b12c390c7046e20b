/// Numbers as bars of block characters, in eighths of a column, the largest filling the width.
struct Bars: Sendable, Equatable {
    var heading: String
    var values: [Int]

    /// In a pipe, which has no width of its own.
    static let usualWidth = 20
    /// Narrower ones tell nothing.
    static let leastWidth = 6

    /// One bar; what is more than nothing shows at least an eighth.
    func text(_ index: Int, width: Int) -> String {
        guard let largest = values.max(), largest > 0, values[index] > 0 else { return "" }
        let share = Double(values[index]) / Double(largest)
        let eighths = max(1, Int((share * Double(width * 8)).rounded()))
        let full = String(repeating: "█", count: eighths / 8)
        return full + Self.parts[eighths % 8]
    }

    private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
