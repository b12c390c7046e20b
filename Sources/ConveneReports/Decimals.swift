/// Shares as decimal text, the same in every locale.
enum Decimals {
    /// Four decimals at most and one at least: `0.525`, `1.0`; nothing for what is no number.
    static func share(_ share: Double) -> String? {
        guard let tenThousandths = rounded(share * 10_000) else { return nil }
        var decimals = String(String(tenThousandths.magnitude % 10_000 + 10_000).dropFirst())
        while decimals.count > 1, decimals.last == "0" { decimals.removeLast() }
        let sign = tenThousandths < 0 ? "-" : ""
        return "\(sign)\(tenThousandths.magnitude / 10_000).\(decimals)"
    }

    /// Always one decimal, so that a column of them lines up: `52.5 %`.
    static func percent(_ share: Double) -> String? {
        guard let thousandths = rounded(share * 1_000) else { return nil }
        let sign = thousandths < 0 ? "-" : ""
        return "\(sign)\(thousandths.magnitude / 10).\(thousandths.magnitude % 10) %"
    }

    private static func rounded(_ value: Double) -> Int? {
        value.isFinite ? Int(exactly: value.rounded()) : nil
    }
}
