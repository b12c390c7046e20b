extension NameKey {
    /// The key by which those are looked up who may be one person: coarser than
    /// `match(given:family:)`, and never enough to say that they are.
    ///
    /// It has the consonants only, in eight classes, so that `Ковалёва`, `Kovaleva` and `Kavaliova`
    /// have one key. What stands at a name's beginning in the throat is left out, for Акопян signs
    /// as Hakobyan and Гусейнов as Huseynov. An initial leaves nothing: the key of `A. Seitova`
    /// begins with a blank. The order of the two parts doesn't matter.
    package static func rough(_ name: PersonName) -> String {
        let parts = NameParts(name)
        return rough(given: parts.given, family: parts.family)
    }

    /// - Parameters:
    ///   - given: the sounds of the given name, in the form that stands for all its forms.
    ///   - family: the sounds of the family name.
    static func rough(given: [UInt8], family: [UInt8]) -> String {
        let first = given.count == 1 ? [] : consonants(given)
        let second = consonants(family)
        let ordered = second.lexicographicallyPrecedes(first) ? [second, first] : [first, second]
        return String(decoding: ordered[0] + [UInt8(ascii: " ")] + ordered[1], as: UTF8.self)
    }

    /// The keys under which somebody of this name may stand: their own, that of their initial, those
    /// of each of several given names and of each part of a double family name, and that of a family
    /// name with the Belarusian ў written otherwise.
    static func lookupKeys(_ name: PersonName) -> [String] {
        let parts = NameParts(name)
        var keys = [
            rough(given: parts.given, family: parts.family), rough(given: [], family: parts.family),
        ]
        keys += parts.severalGiven.map { rough(given: $0, family: parts.family) }
        keys += parts.severalFamily.map { rough(given: parts.given, family: $0) }
        if let other = NameParts.withShortU(parts.family) {
            keys.append(rough(given: parts.given, family: other))
        }
        return keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func consonants(_ sounds: [UInt8]) -> [UInt8] {
        var classes: [UInt8] = []
        for (index, sound) in sounds.enumerated() {
            guard let kind = Self.kind(sound) else { continue }
            if index == 0, leftOutFirst.contains(sound) { continue }
            if classes.last != kind { classes.append(kind) }
        }
        return classes
    }

    /// The class of a consonant; nothing for a vowel. Letters of further scripts are their own.
    private static func kind(_ sound: UInt8) -> UInt8? {
        switch sound {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"), UInt8(ascii: " "):
            nil
        case UInt8(ascii: "b"), UInt8(ascii: "p"): UInt8(ascii: "b")
        case UInt8(ascii: "d"), UInt8(ascii: "t"): UInt8(ascii: "t")
        case UInt8(ascii: "f"), UInt8(ascii: "v"): UInt8(ascii: "v")
        case UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"): sound
        case 128...: sound
        default: UInt8(ascii: "s")
        }
    }

    private static let leftOutFirst = Array("ghkcCJ".utf8)
}
