/// A name taken apart for comparison: sounds for letters, one form for all forms of a given name.
struct NameParts: Sendable {
    /// The sounds of the given name; one sound is an initial.
    let given: [UInt8]
    let family: [UInt8]
    /// The sounds of the father's name, without the ending that makes it a patronymic.
    let father: [UInt8]
    /// Both parts as they are looked up: two names of one script and spelling have the same.
    let spelling: String
    let script: PersonName.Script
    /// The sounds of the first of several given names; nothing where there is one.
    let firstGiven: [UInt8]?

    init(_ name: PersonName) {
        var words = Self.plain(name.given)
        var patronymic = Self.plain(name.patronymic)
        if patronymic.isEmpty, words.count > 1 { patronymic = Patronymic.takeLast(of: &words) }
        given = NameForms.form(of: NameKey.Sounds.of(Array(words.joined())))
        family = Self.family(name.family)
        father = Patronymic.father(patronymic)
        spelling = NameKey.search("\(name.given) \(name.family)")
        script = name.script
        firstGiven =
            words.count > 1 ? words.first.map { NameForms.form(of: NameKey.Sounds.of($0)) } : nil
    }

    /// The words of a part of a name in plain letters, with what a diacritic says of a sound.
    private static func plain(_ part: String) -> [[UInt8]] {
        NameKey.search(LetterSounds.spelledOut(part)).split(separator: " ")
            .map { LetterSounds.settled(Array($0.utf8)) }
    }

    /// The sounds of a family name; the Belarusian -ou and -au are the Russian -ov.
    static func family(_ name: String) -> [UInt8] {
        var plain = Array(Self.plain(name).joined())
        if plain.count > 4, plain.last == UInt8(ascii: "u"),
            Array("oae".utf8).contains(plain[plain.count - 2])
        {
            plain[plain.count - 1] = UInt8(ascii: "v")
        }
        return NameForms.form(of: NameKey.Sounds.of(plain))
    }
}

/// A name made of the father's, and what is left when its ending is taken off.
enum Patronymic {
    /// Takes the patronymic off the end of given names where it stands among them: `Айгуль
    /// Маратовна`, `Elçin Rəşid oğlu`.
    static func takeLast(of words: inout [[UInt8]]) -> [[UInt8]] {
        guard let last = words.last else { return [] }
        if words.count > 2, markers.contains(last) {
            let taken = Array(words.suffix(2))
            words.removeLast(2)
            return taken
        }
        guard last.count > 5, endings.contains(where: { last.ends(with: $0) }) else { return [] }
        words.removeLast()
        return [last]
    }

    /// The sounds of the father's name: the same of `Маратовна`, `Maratovich` and `Marat qyzy`.
    static func father(_ words: [[UInt8]]) -> [UInt8] {
        let named = words.filter { !markers.contains($0) }
        var plain = Array(named.joined())
        if let ending = (endings + joined).first(where: {
            plain.count > $0.count + 1 && plain.ends(with: $0)
        }) {
            plain.removeLast(ending.count)
        }
        return NameKey.Sounds.of(plain)
    }

    private static let markers = list(
        "ogly oglu ogli oghli ogl uly uli uulu ulu kyzy qyzy kizi qizi qizy gyzy gizi kyz qyz zoda")
    /// The longest first: what is taken off once is enough.
    private static let endings = list(
        "ovich evich ovych evych ovna evna ivna yivna avich iavich yavich auna euna iauna inichna"
            + " ichna ich ych")
    private static let joined = list("ogly oglu ogli uly uulu kyzy qyzy kizi qizi zoda")

    private static func list(_ words: String) -> [[UInt8]] {
        words.split(separator: " ").map { Array($0.utf8) }
    }
}

extension [UInt8] {
    fileprivate func ends(with ending: [UInt8]) -> Bool {
        suffix(ending.count).elementsEqual(ending)
    }
}
