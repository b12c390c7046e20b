/// What a name's letters say beyond the plain ones, before it is made into sounds.
enum LetterSounds {
    /// Letters whose diacritic is a sound: the š of ISO 9, the ş of Baku and Chișinău.
    ///
    /// Where there is an ə, the name is Azerbaijani, and its c is the j of Jafarov.
    static func spelledOut(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        let isAzerbaijani = text.unicodeScalars.contains { $0 == "ə" || $0 == "Ə" }
        var spelled = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "š", "Š", "ş", "Ş", "ș", "Ș", "ŝ", "Ŝ": spelled += "sh"
            case "č", "Č", "ç", "Ç": spelled += "ch"
            case "ž", "Ž": spelled += "zh"
            case "ț", "Ț", "ţ", "Ţ": spelled += "ts"
            case "c" where isAzerbaijani, "C" where isAzerbaijani: spelled += "dzh"
            default: spelled.unicodeScalars.append(scalar)
            }
        }
        return spelled
    }

    /// The word as its neighbours would write it: the Belarusian dz is a d, the Uzbek Yo‘l- is Yul-.
    static func settled(_ word: [UInt8]) -> [UInt8] {
        var settled: [UInt8] = []
        for (index, letter) in word.enumerated() {
            let follows = index + 1 < word.count ? word[index + 1] : 0
            if letter == UInt8(ascii: "z"), settled.last == UInt8(ascii: "d"),
                follows != UInt8(ascii: "h")
            {
                continue
            }
            settled.append(letter)
        }
        if settled.starts(with: "yol".utf8) { settled[1] = UInt8(ascii: "u") }
        return settled
    }
}
