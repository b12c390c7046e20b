/// A name taken apart for comparison: sounds for letters, one form for all forms of a given name.
struct NameParts: Sendable {
    /// The sounds of the given name; one sound is an initial.
    private(set) var given: [UInt8]
    private(set) var family: [UInt8]
    /// The sounds of the father's name, without the ending that makes it a patronymic; one sound is
    /// an initial.
    let father: [UInt8]
    /// Both parts as they are looked up: two names of one script and spelling have the same.
    let spelling: String
    let script: PersonName.Script
    /// The sounds of each of several given names; empty where there is one.
    private(set) var severalGiven: [[UInt8]]
    /// The sounds of each part of a double family name, the old beside the married one; empty where
    /// there is one.
    private(set) var severalFamily: [[UInt8]]

    init(_ name: PersonName, as orthography: Orthography = .english) {
        var words = Self.plain(name.given, orthography)
        var patronymic = Self.plain(name.patronymic, orthography)
        if patronymic.isEmpty, words.count > 1 { patronymic = Patronymic.takeLast(of: &words) }
        // Two initials are those of given name and patronymic.
        if patronymic.isEmpty, words.count == 2, words.allSatisfy({ $0.count == 1 }) {
            patronymic = [words.removeLast()]
        }
        given = NameForms.form(of: NameKey.Sounds.of(Array(words.joined())))
        family = Self.family(name.family, orthography)
        father = NameForms.form(of: Patronymic.father(patronymic))
        spelling = NameKey.search("\(name.given) \(name.family)")
        script = name.script
        severalGiven =
            words.count > 1 ? words.map { NameForms.form(of: NameKey.Sounds.of($0)) } : []
        let families = name.family.split { $0 == "-" || $0 == " " || $0 == "–" }.map(String.init)
        severalFamily =
            families.count == 2 && families.allSatisfy { $0.count > 3 }
            ? families.map { Self.family($0, orthography) } : []
    }

    /// The name with given and family name in each other's place.
    var swapped: NameParts {
        var other = self
        (other.given, other.family) = (family, given)
        (other.severalGiven, other.severalFamily) = ([], [])
        return other
    }

    /// The words of a part of a name in plain letters, with what a diacritic says of a sound.
    private static func plain(_ part: String, _ orthography: Orthography) -> [[UInt8]] {
        NameKey.search(LetterSounds.spelledOut(orthography.spelledBySound(part)))
            .split(separator: " ").map { LetterSounds.settled(Array($0.utf8)) }
    }

    /// The sounds of a family name; the Belarusian -ou, -au and -ouski are the Russian -ov and
    /// -ovski.
    static func family(_ name: String, _ orthography: Orthography = .english) -> [UInt8] {
        var plain = Array(Self.plain(name, orthography).joined())
        if plain.count > 4, plain.last == UInt8(ascii: "u"),
            Array("oae".utf8).contains(plain[plain.count - 2])
        {
            plain[plain.count - 1] = UInt8(ascii: "v")
        }
        for index in plain.indices.dropFirst() where plain[index...].starts(with: "usk".utf8) {
            if Array("oae".utf8).contains(plain[index - 1]) { plain[index] = UInt8(ascii: "v") }
        }
        return NameForms.form(of: NameKey.Sounds.of(plain))
    }

    /// The sounds with each ў between a vowel and a consonant as the other of its two spellings:
    /// Лаўрыновіч is Laurynovich and Лавринович. Nothing where there is none.
    static func withShortU(_ sounds: [UInt8]) -> [UInt8]? {
        var other = sounds
        for index in sounds.indices.dropFirst().dropLast()
        where "aeo".utf8.contains(sounds[index - 1]) && !"aeiou".utf8.contains(sounds[index + 1]) {
            if sounds[index] == UInt8(ascii: "u") { other[index] = UInt8(ascii: "v") }
            if sounds[index] == UInt8(ascii: "v") { other[index] = UInt8(ascii: "u") }
        }
        return other == sounds ? nil : other
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
