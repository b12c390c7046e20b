/// Letters of other alphabets that look like Latin ones, as a keyboard that was not switched puts them
/// into an address (Unicode UTS #39, §4; only what people do type).
enum Lookalike {
    /// The text with the Latin letter for each that looks like one.
    ///
    /// - Returns: nothing where it has none, or others that look like no Latin letter.
    static func latin(of text: String) -> String? {
        guard !strangers(in: text).isEmpty else { return nil }
        var latin = ""
        for scalar in text.unicodeScalars {
            if let letter = letters[scalar] {
                latin.append(letter)
            } else if scalar.isASCII || scalar.isBlank {
                latin.unicodeScalars.append(scalar)
            } else {
                return nil
            }
        }
        return latin
    }

    /// The letters in a text that look like Latin ones, each once.
    static func strangers(in text: String) -> [Unicode.Scalar] {
        var seen: Set<Unicode.Scalar> = []
        return text.unicodeScalars.filter { letters[$0] != nil && seen.insert($0).inserted }
    }

    private static let letters: [Unicode.Scalar: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "аеорсухіјѕһԁԛԝкмтАВЕКМНОРСТУХІЈЅοναιρΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսհ".unicodeScalars,
            "aeopcyxijshdqwkmtABEKMHOPCTYXIJSovaipABEZHIKMNOPTYXouh"))
}
