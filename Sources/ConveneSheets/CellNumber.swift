import Convene

/// A number of a workbook, as the text that its cell is read as.
struct CellNumber {
    private let value: Double

    /// Nothing when the text is no number that a spreadsheet program writes.
    init?(_ text: String) {
        guard let value = Double(text), value.isFinite else { return nil }
        self.value = value
    }

    /// Dates as `2011-10-03`, times as `09:30`, other numbers without a `.0` at their end.
    ///
    /// - Parameter is1904: Whether days are counted from 1 January 1904 rather than from the end of
    ///   1899.
    func text(_ format: NumberFormat, is1904: Bool) -> String {
        switch format {
        case .plain: return plain
        case .padded(let digits):
            let text = plain
            let isWhole = value >= 0 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            return isWhole
                ? String(repeating: "0", count: max(0, digits - text.count)) + text : text
        case .date: return day(is1904) ?? plain
        case .dateTime: return day(is1904).map { "\($0) \(clock)" } ?? plain
        case .time: return value < 1 ? clock : day(is1904).map { "\($0) \(clock)" } ?? plain
        case .duration: return duration
        }
    }

    /// Fifteen digits, as spreadsheet programs show it: 0.1 + 0.2 is 0.3.
    private var plain: String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return String(Self.rounded(value))
    }

    private static func rounded(_ value: Double) -> Double {
        var scale = 1.0
        // As many places behind the point as leave fifteen digits.
        while abs(value) * scale < 1e14, scale < 1e15 { scale *= 10 }
        let scaled = (value * scale).rounded() / scale
        return abs(value) < 1e15 && abs(value) > 1e-4 && scaled.isFinite ? scaled : value
    }

    /// The day of a serial number; nothing beyond the years that a spreadsheet program knows.
    private func day(_ is1904: Bool) -> String? {
        guard value >= 0, value < 2_958_466 else { return nil }
        let serial = Int(wholeSeconds / 86_400)
        if is1904 { return Day(daysSince1970: serial + Self.from1904).text }
        // The program that all others follow took 1900 for a leap year: serial 60 is no day.
        switch serial {
        case 1..<60: return Day(daysSince1970: serial + Self.from1900 + 1).text
        case 61...: return Day(daysSince1970: serial + Self.from1900).text
        default: return nil
        }
    }

    /// 30 December 1899 and 1 January 1904, in days from 1 January 1970.
    private static let from1900 = -25_569
    private static let from1904 = -24_107

    private var wholeSeconds: Double { (value * 86_400).rounded() }

    private var clock: String {
        let seconds = Int(wholeSeconds.truncatingRemainder(dividingBy: 86_400))
        let minutes = "\(Self.two(seconds / 3_600)):\(Self.two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\(Self.two(seconds % 60))"
    }

    private var duration: String {
        guard value >= 0, value < 1e6 else { return plain }
        let seconds = Int(wholeSeconds)
        return "\(seconds / 3_600):\(Self.two(seconds / 60 % 60)):\(Self.two(seconds % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
