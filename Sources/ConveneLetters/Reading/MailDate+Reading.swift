import Convene
import FoundationEssentials

extension MailDate {
    /// Reads the date and time of RFC 5322 §3.3 and its older forms; nothing where there is none.
    static func reading(_ text: String) -> Date? {
        let words = text.prefix(100).split { $0 == " " || $0 == "\t" || $0 == "," }
            .prefix { !$0.hasPrefix("(") }
        let start = words.first.map { Int($0) == nil ? 1 : 0 } ?? 0
        guard words.count >= start + 4, let day = Int(words[start]),
            let month = months.firstIndex(of: words[start + 1].prefix(3).capitalizedASCII),
            let year = Int(words[start + 2])
        else { return nil }
        let time = words[start + 3].split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(time.count) else { return nil }
        // Two digits are of this century, or the end of the last (§4.3).
        let fullYear = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year
        let local = instant(
            year: fullYear, month: month + 1, day: day, hour: time[0], minute: time[1],
            second: time.count > 2 ? time[2] : 0)
        return local?.addingTimeInterval(
            -Double(words.count > start + 4 ? offset(words[start + 4]) : 0))
    }

    /// The instant in UTC; nothing for what is no date or time.
    static func instant(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int)
        -> Date?
    {
        guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            let date = Day(
                "\(year)-\(twoDigits(month))-\(twoDigits(day))")
        else { return nil }
        return Date(
            timeIntervalSince1970: Double(
                date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second))
    }

    /// Seconds east of Greenwich; a zone by a name that says nothing is Greenwich's (§4.3).
    private static func offset(_ zone: Substring) -> Int {
        let names = [
            "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        ]
        if let hours = names[zone.uppercased()] { return hours * 3600 }
        guard zone.count == 5, zone.hasPrefix("+") || zone.hasPrefix("-"),
            let number = Int(zone.dropFirst()), number <= 1400
        else { return 0 }
        let seconds = (number / 100 * 60 + number % 100) * 60
        return zone.hasPrefix("-") ? -seconds : seconds
    }
}

extension StringProtocol {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
