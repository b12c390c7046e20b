/// When mail that keeps coming back for passing reasons has come back often enough: Mailman 3's
/// rule and its numbers (BNC-5).
enum BounceScore {
    /// Whether there are five days of it within thirty, with no quiet week in between.
    static func isEnough(_ days: [Day]) -> Bool {
        let days = Set(days).sorted()
        guard let last = days.last else { return false }
        var run = 0
        var previous: Day?
        for day in days where last.daysSince1970 - day.daysSince1970 < window {
            let gap = previous.map { day.daysSince1970 - $0.daysSince1970 } ?? 0
            run = gap > quiet ? 1 : run + 1
            previous = day
        }
        return run >= threshold
    }

    private static let threshold = 5
    private static let window = 30
    private static let quiet = 7
}
