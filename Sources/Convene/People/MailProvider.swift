/// The domains at which most private addresses are, and slips of them (CSV-7).
enum MailProvider {
    /// The provider whose domain this is nearly: one letter too many, too few or another, or two in
    /// the wrong order.
    ///
    /// - Parameter domain: In lower case.
    /// - Returns: nothing for a provider's own domain, and for any that is none's.
    static func meant(by domain: String) -> String? {
        guard !domains.contains(domain), !others.contains(domain),
            let dot = domain.lastIndex(of: ".")
        else { return nil }
        let (name, ending) = (domain[..<dot], domain[domain.index(after: dot)...])
        return ordered.first { provider in
            if provider.ending == ending { return isSlip(name, of: provider.name) }
            return provider.name == name && isSlip(ending: String(ending), of: provider)
        }?.domain
    }

    private struct Provider {
        let domain: String
        let name: Substring
        let ending: Substring

        init(_ domain: String) {
            self.domain = domain
            let dot = domain.lastIndex(of: ".") ?? domain.startIndex
            name = domain[..<dot]
            ending = domain[dot...].dropFirst()
        }
    }

    private static let ordered = """
        gmail.com googlemail.com yahoo.com hotmail.com outlook.com icloud.com live.com msn.com \
        aol.com protonmail.com proton.me mail.ru yandex.ru yandex.com ya.ru rambler.ru bk.ru \
        list.ru inbox.ru yandex.by yandex.kz yandex.ua tut.by ukr.net meta.ua mail.kz gmx.de \
        gmx.net web.de orange.fr wanadoo.fr free.fr laposte.net yahoo.fr hotmail.fr outlook.fr
        """.split(separator: " ").map { Provider(String($0)) }

    private static let domains = Set(ordered.map(\.domain))

    /// Other providers, that only look like slips.
    private static let others: Set = [
        "mail.com", "email.com", "ymail.com", "rocketmail.com", "gmx.com", "fastmail.com",
        "hotmail.co", "inbox.com", "email.ru", "mail.net", "yandex.net", "index.ru", "life.com",
        "love.com", "line.com", "lite.com", "fire.com",
    ]
}

/// What is a slip.
extension MailProvider {
    /// Short names are near to too many others: of them only two letters in the wrong order count,
    /// and one that stands there twice.
    private static func isSlip(_ name: Substring, of provider: Substring) -> Bool {
        let slip = Slip(name, provider)
        switch slip {
        case .swapped, .doubled: return true
        case .changed, .lost: return provider.utf8.count > 4
        case nil: return false
        }
    }

    /// The endings of countries are right, but for the three that people write for .com.
    private static func isSlip(ending: String, of provider: Provider) -> Bool {
        if ["co", "cm", "om"].contains(ending) {
            return provider.ending == "com" && onlyCom.contains(provider.name)
        }
        guard !generic.contains(ending), Country(code: ending.uppercased()) == nil else {
            return false
        }
        return Slip(ending[...], provider.ending) != nil
    }

    private static let onlyCom: Set<Substring> = [
        "gmail", "googlemail", "icloud", "outlook", "live",
    ]
    private static let generic: Set = ["com", "net", "org", "info", "edu", "int", "eu", "su", "uk"]
}

/// How one word differs from another by a slip of the keyboard.
private enum Slip {
    case changed, swapped, lost, doubled

    /// Nothing where they differ by more, or not at all.
    init?(_ word: Substring, _ right: Substring) {
        let (word, right) = (Array(word.utf8), Array(right.utf8))
        guard abs(word.count - right.count) <= 1, word != right else { return nil }
        let start = zip(word, right).prefix { $0 == $1 }.count
        let end = zip(word[start...].reversed(), right[start...].reversed())
            .prefix { $0 == $1 }.count
        let rest = (word[start..<word.count - end], right[start..<right.count - end])
        switch (rest.0.count, rest.1.count) {
        case (1, 1): self = .changed
        case (0, 1): self = .lost
        case (1, 0):
            let isAgain = start > 0 && word[start - 1] == word[start]
            self = isAgain ? .doubled : .changed
        case (2, 2) where rest.0.elementsEqual(rest.1.reversed()): self = .swapped
        default: return nil
        }
    }
}
