/// How Latin letters sound in a name: the same letters are read in one way in Baku, in another in
/// Chișinău, and passports of Soviet times were written in French.
///
/// What a name is read as is never certain, so it is read in each way that it may have been written.
enum Orthography: Sendable {
    /// By sound, as lists in English write names.
    case english
    case azerbaijani, romanian, french

    /// The ways in which a name may have been written, the first by sound.
    static func readings(of name: PersonName, from country: Country?) -> [Orthography] {
        guard name.script == .latin else { return [.english] }
        let text = "\(name.given) \(name.family)".lowercased()
        var readings = [Orthography.english]
        if country?.code == "AZ" || text.contains(where: "əı".contains) {
            readings.append(.azerbaijani)
        }
        if country?.code == "MD" || text.contains(where: "ăâîșşțţ".contains) {
            readings.append(.romanian)
        }
        if frenchSigns.contains(where: text.contains) { readings.append(.french) }
        return readings
    }

    /// The text as it would be written by sound; in small letters unless it is so already.
    func spelledBySound(_ text: String) -> String {
        guard !pairs.isEmpty else { return text }
        var letters = Array(text.lowercased().unicodeScalars)
        // The mute e of Chouchane and Pouchkine.
        if self == .french, letters.count > 4, letters.last == "e" { letters.removeLast() }
        var spelled = String.UnicodeScalarView()
        var index = 0
        while index < letters.count {
            let rest = letters[index...]
            if let pair = pairs.first(where: { rest.starts(with: $0.from) }) {
                spelled.append(contentsOf: pair.to)
                index += pair.from.count
            } else {
                spelled.append(letters[index])
                index += 1
            }
        }
        return String(spelled)
    }

    private typealias Pair = (from: [Unicode.Scalar], to: [Unicode.Scalar])

    private var pairs: [Pair] {
        switch self {
        case .english: []
        case .azerbaijani: Self.azerbaijaniPairs
        case .romanian: Self.romanianPairs
        case .french: Self.frenchPairs
        }
    }

    private static let azerbaijaniPairs = pairs("c=dzh q=g x=kh")
    private static let romanianPairs = pairs(
        "che=ke chi=ki ghe=ge ghi=gi ce=che ci=chi ge=dzhe gi=dzhi j=zh")
    private static let frenchPairs = pairs(
        "tch=ch ch=sh dj=dzh j=zh gue=ge gui=gi iou=yu you=yu ou=u ï=i")
    private static let frenchSigns = [
        "tch", "iou", "you", "oub", "ouc", "oud", "ouk", "oul", "oum", "oun", "our", "out", "ouz",
    ]

    /// The longest first, so that `che` is read before `ce`.
    private static func pairs(_ text: String) -> [Pair] {
        text.split(separator: " ").map { pair in
            let sides = pair.split(separator: "=").map { Array($0.unicodeScalars) }
            return (sides[0], sides[1])
        }
    }
}
