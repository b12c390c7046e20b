/// The writing of a domain's part in ASCII, by RFC 3492; here for the way to the wire only.
enum Punycode {
    /// The part in ASCII, without the `xn--` that marks it.
    ///
    /// The parameters are those of IDNA. Nothing overflows: a scalar is below 2²¹, and a part that
    /// is longer than a domain may be is refused by its length in ASCII.
    static func encoded(_ label: String) -> String {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        var output = scalars.filter { $0 < 128 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(hyphen) }
        var handled = basicCount
        var next = 128
        var delta = 0
        var bias = 72
        while handled < scalars.count, let lowest = scalars.filter({ $0 >= next }).min() {
            delta += (lowest - next) * (handled + 1)
            next = lowest
            for scalar in scalars where scalar <= next {
                if scalar < next { delta += 1; continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Writes a number of variable length, its lowest digit first (RFC 3492 §6.3).
    private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
        var rest = number
        var position = base
        while true {
            let threshold = min(max(position - bias, 1), 26)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var rest = delta / (isFirst ? 700 : 2)
        rest += rest / count
        var position = 0
        while rest > 455 {
            rest /= base - 1
            position += base
        }
        return position + base * rest / (rest + 38)
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 97 : value + 22) }

    private static let base = 36
    private static let hyphen: UInt8 = 45
}
