/// One line of the result: both sides, their ratio, and whether the target is met.
struct Finding {
    let name: String
    var ours = ""
    var baseline = ""
    /// What the target speaks of: a ratio, or ours alone.
    var value: Double?
    var isRatio = true
    var target: Target?
    var remark: String?

    enum Target {
        case atLeast(Double), atMost(Double)

        func isMet(by value: Double) -> Bool {
            switch self {
            case .atLeast(let least): value >= least
            case .atMost(let most): value <= most
            }
        }
    }

    /// A comparison that could not be made.
    init(name: String, missing reason: String) {
        self.name = name
        remark = reason
    }

    /// Work done in a time: the ratio is that of the rates.
    init(name: String, rates turns: Turns, of unit: String, target: Target) {
        self.name = name
        ours = "\(turns.oursRate.rounded(to: 0)) \(unit)/s"
        baseline = "\(turns.baselineRate.rounded(to: 0)) \(unit)/s"
        value = turns.ratio { $0.rate / $1.rate }
        self.target = target
    }

    /// How long something takes: the ratio is that of the times.
    init(name: String, times turns: Turns, target: Target?) {
        self.name = name
        ours = "\((turns.oursSeconds * 1000).rounded(to: 2)) ms"
        baseline = "\((turns.baselineSeconds * 1000).rounded(to: 2)) ms"
        value = turns.ratio { $0.seconds / $1.seconds }
        self.target = target
    }

    /// Ours alone, held against a limit.
    init(name: String, value: Double, unit: String, places: Int = 1, target: Target?) {
        self.name = name
        ours = value.rounded(to: places) + (unit.isEmpty ? "" : " \(unit)")
        self.value = value
        isRatio = false
        self.target = target
    }

    /// Whether the target, if there is one, is met.
    var isMet: Bool {
        guard let value else { return remark == nil }
        return target?.isMet(by: value) ?? true
    }

    var cells: [String] {
        [
            name, ours, baseline, isRatio ? value?.rounded(to: 2) ?? "" : "", target?.text ?? "",
            verdict,
        ]
    }

    private var verdict: String {
        guard value != nil, target != nil else { return remark ?? "" }
        return isMet ? "met" : "MISSED"
    }
}

extension Finding.Target {
    fileprivate var text: String {
        switch self {
        case .atLeast(let least): "at least \(least.shortest)"
        case .atMost(let most): "at most \(most.shortest)"
        }
    }
}

/// The findings as a table for the terminal.
struct Findings {
    private let rows: [[String]]

    init(_ findings: [Finding]) {
        rows = [["", "Convene", "baseline", "ratio", "target", ""]] + findings.map(\.cells)
    }

    var text: String {
        let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}

extension Double {
    /// With so many digits behind the point.
    func rounded(to places: Int) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let number = Int((self * Double(scale)).rounded())
        guard places > 0 else { return "\(number)" }
        let fraction = String(number % scale)
        return "\(number / scale)." + String(repeating: "0", count: places - fraction.count)
            + fraction
    }

    /// Without what stands behind the point where it is nothing.
    fileprivate var shortest: String { self == rounded() ? rounded(to: 0) : "\(self)" }
}
